/** Ways as elements, put together from the pieces that stand in the page as templates. */
import { peopleAsked } from '../directory/acceptance.ts';
import { type Doubt, rowsToShow, type Step } from '../directory/referrals/steps.ts';
import type { WayIndex } from '../directory/referrals/way-index.ts';
import type { Way, WaysFound } from '../directory/referrals/ways.ts';
import type { WayWords } from '../i18n/way-words.ts';
import { saySaid } from './said-line.ts';

/** What leaves open that one sends people to the other. */
const SENDING: readonly Doubt[] = ['direction', 'reading', 'sender', 'receiver', 'condition'];

/** Rows shown of a step, besides those with a condition or papers; the others only repeat who sends whom. */
const MOST_ROWS = 3;

export interface Pieces {
  /** A copy of a template: "party=police", "row=r001", "card=alpha-shelter", "contacts=police"; nothing where there is none. */
  piece: (kind: 'party' | 'row' | 'card' | 'contacts', id: string) => Node[];
  index: WayIndex;
  words: WayWords;
}

export function wayElement(way: Way, number: number, found: WaysFound, pieces: Pieces): HTMLElement {
  const { words } = pieces;
  const last = way.steps.at(-1) as Step;
  const item = element('li');
  item.dataset.way = last.to;
  item.dataset.uncertain = String(way.uncertain);
  const certainty =
    way.uncertain === 0
      ? words.certain
      : counted(words.uncertain[way.uncertain === 1 ? 'one' : 'other'], way.uncertain);
  const only = element('button', words.only) as HTMLButtonElement;
  only.type = 'button';
  only.className = 'plain no-print';
  only.setAttribute('aria-pressed', 'false');
  item.append(
    element('h3', ...filled(words.way, { n: [String(number)], to: pieces.piece('party', last.to) })),
    element('p', certainty),
    only,
    element('ol', ...way.steps.map((step) => stepElement(step, found, pieces))),
  );
  return item;
}

function stepElement(step: Step, { query }: WaysFound, pieces: Pieces): HTMLElement {
  const { piece, index, words } = pieces;
  const item = element('li');
  Object.assign(item.dataset, {
    step: step.kind,
    from: step.from,
    to: step.to,
    doubts: step.doubts.join(' '),
  });
  const perhaps = step.kind === 'referral' && step.doubts.some((doubt) => SENDING.includes(doubt));
  const title = element(
    'p',
    ...filled(words.step[perhaps ? 'perhaps' : step.kind], {
      from: nameOf(step.from, pieces),
      to: piece('party', step.to),
    }),
  );
  title.className = 'go';
  item.append(title);
  if (step.doubts.length > 0)
    item.append(
      labelled(words.unsaid, list(step.doubts.map((doubt) => [words.doubts[doubt] ?? doubt])), 'unsaid'),
    );
  if (step.links.length > 0) {
    const rows = rowsToShow(step, MOST_ROWS).map(({ id }) => piece('row', id));
    const rest = step.links.length - rows.length;
    item.append(
      labelled(words.rows, list([...rows, ...(rest > 0 ? [[counted(words.more, rest)]] : [])]), 'small rows'),
    );
  }
  const [shown, ...others] = step.gives.length > 0 ? step.gives : step.receives;
  if (shown === undefined) {
    item.append(...piece('contacts', step.to));
    return item;
  }
  const card = piece('card', shown);
  const service = index.services.find(({ id }) => id === shown);
  for (const node of card)
    if (node instanceof HTMLElement && service !== undefined) {
      // An age alone is about both sexes, and each has an answer of its own.
      saySaid(node, { ...query, who: [...peopleAsked(query)] }, service, words.finder);
      if (query.who.length > 0 || query.age !== undefined) node.dataset.match = step.match;
    }
  const cards = element('ul', ...card);
  cards.className = 'cards';
  item.append(cards);
  // Where the question asks for it and nobody says it, the doubt says so.
  if (step.gives.length > 0 && service?.bed && !step.doubts.includes('stay')) {
    const length = words.lengths[service.stay ?? ''] ?? service.stay ?? '';
    const said = element(
      'p',
      words.length.replace('{stay}', () => length),
    );
    said.dataset.length = service.stay ?? '';
    item.append(said);
  }
  if (step.gives.length > 0 && others.length > 0) {
    const kinds = others.map((id) => words.finder.needs[typeOf(id, index)] ?? '').join(', ');
    item.append(
      element(
        'p',
        words.also.replace('{kinds}', () => kinds),
      ),
    );
  }
  return item;
}

