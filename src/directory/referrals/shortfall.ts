/**
 * What is missing, from the same data: who gives the help and takes the person in the province, who does so elsewhere,
 * and how far the stated ways lead. "None recorded" is all that this can say; it never means that there is none.
 */
import { isIn, matchRank, type Situation } from './situation.ts';
import type { WayService } from './way-index.ts';

export interface Shortfall {
  /** Services listed in the provinces asked for that say that they take the person; of nobody in particular, all. */
  statedHere: string[];
  /** The same of services that work nationwide. */
  statedNationwide: string[];
  /** Services that do not refuse the person and of which the source does not say where they work. */
  placeNotStated: string[];
  /** Services recorded there, by list or nationwide, that refuse the person by a printed no, an age or an "only". */
  refused: string[];
  /** Services recorded there, or without saying where, that do not refuse the person, but give a bed for less time than is needed. */
  tooShort: string[];
  /** Where nobody listed there says that he takes the person: the nearest provinces where somebody does. */
  nearest: Nearby[];
  /** Organizations that give the help there, to which no way leads; with those who send people to them. */
  unreached: { organization: string; services: string[]; sentBy: string[] }[];
  /** Where no way leads to the help: the parties that can be reached, the nearest first. */
  stops: string[];
}

export interface Nearby {
  province: string;
  /** How many borders of provinces lie between. */
  borders: number;
  services: string[];
}

/** What the search for ways came to. */
export interface Search {
  /** Every party that it reached, the nearest first. */
  reached: ReadonlySet<string>;
  /** Organizations at which a way ends. */
  helping: ReadonlySet<string>;
}

export function shortfallOf(situation: Situation, { reached, helping }: Search): Shortfall {
  const { index, query, answers, lengths, giving, targets, somebody } = situation;
  const ids = (services: readonly WayService[]) => services.map(({ id }) => id);
  const welcome = giving.filter(({ id }) => answers.get(id) !== 'no');
  const taking = welcome.filter(({ id }) => lengths.get(id) !== 'short');
  const stated = taking.filter(({ id }) => !somebody || matchRank(answers.get(id)) < matchRank('not-stated'));
  const listed = (services: readonly WayService[], where: readonly string[]) =>
    services.filter(({ provinces }) => where.some((province) => provinces.includes(province)));
  const statedHere = listed(stated, query.where);
  return {
    statedHere: ids(statedHere),
    statedNationwide: ids(stated.filter(({ coverage }) => coverage === 'nationwide')),
    placeNotStated: ids(taking.filter(({ coverage }) => coverage === 'not-stated')),
    refused: ids(giving.filter((one) => answers.get(one.id) === 'no' && isIn(one, query.where))),
    tooShort: ids(
      welcome.filter(
        (one) => lengths.get(one.id) === 'short' && (one.coverage === 'not-stated' || isIn(one, query.where)),
      ),
    ),
    nearest:
      statedHere.length > 0 ? [] : nearest(index.provinces, query.where, (id) => ids(listed(stated, [id]))),
    unreached: [...targets]
      .filter(([organization]) => !helping.has(organization))
      .map(([organization, services]) => ({
        organization,
        services: ids(services),
        sentBy: [
          ...new Set(
            index.links.filter(({ to, from }) => to === organization && from !== to).map(({ from }) => from),
          ),
        ],
      })),
    stops: helping.size > 0 ? [] : [...reached],
  };
}

/** The provinces with such services that lie the fewest borders away. */
function nearest(
  provinces: Situation['index']['provinces'],
  where: readonly string[],
  servicesIn: (province: string) => string[],
): Nearby[] {
  const neighbours = new Map(provinces.map((one) => [one.id, one.neighbours]));
  const seen = new Set(where);
  let ring: string[] = [...where];
  for (let borders = 1; ring.length > 0; borders++) {
    ring = [...new Set(ring.flatMap((id) => neighbours.get(id) ?? []))].filter((id) => !seen.has(id));
    for (const id of ring) seen.add(id);
    const found = ring
      .map((province) => ({ province, borders, services: servicesIn(province) }))
      .filter(({ services }) => services.length > 0);
    if (found.length > 0) return found;
  }
  return [];
}
