/** What the finder shows of an answer besides the cards: how many, what was not understood, and the ways on. */
import type { FinderService } from '../directory/finder-index.ts';
import type { Reply } from '../directory/finder-reply.ts';
import { fold } from '../directory/fold.ts';
import { type Query, writeQuery } from '../directory/query.ts';
import type { FinderWords } from '../i18n/finder-words.ts';
import { chipLabel } from './filter-chips.ts';
import { withFragment } from './page-address.ts';
import { stateIcon } from './state-icon.ts';

/** An answer and where it is shown. */
export interface Shown {
  finder: HTMLElement;
  answer: Reply;
  words: FinderWords;
  /** A link to the page of an organization, also where no card of it is shown; undefined where it has none. */
  linkTo: (organization: string) => Node | undefined;
}

/** Fills everything around the cards but those refused. */
export function showAround(shown: Shown): void {
  showJumps(shown);
  showNearest(shown);
  showAlso(shown);
  showNothing(shown);
  showWider(shown);
  showNearby(shown);
}

/** "3 services". */
export function countInWords(words: FinderWords, n: number): string {
  return (n === 1 ? words.one : words.other).replace('{n}', String(n));
}

/** A part of the finder. Throws where the page has no such part. */
export function part<E extends HTMLElement>(finder: HTMLElement, selector: string): E {
  const found = finder.querySelector<E>(selector);
  if (found === null) throw new Error(`The finder has no ${selector}.`);
  return found;
}

/** Says by which name the organization of a card was found, where the card does not show it. */
export function sayCalled(card: HTMLElement, name: string | undefined, words: FinderWords): void {
  const heading = card.querySelector('h3');
  card.querySelector('[data-called]')?.remove();
  if (name === undefined || fold(heading?.textContent ?? '').includes(fold(name))) return;
  const line = document.createElement('p');
  line.className = 'evidence';
  line.dataset.called = '';
  line.textContent = words.called.replace('{n}', () => name);
  heading?.after(line);
}

function showJumps({ finder, answer: { counts, query }, words }: Shown): void {
  const jumps = part(finder, '[data-jumps]');
  const links = (['yes', 'limited', 'not-stated'] as const).flatMap((match) => {
    if (counts[match] === 0) return [];
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.dataset.jump = match;
    button.append(stateIcon(match), ` ${words.jumps[match].replace('{n}', String(counts[match]))}`);
    return [button];
  });
  jumps.replaceChildren(...links);
  jumps.hidden = query.who.length === 0 && query.age === undefined;
}

function showNothing({ finder, answer, words }: Shown): void {
  const box = part(finder, '[data-nothing]');
  const places = answer.noneListedIn.map((id) => words.provinces[id] ?? id).join(', ');
  const none = answer.found.length === 0;
  const [heading, text] =
    none && places === ''
      ? [words.nothing, words.nothingText]
      : [words.noneIn.replace('{n}', () => places), none ? words.noneInAlone : words.noneInText];
  box.hidden = places === '' && !none;
  const strong = document.createElement('h2');
  strong.append(stateIcon('none'), ` ${heading}`);
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  box.replaceChildren(strong, paragraph);
}

function showNearest({ finder, answer, words }: Shown): void {
  const line = part(finder, '[data-nearest]');
  line.hidden = !answer.nearestNames && answer.ignored === '';
  // Where somebody is called so, or nearly so, their names stand in the next line.
  const aside = answer.namesakes.length > 0 ? words.without : words.ignored;
  line.textContent = answer.nearestNames
    ? words.nearest.replace('{n}', () => answer.query.q)
    : aside.replace('{n}', () => answer.ignored);
}

/**
 * Who is called exactly so, whether or not they say whom they take, and what else the word names: both readings are
 * among the results, and one press takes one of them.
 */
function showAlso({ finder, answer, words, linkTo }: Shown): void {
  const { query, namesakes, otherReadings } = answer;
  const line = part(finder, '[data-also]');
  const organizations = namesakes.flatMap((id) => linkTo(id) ?? []);
  const others = otherReadings.map(({ phrase, query: other }) => {
    const added = [
      ...other.who.filter((id) => !query.who.includes(id)).map((id) => words.people[id]),
      ...other.where.filter((id) => !query.where.includes(id)).map((id) => words.provinces[id]),
      ...other.need.filter((id) => !query.need.includes(id)).map((id) => words.needs[id]),
    ];
    return questionLink(other, added.join(', ') || phrase);
  });
  const links = [...organizations, ...others];
  line.hidden = links.length === 0;
  const said = words.also.replace('{n}', () => query.q);
  line.replaceChildren(said, ...links.flatMap((link, i) => [i === 0 ? ' ' : ', ', link]));
}

/** Where nothing fits: what would, without one of the filters. */
function showWider({ finder, answer, words }: Shown): void {
  const rows = answer.wider.map(({ filter, query, services }) =>
    counted(questionLink(query, chipLabel(filter, words)), services, words),
  );
  fillSection(part(finder, '[data-wider]'), rows);
}

/** Names those that say no, after all that fit. `cardsOf` has their cards. */
export function showRefused(
  { finder, answer, words }: Shown,
  cardsOf: (services: readonly FinderService[]) => HTMLElement[],
): void {
  const rows = cardsOf(answer.refused.map(({ service }) => service)).map((card) => {
    const item = document.createElement('li');
    const link = card.querySelector('h3 a')?.cloneNode(true) ?? '';
    const kind = card.querySelector('.kind')?.textContent?.trim() ?? '';
    const limits = card.querySelector('[data-limits]')?.textContent?.trim() ?? '';
    const differ = card.querySelector('.differ')?.cloneNode(true) ?? '';
    item.append(link, ` ${[kind, limits].filter(Boolean).join('. ')}`, differ);
    return item;
  });
  const rest = answer.refusedCount - rows.length;
  if (rest > 0) {
    const item = document.createElement('li');
    item.dataset.refusedRest = String(rest);
    item.textContent = words.refusedRest.replace('{n}', String(rest));
    rows.push(item);
  }
  fillSection(part(finder, '[data-refused]'), rows);
}

function showNearby({ finder, answer, words }: Shown): void {
  const rows = answer.nearby.map(({ province, services }) => {
    const name = words.provinces[province] ?? province;
    return counted(questionLink({ ...answer.query, where: [province] }, name), services, words);
  });
  fillSection(part(finder, '[data-nearby]'), rows);
}

function fillSection(section: HTMLElement, rows: readonly HTMLElement[]): void {
  section.hidden = rows.length === 0;
  section.querySelector('ul')?.replaceChildren(...rows);
}

function counted(link: HTMLElement, services: number, words: FinderWords): HTMLElement {
  const item = document.createElement('li');
  const number = document.createElement('span');
  number.className = 'end';
  number.textContent = countInWords(words, services);
  item.append(link, number);
  return item;
}

function questionLink(query: Query, text: string): HTMLElement {
  const link = document.createElement('a');
  link.href = withFragment(writeQuery(query));
  link.textContent = text;
  return link;
}
