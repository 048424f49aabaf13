/** The referral network of the edition that the site shows, and of its parts. Like site.ts a door to redacted data. */
import {
  graphOfLinks,
  namedButNotListed,
  referralGraph,
  referredToByNobody,
  statedByBothSides,
  statedByOneSide,
} from '../directory/referrals/graph.ts';
import {
  countsOf,
  linksIn,
  type NetworkCounts,
  type NetworkQuery,
  nationwideIn,
  networkIndex,
  rowsFor,
} from '../directory/referrals/network.ts';
import { type Structure, structureOf } from '../directory/referrals/structure.ts';
import { edition, isAuthority, organization, organizations, wayStarts, ways } from '../site.ts';

const graph = referralGraph(edition, organizations);

/** What the rows of the whole edition tell. */
export const network = {
  both: statedByBothSides(graph),
  oneSide: statedByOneSide(graph),
  notListed: namedButNotListed(graph),
  nobody: referredToByNobody(graph),
  ...structureOf(graph),
};

/** What the page of the network has to know to choose rows. */
export const networkRows = networkIndex(ways);

/** What the rows of one kind of help or one province tell, or of both. */
export interface NetworkPart extends Structure, NetworkCounts {
  /** Rows of services that work nationwide. */
  nationwide: number;
}

/** The part of the network that answers a question. */
export function networkPart(asked: Partial<NetworkQuery>): NetworkPart {
  const rows = rowsFor(networkRows, { need: [], where: [], from: '', ...asked });
  const chosen = new Set(rows.map(({ id }) => id));
  return {
    ...countsOf(rows),
    nationwide: nationwideIn(networkRows, rows),
    ...structureOf(graphOfLinks(graph, ({ referral }) => chosen.has(referral.id))),
  };
}

/** Who sends people to whom, each pair once; the drawing has its links in this order. */
export const networkLinks = linksIn(networkRows.rows);

export type NetworkBand = 'authorities' | 'words' | 'organizations';

/** What a party is: police and authorities, a word that the source uses for people or groups, or an organization. */
export function networkBand(id: string): NetworkBand {
  const { kind } = organization(id);
  if (kind === 'role') return 'words';
  return isAuthority({ kind }) ? 'authorities' : 'organizations';
}

const inRows = new Set(networkRows.rows.flatMap(({ from, to }) => [from, to]));
/** Parties that a question may name, by what they are. */
export const networkParties = (['authorities', 'words', 'organizations'] as const).map((band) => ({
  band,
  parties: wayStarts[band].filter(({ id }) => inRows.has(id)),
}));
