/**
 * The steps that a person in a situation may take from a party: one for each receiver, with the rows it rests on and
 * with everything about it that no row says. Decision: docs/decisions/ways.md.
 */
import type { Match } from '../../schema/vocabulary.ts';
import { byAnswer, isIn, type Situation } from './situation.ts';
import type { WayLink, WayService } from './way-index.ts';

/**
 * What is not stated of a step.
 * start: that people may come there straight from the place · direction: who sends whom · reading: the row is in doubt ·
 * sender: it is said of a wider party · receiver: it is said of "NGOs", not of this one · role: which of "NGOs" ·
 * help: that those who are sent this way get the help asked for · service: what the receiver does for them ·
 * condition: that a condition of the row or of the service is met, where the question does not tell ·
 * person: that the person is accepted · stay: that a bed is given for as long as is needed · place: that it works in
 * the province.
 */
export const DOUBTS = [
  'start',
  'direction',
  'reading',
  'sender',
  'receiver',
  'role',
  'help',
  'service',
  'condition',
  'person',
  'stay',
  'place',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface Step {
  /** referral: a row says it; direct: from the place, without a referral; own: whoever has the person gives the help. */
  kind: 'referral' | 'direct' | 'own';
  /** A party; for a direct step the place. In a way it is whoever had the person before. */
  from: string;
  to: string;
  /** The rows that say it, the clearest first; none unless a referral. */
  links: WayLink[];
  /** Services into which those rows lead, best first; empty where they do not say. */
  receives: string[];
  /** In the last step of a way: services of the receiver that give what is needed, best first. */
  gives: string[];
  /** The answer to the person of the first of these services. */
  match: Match;
  /** In the order of DOUBTS; a step without any is certain. */
  doubts: Doubt[];
}

/**
 * Makes the question "which steps lead on from this party?": one step for each receiver, by the clearest of the rows
 * that say it. A receiver that gives what is needed ends a way. `from` is the party of whom the clearest row speaks.
 */
export function stepsIn(situation: Situation): (party: string) => Step[] {
  const { linksFrom, selves } = situation;
  const ways: WaysIn = remember((service) => remember((to) => wayIn(to, service, situation)));
  const saidOf = remember((sender: string) => {
    const said = (linksFrom.get(sender) ?? []).flatMap((link) => stepsBy(link, situation, ways));
    return clearest(said.filter(({ to }) => to !== sender && !selves.includes(to)));
  });
  // From "NGOs" to "NGOs" would be from anybody to anybody.
  const saidInGeneral = remember((sender: string) =>
    saidOf(sender)
      .filter(({ doubts }) => !doubts.includes('receiver'))
      .map((step): Step => ({ ...step, doubts: inTheirOrder([...step.doubts, 'sender']) })),
  );
  return remember((party: string) => {
    const wider = widerParties(party, situation).flatMap(saidInGeneral);
    if (wider.length === 0) return saidOf(party);
    return clearest([...saidOf(party), ...wider.filter(({ to }) => to !== party)]);
  });
}

/**
 * The rows to show of a step: the clearest, and each that has a condition or asks for papers, because no other row
 * speaks for it.
 */
export function rowsToShow({ links }: Pick<Step, 'links'>, most: number): WayLink[] {
  return links.filter(
    ({ condition, documents }, at) => at < most || condition.length > 0 || documents.length > 0,
  );
}

/** Steps as one for each receiver: the clearest, with the rows of all. */
function clearest(steps: readonly Step[]): Step[] {
  const byReceiver = new Map<string, Step>();
  const merged = new Map<string, WayLink[]>();
  for (const step of steps) {
    const other = byReceiver.get(step.to);
    if (other === undefined) {
      byReceiver.set(step.to, step);
      continue;
    }
    const links = merged.get(step.to) ?? [...other.links];
    if (step.doubts.length < other.doubts.length) {
      byReceiver.set(step.to, step);
      links.unshift(...step.links);
    } else links.push(...step.links);
    merged.set(step.to, links);
  }
  for (const [to, links] of merged)
    byReceiver.set(to, { ...(byReceiver.get(to) as Step), links: [...new Set(links)] });
  return [...byReceiver.values()];
}

/** Steps from a place to whoever is recorded there. No row says who sends people from a place. */
export function stepsFromPlace(place: string, province: string, situation: Situation): Step[] {
  return [...situation.servicesOf].flatMap(([to, services]) => {
    const there = services.filter(
      (service) =>
        isIn(service, [province]) &&
        (!service.partly.includes(province) || service.places.includes(place)) &&
        situation.answers.get(service.id) !== 'no',
    );
    if (there.length === 0) return [];
    return { ...arrival(to, there, situation, ['start']), kind: 'direct', from: place, links: [] };
  });
}

/** The step of staying where one is, because that party gives what is needed; undefined where it does not. */
export function ownStep(party: string, situation: Situation): Step | undefined {
  const own = situation.targets.get(party);
  if (own === undefined) return undefined;
  return { ...arrival(party, own, situation, []), kind: 'own', from: party, links: [] };
}

/** Whose statements hold for a party too: those that it is a part of, and words such as "NGOs" that mean its kind. */
export function widerParties(
  party: string,
  { parties, words }: Pick<Situation, 'parties' | 'words'>,
): string[] {
  const wider: string[] = [];
  const { kind = 'role', parent } = parties.get(party) ?? {};
  for (let one = parent; one !== undefined; one = parties.get(one)?.parent) wider.push(one);
  for (const { id, standsFor } of words) if (kind !== 'role' && standsFor.includes(kind)) wider.push(id);
  return wider.filter((one) => one !== party);
}

/** What one row says: the step to the party that it names and, where that is a word such as "NGOs", to each that it means. */
function stepsBy(link: WayLink, { parties, targets, unchecked }: Situation, ways: WaysIn): Step[] {
  const into = ways(link.service);
  const stepTo = (to: string, doubts: readonly Doubt[]): Step[] => {
    const known = into(to);
    if (known === null) return [];
    const all = inTheirOrder([...doubts, ...known.doubts]);
    return [{ ...known, doubts: all, kind: 'referral', from: link.from, links: [link] }];
  };
  const doubts: Doubt[] = [];
  if (!link.printed) doubts.push('direction');
  if (link.doubtful) doubts.push('reading');
  if (unchecked.has(link.id)) doubts.push('condition');
  const words = parties.get(link.to)?.standsFor ?? [];
  const meant = words.length === 0 ? [] : [...targets.keys()];
  return [
    ...stepTo(link.to, doubts),
    ...meant
      .filter((goal) => goal !== link.from && words.includes(parties.get(goal)?.kind ?? ''))
      .flatMap((goal) => stepTo(goal, [...doubts, 'receiver']))
      // A row speaks of one kind of help, and leads to nobody who gives only others.
      .filter((step) => !step.doubts.includes('help')),
  ];
}

/** What is known of coming to a party, the same for each row of a service; null where nobody there takes the person. */
type WaysIn = (service: string) => (to: string) => Arrival | null;

type Arrival = Pick<Step, 'to' | 'receives' | 'gives' | 'match' | 'doubts'>;

/** Null where all services into which rows of the service lead refuse the person; where they do not say which, all there are. */
function wayIn(to: string, service: string, situation: Situation): Arrival | null {
  const services = situation.servicesOf.get(to) ?? [];
  const own = services.filter(({ id }) => id === service);
  const type = situation.services.get(service)?.type;
  // A row of somebody else says for which kind of help, not into which service.
  const into = own.length > 0 ? own : services.filter((one) => type !== undefined && one.type === type);
  const takes = ({ id }: WayService) => situation.answers.get(id) !== 'no';
  const asked = into.length > 0 ? into : services;
  if (asked.length > 0 && !asked.some(takes)) return null;
  return arrival(to, into.filter(takes), situation, []);
}

/** What is known of coming to a party by way of some of its services, none where the way does not say which. */
function arrival(
  to: string,
  into: readonly WayService[],
  { targets, answers, lengths, unchecked, parties, query, somebody }: Situation,
  doubts: readonly Doubt[],
): Arrival {
  const goals = targets.get(to) ?? [];
  const straight = goals.filter((goal) => into.includes(goal));
  const gives = straight.length > 0 ? straight : goals;
  const receives = [...into].sort(byAnswer({ answers, unchecked }));
  const [best] = gives.length > 0 ? gives : receives;
  const match = answers.get(best?.id ?? '') ?? 'not-stated';
  const all = new Set(doubts);
  if (gives.length > 0 && straight.length === 0) all.add('help');
  if (best === undefined) all.add(parties.get(to)?.kind === 'role' ? 'role' : 'service');
  else {
    if (unchecked.has(best.id)) all.add('condition');
    if (somebody && match === 'not-stated') all.add('person');
    if (gives.length > 0 && lengths.get(best.id) === 'not-stated') all.add('stay');
  }
  if (gives.length === 0 && into.length > 0 && !into.some((one) => isIn(one, query.where))) all.add('place');
  return {
    to,
    receives: receives.map(({ id }) => id),
    gives: gives.map(({ id }) => id),
    match,
    doubts: inTheirOrder([...all]),
  };
}

function inTheirOrder(doubts: readonly Doubt[]): Doubt[] {
  return doubts.length < 2 ? [...doubts] : DOUBTS.filter((doubt) => doubts.includes(doubt));
}

/** The same answer the next time. */
function remember<T extends object | null>(answer: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const old = known.get(id);
    if (old !== undefined) return old;
    const fresh = answer(id);
    known.set(id, fresh);
    return fresh;
  };
}