/** What is missing, as items of a list. */
export function missingItems({ query, shortfall, ways, beyond }: WaysFound, pieces: Pieces): HTMLElement[] {
  const { index, words } = pieces;
  const place = query.where.map((id) => words.finder.provinces[id] ?? id).join(', ');
  const owners = (services: readonly string[]) => [
    ...new Set(services.map((id) => index.services.find((one) => one.id === id)?.organization ?? id)),
  ];
  const names = (ids: readonly string[]) => inLine(ids.map((id) => nameOf(id, pieces)));
  const items: (readonly (string | Node)[])[] = [];
  const say = (label: string, services: readonly string[]) => {
    if (services.length > 0) items.push([`${label}: `, ...names(owners(services))]);
  };
  if (query.where.length > 0 && shortfall.statedHere.length === 0) {
    items.push([words.missing.noneHere.replace('{place}', () => place)]);
    say(words.missing.nationwide, shortfall.statedNationwide);
    for (const { province, services } of shortfall.nearest)
      say(
        words.missing.nearest.replace('{place}', () => words.finder.provinces[province] ?? province),
        services,
      );
    if (shortfall.nearest.length === 0) items.push([words.missing.nowhere]);
  }
  if (beyond.length > 0) items.push([`${words.missing.beyond}: `, ...names(beyond)]);
  for (const { organization, sentBy } of shortfall.unreached)
    items.push([
      `${words.missing.unreached}: `,
      ...nameOf(organization, pieces),
      ...(sentBy.length === 0 ? [] : ['; ', ...filled(words.missing.sentBy, { parties: names(sentBy) })]),
    ]);
  const short = index.services.filter(({ id }) => shortfall.tooShort.includes(id));
  for (const [stay = '', some] of Map.groupBy(short, (one) => one.stay))
    say(
      `${words.missing.tooShort} (${words.lengths[stay] ?? stay})`,
      some.map(({ id }) => id),
    );
  if (ways.length === 0 && shortfall.stops.length > 0)
    items.push([`${words.missing.stops}: `, ...names(shortfall.stops.slice(0, 10))]);
  say(words.missing.placeNotStated, shortfall.placeNotStated);
  say(words.missing.refused, shortfall.refused);
  return items.map((nodes) => element('li', ...nodes));
}

/** A party as a link, a place by its name in the form. */
function nameOf(id: string, { piece }: Pieces): (string | Node)[] {
  const party = piece('party', id);
  if (party.length > 0) return party;
  const option = document.querySelector<HTMLOptionElement>(
    `select[name="from"] option[value="${CSS.escape(id)}"]`,
  );
  return [option?.textContent ?? id];
}

function typeOf(id: string, { services }: WayIndex): string {
  return services.find((one) => one.id === id)?.type ?? '';
}

/** A sentence with nodes in place of its "{words}". */
export function filled(
  sentence: string,
  parts: Record<string, readonly (string | Node)[]>,
): (string | Node)[] {
  return sentence.split(/(\{\w+\})/).flatMap((part) => parts[part.slice(1, -1)] ?? [part]);
}

function counted(sentence: string, n: number): string {
  return sentence.replace('{n}', String(n));
}

function labelled(label: string, content: HTMLElement, className: string): HTMLElement {
  const name = element('p', element('strong', label));
  name.dataset.label = '';
  const box = element('div', name, content);
  box.className = className;
  return box;
}

function list(items: readonly (readonly (string | Node)[])[]): HTMLElement {
  return element('ul', ...items.map((nodes) => element('li', ...nodes)));
}

function inLine(items: readonly (readonly (string | Node)[])[]): (string | Node)[] {
  return items.flatMap((nodes, at) => (at === 0 ? [...nodes] : [', ', ...nodes]));
}

function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
