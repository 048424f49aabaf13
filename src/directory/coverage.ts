/** Numbers for map and tables: who is recorded where, and for whom. Every count on the site comes from here. */
import type { Edition } from '../schema/directory.ts';
import { MATCHES, type Match } from '../schema/vocabulary.ts';
import { type Asked, acceptance, contradictions, statesSomebody } from './acceptance.ts';
import type { FinderService } from './finder-index.ts';

/**
 * What is known of a province for the people asked for, by the strongest answer of a service listed there. recorded:
 * one says that it takes them (asked for nobody: one says whom it takes); limited: only with limits; not-stated:
 * services are listed, none says so; none-recorded: none is listed, or each says that it does not take them.
 */
export type ProvinceState = 'recorded' | 'limited' | 'not-stated' | 'none-recorded';

/** What the map and the tables are asked: the finder's words, and whether nationwide services count in each province. */
export interface CoverageQuestion extends Asked {
  /** Ids of groups and kinds of help; none = every kind. */
  need?: readonly string[];
  nationwide?: boolean;
}

/** Distinct organizations. */
export interface Tally {
  /** All that fit: those that take the people asked for, with limits or not, and those that do not say. */
  count: number;
  /** Those among them of which no service says whether it takes them; 0 where nobody in particular is asked for. */
  notStated: number;
}

export interface Coverage {
  /** Organizations with a service listed in the province, by province and group; groups without any are left out. */
  organizations: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  /** The same over all groups; an organization with several kinds of help counts once. */
  total: ReadonlyMap<string, Tally>;
  state: ReadonlyMap<string, ProvinceState>;
  /** Organizations that say they work in the whole country, by group. */
  nationwide: ReadonlyMap<string, Tally>;
  /** The same over all groups and kinds of help that are not stated, each organization once. */
  nationwideInAll: Tally;
  /** Services that fit, by group. */
  services: ReadonlyMap<string, number>;
  /** Services that fit and do not say where they work. */
  notStatedWhere: number;
}

/** A service and what it answers to a question. */
export type Judged = { service: FinderService; match: Match };

const STATE_OF: Record<Match, ProvinceState> = {
  yes: 'recorded',
  limited: 'limited',
  'not-stated': 'not-stated',
  no: 'none-recorded',
};

/**
 * Counts over the services of the finder's index, with the finder's own judgement of who is accepted: a service that
 * says no, or whose ages leave the person out, does not count. A service whose kind of help is not stated counts for
 * the state of its province, in no group.
 * @param provinces ids of the provinces in force
 */
export function coverage(
  services: readonly FinderService[],
  provinces: readonly string[],
  asked: CoverageQuestion = { who: [] },
): Coverage {
  const anyone = asksForAnyone(asked);
  const fitting = judge(services, asked);
  const everywhere = fitting.filter(({ service }) => service.coverage === 'nationwide');
  const here = (province: string) => [
    ...fitting.filter(({ service }) => service.provinces.includes(province)),
    ...(asked.nationwide ? everywhere : []),
  ];
  const byGroup = (some: readonly Judged[]) =>
    Map.groupBy(
      some.filter(({ service }) => service.group !== undefined),
      ({ service }) => service.group as string,
    );
  const tallies = (some: readonly Judged[]) =>
    new Map([...byGroup(some)].map(([group, ofGroup]) => [group, tally(ofGroup, anyone)]));
  return {
    organizations: new Map(provinces.map((province) => [province, tallies(here(province))])),
    total: new Map(provinces.map((province) => [province, tally(here(province), anyone)])),
    state: new Map(provinces.map((province) => [province, stateOf(here(province), anyone)])),
    nationwide: tallies(everywhere),
    nationwideInAll: tally(everywhere, anyone),
    services: new Map([...byGroup(fitting)].map(([group, ofGroup]) => [group, ofGroup.length])),
    notStatedWhere: fitting.filter(({ service }) => service.coverage === 'not-stated').length,
  };
}

/** An organization under one group, with the strongest answer of its services there. */
export interface Listed {
  organization: string;
  /** Undefined where the kind of help is not stated. */
  group: string | undefined;
  match: Match;
  /** True where it is counted only because it works in the whole country. */
  nationwide: boolean;
}

/** The organizations that the numbers of one province count, in the order of the services. */
export function listedIn(
  services: readonly FinderService[],
  province: string,
  asked: CoverageQuestion = { who: [] },
): Listed[] {
  const listed = new Map<string, Listed>();
  for (const { service, match } of judge(services, asked)) {
    const { organization, group } = service;
    const nationwide = !service.provinces.includes(province);
    if (nationwide && !(asked.nationwide && service.coverage === 'nationwide')) continue;
    const key = `${group} ${organization}`;
    const known = listed.get(key) ?? { organization, group, match, nationwide };
    const best = MATCHES.indexOf(match) < MATCHES.indexOf(known.match) ? match : known.match;
    listed.set(key, { ...known, match: best, nationwide: known.nationwide && nationwide });
  }
  return [...listed.values()];
}

/**
 * Organizations that the numbers count with a yes or a limited yes of a service whose printed ages leave such people
 * out, each once. None where an age is asked for: then the ages decide.
 */
export function disputed(services: readonly FinderService[], asked: CoverageQuestion): string[] {
  if (asked.age !== undefined) return [];
  const found = judge(services, asked).filter(({ service }) =>
    contradictions(service).some((person) => asked.who.includes(person)),
  );
  return [...new Set(found.map(({ service }) => service.organization))];
}

function asksForAnyone({ who, age }: CoverageQuestion): boolean {
  return who.length === 0 && age === undefined;
}

/** The services that count for a question, each with its answer; one that says no counts only where nobody is asked for. */
export function judge(services: readonly FinderService[], asked: CoverageQuestion): Judged[] {
  const { need = [] } = asked;
  return services
    .filter(({ group, type }) => need.length === 0 || need.some((id) => id === group || id === type))
    .map((service): Judged => ({ service, match: acceptance(service, asked).match }))
    .filter(({ match }) => asksForAnyone(asked) || match !== 'no');
}

function tally(some: readonly Judged[], anyone: boolean): Tally {
  const organizations = new Set(some.map(({ service }) => service.organization));
  const stated = new Set(
    some.filter(({ match }) => match !== 'not-stated').map(({ service }) => service.organization),
  );
  return { count: organizations.size, notStated: anyone ? 0 : organizations.size - stated.size };
}

function stateOf(some: readonly Judged[], anyone: boolean): ProvinceState {
  if (some.length === 0) return 'none-recorded';
  if (anyone) return some.some(({ service }) => statesSomebody(service)) ? 'recorded' : 'not-stated';
  const best = Math.min(...some.map(({ match }) => MATCHES.indexOf(match)));
  return STATE_OF[MATCHES[best] ?? 'not-stated'];
}

/** Ids of the organizations that some row of the edition names: as provider, referral party, contact or speaker. */
export function organizationsIn(edition: Edition): Set<string> {
  const ids = [
    ...edition.services.map((service) => service.organization),
    ...edition.referrals.flatMap((referral) => [referral.party, referral.sender]),
    ...edition.contacts.map((contact) => contact.organization),
    ...edition.statements.flatMap((statement) => statement.organization),
  ];
  return new Set(ids.filter((id) => id !== undefined));
}
