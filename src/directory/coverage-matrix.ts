/**
 * The coverage table: how many organizations answer what, for each province and kind of help. Each organization counts
 * once, by the strongest answer of its services that fit; the judgement is that of the finder and the map.
 */
import { MATCHES, type Match, PEOPLE, type Person } from '../schema/vocabulary.ts';
import type { Asked } from './acceptance.ts';
import { type CoverageQuestion, type Judged, judge, listedIn, type ProvinceState } from './coverage.ts';
import type { FinderService } from './finder-index.ts';

/** Distinct organizations by their answer; those that say no are in none of the numbers. */
export interface Cell {
  /** Say that they take the people asked for; asked for nobody in particular: that they take some kind of people. */
  yes: number;
  limited: number;
  notStated: number;
  /** By the strongest answer. */
  state: ProvinceState;
}

/** The answers to one question, over the country. */
export interface CoverageColumn {
  /** By province in force. */
  provinces: ReadonlyMap<string, Cell>;
  /** The same with the organizations that work nationwide counted in each province. */
  withNationwide: ReadonlyMap<string, Cell>;
  /** Those that work nationwide. */
  nationwide: Cell;
  /** Those that do not say where they work. */
  somewhere: Cell;
  /** All of them, each once. */
  anywhere: Cell;
}

/**
 * One column of the table.
 * @param provinces ids of the provinces in force
 */
export function coverageColumn(
  services: readonly FinderService[],
  provinces: readonly string[],
  asked: Omit<CoverageQuestion, 'nationwide'>,
): CoverageColumn {
  const judged = judge(services, asked);
  const reaching = (how: FinderService['coverage']) =>
    judged.filter(({ service }) => service.coverage === how);
  const everywhere = reaching('nationwide');
  const listed = (province: string) => judged.filter(({ service }) => service.provinces.includes(province));
  return {
    provinces: new Map(provinces.map((id) => [id, cellOf(listed(id))])),
    withNationwide: new Map(provinces.map((id) => [id, cellOf([...listed(id), ...everywhere])])),
    nationwide: cellOf(everywhere),
    somewhere: cellOf(reaching('not-stated')),
    anywhere: cellOf(judged),
  };
}

function cellOf(judged: readonly Judged[]): Cell {
  const best = new Map<string, Match>();
  for (const { service, match } of judged) {
    const known = best.get(service.organization) ?? match;
    best.set(service.organization, MATCHES.indexOf(match) < MATCHES.indexOf(known) ? match : known);
  }
  const answers = [...best.values()];
  const count = (answer: Match) => answers.filter((one) => one === answer).length;
  const [yes, limited, notStated] = [count('yes'), count('limited'), count('not-stated')];
  return { yes, limited, notStated, state: stateOf(yes, limited, notStated) };
}

function stateOf(yes: number, limited: number, notStated: number): ProvinceState {
  if (yes > 0) return 'recorded';
  if (limited > 0) return 'limited';
  return notStated > 0 ? 'not-stated' : 'none-recorded';
}

/** The ids of the provinces in a state, in the order of the column. */
export function provincesIn(column: ReadonlyMap<string, Cell>, state: ProvinceState): string[] {
  return [...column].filter(([, cell]) => cell.state === state).map(([id]) => id);
}

/** What one kind of people is told about one kind of help, counted in provinces. */
export interface Gap {
  person: Person;
  /** A group or a kind of help. */
  need: string;
  /** Ids of provinces by what is known there; nationwide organizations are left out. */
  recorded: string[];
  limited: string[];
  notStated: string[];
  noneRecorded: string[];
  nationwide: Cell;
}

/**
 * Every pair of people and help, the widest gap first: fewest provinces where an organization says that it takes them,
 * with limits or not; then most provinces where none is recorded; then in the order of the needs and of PEOPLE.
 */
export function listGaps(
  services: readonly FinderService[],
  provinces: readonly string[],
  needs: readonly string[],
): Gap[] {
  const gaps = needs.flatMap((need) =>
    PEOPLE.map((person): Gap => {
      const column = coverageColumn(services, provinces, { who: [person], need: [need] });
      const ids = (state: ProvinceState) => provincesIn(column.provinces, state);
      return {
        person,
        need,
        recorded: ids('recorded'),
        limited: ids('limited'),
        notStated: ids('not-stated'),
        noneRecorded: ids('none-recorded'),
        nationwide: column.nationwide,
      };
    }),
  );
  const stated = ({ recorded, limited }: Gap) => recorded.length + limited.length;
  return gaps.sort((a, b) => stated(a) - stated(b) || b.noneRecorded.length - a.noneRecorded.length);
}

/** What would be gone with one organization. */
export interface Sole {
  organization: string;
  /** Where it is the only one listed for a group, nationwide ones left out. */
  places: { province: string; group: string }[];
  /** Groups and people for which nobody else in the country, nationwide or not, says that it takes them. */
  says: { group: string; person: Person }[];
  /** Kinds of help that nobody else in the country is recorded to give. */
  types: string[];
}

/** The organizations on which something rests alone, those that carry most first. */
export function restingOnOne(
  services: readonly FinderService[],
  provinces: readonly string[],
  groups: readonly string[],
): Sole[] {
  const soles = new Map<string, Sole>();
  const carry = (organization: string): Sole => {
    const sole = soles.get(organization) ?? { organization, places: [], says: [], types: [] };
    soles.set(organization, sole);
    return sole;
  };
  const only = (ids: readonly string[]) => (new Set(ids).size === 1 ? ids[0] : undefined);
  for (const group of groups) {
    for (const province of provinces) {
      const listed = listedIn(services, province, { who: [], need: [group] });
      const one = only(listed.map(({ organization }) => organization));
      if (one !== undefined) carry(one).places.push({ province, group });
    }
    for (const person of PEOPLE) {
      const one = only(organizationsSaying(services, { who: [person] }, group));
      if (one !== undefined) carry(one).says.push({ group, person });
    }
  }
  for (const [type, same] of Map.groupBy(services, (service) => service.type)) {
    const one = type === undefined ? undefined : only(same.map(({ organization }) => organization));
    if (one !== undefined && type !== undefined) carry(one).types.push(type);
  }
  const weight = ({ places, says, types }: Sole) => places.length + says.length + types.length;
  return [...soles.values()].sort((a, b) => weight(b) - weight(a));
}

function organizationsSaying(services: readonly FinderService[], asked: Asked, group: string): string[] {
  return judge(services, { ...asked, need: [group] })
    .filter(({ match }) => match === 'yes' || match === 'limited')
    .map(({ service }) => service.organization);
}
