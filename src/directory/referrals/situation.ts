/** A question for a way, looked up in the index once: who is asked for, where, and which services answer it. */
import { MATCHES, type Match } from '../../schema/vocabulary.ts';
import { fitsNeed, provincesAsked, reachOf } from '../fits.ts';
import { REACHES } from '../reach.ts';
import { answersTo, isMeant, isSurelyMeant } from './person.ts';
import { LENGTHS, type Length, lengthOf } from './stay.ts';
import type { WayIndex, WayLink, WayParty, WayService } from './way-index.ts';
import type { WayQuery } from './way-query.ts';

export interface Situation {
  index: WayIndex;
  /** The question in the words of the edition: a place brings its province, unknown ids are dropped. */
  query: WayQuery;
  /** The province of the place where the person is; undefined where the question names a party or nothing. */
  placeIn: string | undefined;
  /** True where somebody in particular is asked for. */
  somebody: boolean;
  /** The answer of each service to the person. */
  answers: ReadonlyMap<string, Match>;
  /** Of each service that gives a bed, whether people may stay long enough; empty where that is not asked. */
  lengths: ReadonlyMap<string, Length>;
  /** Services of the kinds of help asked for, wherever they work; only beds, where the question says for how long. */
  giving: readonly WayService[];
  /** Services and links under a condition of which the question does not tell whether it is met. */
  unchecked: ReadonlySet<string>;
  parties: ReadonlyMap<string, WayParty>;
  services: ReadonlyMap<string, WayService>;
  servicesOf: ReadonlyMap<string, readonly WayService[]>;
  /** Links that this person may go, by sender. */
  linksFrom: ReadonlyMap<string, readonly WayLink[]>;
  /**
   * By organization: services that give what is needed, where it is needed, not for less time than is needed, and do
   * not refuse the person; best first.
   */
  targets: ReadonlyMap<string, readonly WayService[]>;
  /** Words that stand for kinds of organizations. */
  words: readonly WayParty[];
  /** Words for people who come by themselves. */
  selves: readonly string[];
}

export function situationOf(index: WayIndex, asked: WayQuery): Situation {
  const place = index.places.find(({ id }) => id === asked.from);
  const parties = new Map(index.parties.map((party) => [party.id, party]));
  const where = provincesAsked(index, asked.where);
  // Only a bed is needed for so and so long.
  const stay = asksForBed(index, asked.need) ? asked.stay : undefined;
  const query: WayQuery = {
    ...asked,
    stay,
    from: place !== undefined || parties.has(asked.from) ? asked.from : '',
    where: where.length === 0 && place !== undefined ? [place.province] : where,
  };
  const answerOf = answersTo(query);
  const answers = new Map(index.services.map((one) => [one.id, answerOf(one)]));
  const lengths = new Map(
    stay === undefined
      ? []
      : index.services.filter(({ bed }) => bed).map((one) => [one.id, lengthOf(one.stay, stay)] as const),
  );
  const open = index.links.filter(({ only }) =>
    only.every((limit) => isMeant({ only: [limit], never: [] }, query)),
  );
  const unchecked = new Set([
    ...index.services.filter((one) => one.conditional || !isSurelyMeant(one, query)).map(({ id }) => id),
    ...open
      .filter(({ only }) => only.some((limit) => !isSurelyMeant({ only: [limit], never: [] }, query)))
      .map(({ id }) => id),
  ]);
  const giving = index.services.filter((one) => fitsNeed(one, query.need) && (stay === undefined || one.bed));
  const fitting = giving.filter(
    (one) => isIn(one, query.where) && answers.get(one.id) !== 'no' && lengths.get(one.id) !== 'short',
  );
  const lengthRank = ({ id }: WayService) => LENGTHS.indexOf(lengths.get(id) ?? 'enough');
  const inOrder = fitting.sort(
    (a, b) =>
      byAnswer({ answers, unchecked })(a, b) ||
      lengthRank(a) - lengthRank(b) ||
      reachRank(a, query.where) - reachRank(b, query.where),
  );
  return {
    index,
    query,
    placeIn: place?.province,
    somebody: query.who.length > 0 || query.age !== undefined,
    answers,
    lengths,
    giving,
    unchecked,
    parties,
    services: new Map(index.services.map((one) => [one.id, one])),
    servicesOf: Map.groupBy(index.services, ({ organization }) => organization),
    linksFrom: Map.groupBy(open, ({ from }) => from),
    targets: Map.groupBy(inOrder, ({ organization }) => organization),
    words: index.parties.filter(({ standsFor }) => standsFor.length > 0),
    selves: index.parties.filter(({ standsFor }) => standsFor.includes('person')).map(({ id }) => id),
  };
}

/** True where a service for one of these needs gives a bed, so that it can be asked for how long. */
export function asksForBed({ services }: Pick<WayIndex, 'services'>, need: readonly string[]): boolean {
  return need.length > 0 && services.some((one) => one.bed && fitsNeed(one, need));
}

/** Services in the order of their answers; of equal ones those without a condition left to check come first. */
export function byAnswer({ answers, unchecked }: Pick<Situation, 'answers' | 'unchecked'>) {
  return (a: WayService, b: WayService): number =>
    matchRank(answers.get(a.id)) - matchRank(answers.get(b.id)) ||
    Number(unchecked.has(a.id)) - Number(unchecked.has(b.id));
}

/** True where the service is recorded for one of the provinces; any service where none is asked for. */
export function isIn(service: WayService, where: readonly string[]): boolean {
  return where.length === 0 || reachOf(service, where) !== undefined;
}

/** yes, limited, not stated, no: 0 to 3. */
export function matchRank(match: Match | undefined): number {
  return MATCHES.indexOf(match ?? 'not-stated');
}

/** Listed, partly, nationwide, not said: 0 to 3. */
export function reachRank(service: WayService, where: readonly string[]): number {
  const reach = reachOf(service, where);
  return reach === undefined ? REACHES.length : REACHES.indexOf(reach);
}
