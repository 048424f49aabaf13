/**
 * All ways, found by trying every one: written against the rules of docs/decisions/ways.md and the cells of the
 * tables, with nothing of the code under test but its limits.
 */
import { MOST_STEPS, MOST_TO_ONE, MOST_WAYS } from '../../../src/directory/referrals/ways.ts';

type Row = Record<string, string>;

export interface Tables {
  services: readonly Row[];
  referrals: readonly Row[];
  organizations: readonly Row[];
  criteria: readonly Row[];
  types: readonly Row[];
}

export interface Question {
  /** A party. */
  from: string;
  province: string;
  /** women, men, girls or boys; empty for nobody in particular, or for both sexes of an age. */
  who: string;
  age?: number;
  /** A group. */
  need: string;
  /** How many nights are needed at least. */
  nights?: number;
}

interface Edge {
  to: string;
  unsaid: number;
}

export interface BruteWay {
  parties: string[];
  uncertain: number;
  steps: number;
  unsaid: number;
}

const listed = (cell: string | undefined) => (cell ?? '').split(';').filter((value) => value !== '');

/** Everybody whom a question may be about, as a kind of people and an age in years. */
function everybody({ who, age }: Question): readonly Someone[] {
  if (who === '' && age === undefined) return [];
  const key = `${who} ${age}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const all = range(0, 120)
    .filter((years) => age === undefined || years === age)
    .flatMap((years) =>
      (years < 18 ? ['girls', 'boys'] : ['women', 'men'])
        .filter((kind) => who === '' || (age === undefined ? kind === who : sexOf(kind) === sexOf(who)))
        .map((kind) => ({ kind, age: years })),
    );
  asked.set(key, all);
  return all;
}

interface Someone {
  kind: string;
  age: number;
}

const asked = new Map<string, readonly Someone[]>();

const sexOf = (kind: string) => (kind === 'women' || kind === 'girls' ? 'female' : 'male');

/** Whether words of criteria.csv, or ages of a service, name somebody: undefined where they are about something else. */
function names(limit: Row, { kind, age }: Someone): boolean | undefined {
  if (!limit.people && !limit.age_min && !limit.age_max) return undefined;
  const old = age >= Number(limit.age_min || 0) && age <= Number(limit.age_max || 120);
  return old && (!limit.people || listed(limit.people).includes(kind));
}

/** What a service says to the person: "no" closes the door. */
export function answers(
  service: Row,
  { criteria }: Pick<Tables, 'criteria'>,
  question: Question,
): 'no' | 'yes' | 'limited' | 'unsaid' {
  const rowOf = (id: string) => criteria.find((one) => one.id === id) ?? {};
  const rank = ['yes', 'limited', 'unsaid', 'no'] as const;
  const all = everybody(question);
  if (all.length === 0) {
    const cells = ['women', 'men', 'girls', 'boys'].map((kind) => service[kind] || 'unsaid');
    return rank.find((answer) => cells.includes(answer)) ?? 'unsaid';
  }
  const ofKind = [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, people]) => {
    const aged = people.some((one) => names({ ...service, people: '' }, one) !== false);
    const only = listed(service.accepts);
    const meant =
      only.length === 0 || only.some((id) => people.some((one) => names(rowOf(id), one) !== false));
    const never = listed(service.excludes).some((id) =>
      people.every((one) => names(rowOf(id), one) === true),
    );
    if (!aged || !meant || never || service[kind] === 'no') return 'no';
    return service[kind] === 'yes' || service[kind] === 'limited' ? service[kind] : 'unsaid';
  });
  const worst = rank.findLast((answer) => ofKind.includes(answer)) ?? 'unsaid';
  return worst === 'no' && ofKind.some((answer) => answer !== 'no') ? 'unsaid' : worst;
}

/** True where a row has a condition, or a service an "only" or a "not", of which the question leaves open whether it is met. */
export function leftToCheck(row: Row, { criteria }: Pick<Tables, 'criteria'>, question: Question): boolean {
  const rowOf = (id: string) => criteria.find((one) => one.id === id) ?? {};
  const all = everybody(question);
  const met = (id: string) => all.length > 0 && all.every((one) => names(rowOf(id), one) === true);
  const only = listed(row.accepts);
  const metByOne = (kind: string) =>
    only.some((id) => all.filter((one) => one.kind === kind).every((one) => names(rowOf(id), one) === true));
  return (
    (only.length > 0 && (all.length === 0 || !all.every(({ kind }) => metByOne(kind)))) ||
    listed(row.excludes).some(
      (id) => all.length === 0 || all.some((one) => names(rowOf(id), one) !== false),
    ) ||
    listed(row.limits).some((id) => rowOf(id).kind === 'condition') ||
    listed(row.condition).some((id) => !met(id))
  );
}

/** What a service with a bed says to so many nights; undefined where it gives none, or nobody asks. */
function nightsAt(
  service: Row,
  { types }: Tables,
  { nights }: Question,
): 'yes' | 'no' | 'unsaid' | undefined {
  const type = types.find(({ id }) => id === service.type);
  if (nights === undefined || (type?.group !== 'sh' && type?.sheltering !== 'yes')) return undefined;
  const [, count = '', unit = ''] = /^P(\d+)([DMY])$/.exec(service.stay ?? '') ?? [];
  const words: Record<string, readonly ['yes' | 'no', number, number][]> = {
    'short-term': [
      ['yes', 1, 1],
      ['no', 31, 9999],
    ],
    'long-term': [['yes', 1, 9999]],
  };
  const days = { D: 1, M: 30, Y: 365 }[unit];
  if (days !== undefined) return Number(count) * days < nights ? 'no' : 'yes';
  const said = words[service.stay ?? '']?.find(([, from, to]) => nights >= from && nights <= to);
  return said?.[0] ?? 'unsaid';
}

/** The best ways from a party, as the page promises them. */
export function bruteForce(tables: Tables, question: Question): BruteWay[] {
  const { services, organizations } = tables;
  const groupOf = new Map(tables.types.map(({ id = '', group = '' }) => [id, group]));
  const reaches = (service: Row) =>
    service.coverage === 'nationwide' || listed(service.provinces).includes(question.province);
  const answer = new Map(services.map((service) => [service, answers(service, tables, question)]));
  const open = services.filter((service) => answer.get(service) !== 'no');
  const somebody = question.who !== '' || question.age !== undefined;
  const fitsHelp = (one: Row) => groupOf.get(one.type ?? '') === question.need;
  const isBed = (one: Row) => nightsAt(one, tables, question) !== undefined;
  // Whoever says for how long asks for a bed, where some of that help is one.
  const bedsOnly = services.some((one) => fitsHelp(one) && isBed(one));
  const goalsOf = (party: string) =>
    open.filter(
      (one) =>
        one.organization === party &&
        reaches(one) &&
        fitsHelp(one) &&
        (!bedsOnly || isBed(one)) &&
        nightsAt(one, tables, question) !== 'no',
    );
  const goals = new Set(
    open.map(({ organization = '' }) => organization).filter((id) => goalsOf(id).length > 0),
  );
  const selves = organizations
    .filter((one) => listed(one.stands_for).includes('person'))
    .map(({ id = '' }) => id);

  /** How much is left unsaid of coming to a party into some of its services; undefined where the door is closed. */
  const unsaidAt = (
    party: string,
    into: readonly Row[],
    extra: number,
    checked = true,
  ): number | undefined => {
    const usable = into.filter((one) => open.includes(one));
    if (into.length > 0 && usable.length === 0) return undefined;
    const any = services.filter((one) => one.organization === party);
    if (into.length === 0 && any.length > 0 && !any.some((one) => open.includes(one))) return undefined;
    const wanted = goalsOf(party);
    const straight = wanted.filter((one) => usable.includes(one));
    const known = straight.length > 0 ? straight : wanted.length > 0 ? wanted : usable;
    let unsaid = extra;
    let unchecked = !checked;
    if (known.length === 0) unsaid++;
    else {
      const [said = '', best = []] =
        ['yes', 'limited', 'unsaid']
          .map((one) => [one, known.filter((service) => answer.get(service) === one)] as const)
          .find(([, some]) => some.length > 0) ?? [];
      if (somebody && said === 'unsaid') unsaid++;
      const sure = best.filter((one) => !leftToCheck(one, tables, question));
      if (sure.length === 0) unchecked = true;
      const shown = sure.length > 0 ? sure : best;
      const untold = shown.every((one) => nightsAt(one, tables, question) === 'unsaid');
      if (wanted.length > 0 && untold) unsaid++;
    }
    // Of the row or of the service: one thing to ask.
    if (unchecked) unsaid++;
    if (wanted.length > 0 && straight.length === 0) unsaid++;
    if (wanted.length === 0 && usable.length > 0 && !usable.some(reaches)) unsaid++;
    return unsaid;
  };

  const edgesFrom = (party: string): Edge[] => {
    const own = organizations.find(({ id }) => id === party);
    const senders: { id: string; general: boolean }[] = [{ id: party, general: false }];
    for (let up = own?.parent; up; up = organizations.find(({ id }) => id === up)?.parent)
      senders.push({ id: up, general: true });
    if (own?.kind !== 'role')
      for (const word of organizations)
        if (listed(word.stands_for).includes(own?.kind ?? '') && word.id !== party)
          senders.push({ id: word.id ?? '', general: true });
    const edges: Edge[] = [];
    for (const { row, speaker, from, to } of endsOf(tables)) {
      const sender = senders.find(({ id }) => id === from);
      if (sender === undefined || from === to) continue;
      if (listed(row.condition).some((id) => answers({ accepts: id }, tables, question) === 'no')) continue;
      const said =
        Number(row.direction === 'unclear') + Number(row.confidence === 'low') + Number(sender.general);
      const meant = organizations.find(({ id }) => id === to);
      const heirs = sender.general
        ? []
        : [...goals].filter((goal) =>
            listed(meant?.stands_for).includes(organizations.find(({ id }) => id === goal)?.kind ?? ''),
          );
      for (const receiver of [to, ...heirs]) {
        if (receiver === party || selves.includes(receiver)) continue;
        const into =
          speaker.organization === receiver
            ? [speaker]
            : services.filter(
                (one) => one.organization === receiver && one.type && one.type === speaker.type,
              );
        const heir = receiver !== to;
        if (heir && !goalsOf(receiver).some((one) => into.includes(one))) continue;
        const checked = !leftToCheck({ condition: row.condition ?? '' }, tables, question);
        const unsaid = unsaidAt(receiver, into, said + Number(heir), checked);
        if (unsaid !== undefined) edges.push({ to: receiver, unsaid });
      }
    }
    // Of several rows to one receiver the one that leaves the least unsaid counts.
    return [...Map.groupBy(edges, ({ to }) => to)].map(([to, same]) => ({
      to,
      unsaid: Math.min(...same.map(({ unsaid }) => unsaid)),
    }));
  };
  const edges = new Map<string, Edge[]>();

  const ways: BruteWay[] = [];
  const walk = (parties: string[], way: Omit<BruteWay, 'parties'>) => {
    const here = parties.at(-1) as string;
    if (way.steps > 0 && goals.has(here)) {
      ways.push({ parties, ...way });
      return;
    }
    if (way.steps === MOST_STEPS) return;
    const onward = edges.get(here) ?? edgesFrom(here);
    edges.set(here, onward);
    for (const { to, unsaid } of onward) {
      if (parties.includes(to) || to === question.from) continue;
      walk([...parties, to], {
        steps: way.steps + 1,
        uncertain: way.uncertain + Number(unsaid > 0),
        unsaid: way.unsaid + unsaid,
      });
    }
  };
  for (const start of new Set([question.from, ...selves]))
    walk([start], { steps: 0, uncertain: 0, unsaid: 0 });
  if (goals.has(question.from)) {
    const unsaid = unsaidAt(question.from, goalsOf(question.from), 0) ?? 0;
    ways.push({ parties: [question.from, question.from], steps: 0, uncertain: Number(unsaid > 0), unsaid });
  }
  return best(ways);
}

const ends = new WeakMap<Tables, { row: Row; speaker: Row; from: string; to: string }[]>();

/** Each row of referrals.csv with its service, its sender and its receiver. */
function endsOf(tables: Tables) {
  const known = ends.get(tables);
  if (known !== undefined) return known;
  const read = tables.referrals.flatMap((row) => {
    const speaker = tables.services.find(({ id }) => id === row.service);
    if (speaker === undefined) return [];
    const { organization = '' } = speaker;
    const out = (row.direction === 'unclear' ? row.reading : row.direction) === 'out';
    const party = row.party ?? '';
    return out
      ? [{ row, speaker, from: row.sender || organization, to: party }]
      : [{ row, speaker, from: party, to: organization }];
  });
  ends.set(tables, read);
  return read;
}

/** Without the ways that another one to the same party beats, and no more of them than the page shows. */
function best(ways: readonly BruteWay[]): BruteWay[] {
  const end = ({ parties }: BruteWay) => parties.at(-1) as string;
  const order = (a: BruteWay, b: BruteWay) =>
    a.uncertain - b.uncertain || a.steps - b.steps || a.unsaid - b.unsaid;
  const kept = [...Map.groupBy(ways, end).values()].flatMap((same) =>
    same
      .filter((one) => !same.some((other) => other.steps < one.steps && other.uncertain <= one.uncertain))
      .sort(order)
      .slice(0, MOST_TO_ONE),
  );
  return kept.sort(order).slice(0, MOST_WAYS);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
