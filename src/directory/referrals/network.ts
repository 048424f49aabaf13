/**
 * The rows of the network that answer a question about the kind of help, the province and the party. Pure and small:
 * the same code answers in the build, in tests and on the page.
 */
import type { FinderIndex, FinderService } from '../finder-index.ts';
import { fitsNeed, provincesAsked, reachOf } from '../fits.ts';
import { certainty, type Partner } from '../referral-links.ts';
import type { WayIndex } from './way-index.ts';
import { readWayQuery, type WayQuery, writeWayQuery } from './way-query.ts';

/** A row of referrals.csv as sender and receiver. */
export interface NetworkRow {
  /** Id of the row. */
  id: string;
  from: string;
  to: string;
  statedBy: string;
  directionPrinted: boolean;
  /** Place of its service in the index. */
  service: number;
}

/** What the page of the network carries. */
export interface NetworkIndex extends Pick<FinderIndex, 'formerly'> {
  /** Provinces in force. */
  provinces: { id: string }[];
  services: Pick<FinderService, 'group' | 'type' | 'coverage' | 'provinces' | 'partly'>[];
  rows: NetworkRow[];
}

/** Several kinds of help, or several provinces, mean any of them; an empty part asks for nothing. */
export type NetworkQuery = Pick<WayQuery, 'need' | 'where' | 'from'>;

/** One party sending people to another, as the rows chosen say it. */
export interface NetworkLink {
  from: string;
  to: string;
  certainty: Partner['certainty'];
}

/** What there is to count of some rows. */
export interface NetworkCounts {
  rows: number;
  /** Rows whose direction the source does not print. */
  unclear: number;
  links: number;
  parties: number;
}

/** @param ways what finding a way knows of the edition, redacted for the audience */
export function networkIndex({
  services,
  links,
  provinces,
  formerly,
}: Pick<WayIndex, 'services' | 'links' | 'provinces' | 'formerly'>): NetworkIndex {
  const used = services.filter(({ id }) => links.some(({ service }) => service === id));
  const placeOf = new Map(used.map(({ id }, place) => [id, place]));
  return {
    provinces: provinces.map(({ id }) => ({ id })),
    formerly,
    services: used.map(({ group, type, coverage, provinces, partly }) => ({
      group,
      type,
      coverage,
      provinces,
      partly,
    })),
    rows: links.flatMap(({ id, from, to, statedBy, printed, service }) => {
      const place = placeOf.get(service);
      return place === undefined ? [] : { id, from, to, statedBy, directionPrinted: printed, service: place };
    }),
  };
}

/** Reads "#need=sh&where=KH-1&from=police"; whatever else the fragment asks is left out. */
export function readNetworkQuery(fragment: string): NetworkQuery {
  const { need, where, from } = readWayQuery(fragment);
  return { need, where, from };
}

/** The fragment of a question without "#". */
export function writeNetworkQuery(query: NetworkQuery): string {
  return writeWayQuery({ who: [], q: '', ...query });
}

/**
 * The question in the words of the edition: former provinces are brought to theirs and unknown ones dropped, as in the
 * finder. An unknown kind of help or party stays and finds nothing: dropping it would answer another question.
 */
export function askedOfNetwork(index: NetworkIndex, { need, where, from }: NetworkQuery): NetworkQuery {
  return { need, where: provincesAsked(index, where), from };
}

/**
 * The rows that answer a question, in the order of the edition. A row belongs to a province where its service is
 * recorded for it or works nationwide; a service of which the source does not say where it works belongs to none.
 * A party's rows are those in which it sends or receives people, whoever states them.
 */
export function rowsFor(index: NetworkIndex, { need, where, from }: NetworkQuery): NetworkRow[] {
  const fits = index.services.map(
    (service) => fitsNeed(service, need) && (where.length === 0 || reachOf(service, where) !== undefined),
  );
  return index.rows.filter(
    (row) => fits[row.service] === true && (from === '' || row.from === from || row.to === from),
  );
}

/** How many of the rows are of services that work nationwide, and not recorded for any one province. */
export function nationwideIn(index: NetworkIndex, rows: readonly NetworkRow[]): number {
  return rows.filter(({ service }) => index.services[service]?.coverage === 'nationwide').length;
}

/** One link for each pair and direction, in the order in which the rows first name it. */
export function linksIn(rows: readonly NetworkRow[]): NetworkLink[] {
  const pairs = Map.groupBy(rows, ({ from, to }) => `${from} ${to}`);
  return [...pairs.values()].map((said) => {
    const [{ from, to }] = said as [NetworkRow];
    return { from, to, certainty: certainty(said) };
  });
}

export function countsOf(rows: readonly NetworkRow[]): NetworkCounts {
  return {
    rows: rows.length,
    unclear: rows.filter(({ directionPrinted }) => !directionPrinted).length,
    links: linksIn(rows).length,
    parties: new Set(rows.flatMap(({ from, to }) => [from, to])).size,
  };
}
