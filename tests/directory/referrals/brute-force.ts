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
  /** women, men, girls or boys; empty for nobody in particular. */
  who: string;
  age?: number;
  /** A group. */
  need: string;
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

/** What a service says to the person: "no" closes the door, "said" is a yes or a limited. */
export function answers(
  service: Row,
  { criteria }: Pick<Tables, 'criteria'>,
  question: Question,
): 'no' | 'said' | 'unsaid' {
  const { who, age } = question;
  if (who === '') return 'said';
  const child = age === undefined ? who === 'girls' || who === 'boys' : age < 18;
  const female = who === 'women' || who === 'girls';
  const person = child ? (female ? 'girls' : 'boys') : female ? 'women' : 'men';
  const ages = age === undefined ? (child ? range(0, 17) : range(18, 120)) : [age];
  const only = [service, ...listed(service.accepts).map((id) => criteria.find((one) => one.id === id) ?? {})];
  for (const limit of only) {
    if (!ages.some((one) => one >= Number(limit.age_min || 0) && one <= Number(limit.age_max || 120)))
      return 'no';
    if (limit.people !== undefined && limit.people !== '' && !listed(limit.people).includes(person))
      return 'no';
  }
  const cell = service[person];
  if (cell === 'no') return 'no';
  return cell === 'yes' || cell === 'limited' ? 'said' : 'unsaid';
}

/** The best ways from a party, as the page promises them. */
export function bruteForce(tables: Tables, question: Question): BruteWay[] {
  const { services, organizations } = tables;
  const groupOf = new Map(tables.types.map(({ id = '', group = '' }) => [id, group]));
  const reaches = (service: Row) =>
    service.coverage === 'nationwide' || listed(service.provinces).includes(question.province);
  const answer = new Map(services.map((service) => [service, answers(service, tables, question)]));
  const open = services.filter((service) => answer.get(service) !== 'no');
  const goalsOf = (party: string) =>
    open.filter(
      (one) => one.organization === party && reaches(one) && groupOf.get(one.type ?? '') === question.need,
    );
  const goals = new Set(
    open.map(({ organization = '' }) => organization).filter((id) => goalsOf(id).length > 0),
  );
  const selves = organizations
    .filter((one) => listed(one.stands_for).includes('person'))
    .map(({ id = '' }) => id);

  /** How much is left unsaid of coming to a party into some of its services; undefined where the door is closed. */
  const unsaidAt = (party: string, into: readonly Row[], extra: number): number | undefined => {
    const usable = into.filter((one) => open.includes(one));
    if (into.length > 0 && usable.length === 0) return undefined;
    const wanted = goalsOf(party);
    const straight = wanted.filter((one) => usable.includes(one));
    const known = straight.length > 0 ? straight : wanted.length > 0 ? wanted : usable;
    let unsaid = extra;
    if (known.length === 0) unsaid++;
    else if (known.every((one) => answer.get(one) === 'unsaid')) unsaid++;
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
        const unsaid = unsaidAt(receiver, into, said + Number(heir));
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
