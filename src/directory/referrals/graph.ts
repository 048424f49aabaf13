/**
 * The referral graph of an edition: parties and who sends people to whom. The rows of referrals.csv stay what they
 * are; directory/referral-links.ts says how one is read and when both sides have said it.
 */
import type { Organization, Referral, Service } from '../../schema/directory.ts';
import { type Link, linksOf, type Partner, sendsTo } from '../referral-links.ts';

/** An organization, an authority or a role such as "families". */
export interface Party {
  id: string;
  kind: Organization['kind'];
  /** True where the edition records a service of it. */
  listed: boolean;
}

/** All that is said of one party sending people to another. */
export interface Connection {
  from: string;
  to: string;
  /** The rows, in the order of the edition; never empty. */
  links: Link[];
  certainty: Partner['certainty'];
}

export interface ReferralGraph {
  /** Everybody who has a service or stands at an end of a link, in the order of organizations.csv. */
  parties: Party[];
  /** One for each pair and direction, in the order in which the edition first names the sender. */
  connections: Connection[];
}

/**
 * The graph of an edition. Rows of a service that the edition does not hold are left out.
 * @param organizations those of the directory; a party that is none of them has the kind "role"
 */
export function referralGraph(
  edition: { services: readonly Service[]; referrals: readonly Referral[] },
  organizations: readonly Pick<Organization, 'id' | 'kind'>[],
): ReferralGraph {
  const links = linksOf({ services: [...edition.services], referrals: [...edition.referrals] });
  return graphOf(links, edition.services, organizations);
}

/** The graph of some of the links, such as those of one group; parties without a link are left out. */
export function graphOfLinks(graph: ReferralGraph, fits: (link: Link) => boolean): ReferralGraph {
  const links = graph.connections.flatMap((connection) => connection.links).filter(fits);
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  return { parties: graph.parties.filter(({ id }) => ends.has(id)), connections: connect(links) };
}

/** Connections of two listed organizations, neither a role, that only one of the two states: the other row is silent. */
export function statedByOneSide({ parties, connections }: ReferralGraph): Connection[] {
  const listed = new Set(parties.filter((party) => party.listed).map(({ id }) => id));
  return connections.filter(
    ({ from, to, certainty }) =>
      from !== to && certainty === 'stated-by-one' && listed.has(from) && listed.has(to),
  );
}

/** Connections that the rows of both ends state. */
export function statedByBothSides({ connections }: ReferralGraph): Connection[] {
  return connections.filter(({ certainty }) => certainty === 'stated-by-both');
}

/** Organizations and authorities that rows of others name, and of which the edition records no service. */
export function namedButNotListed({ parties, connections }: ReferralGraph): Party[] {
  const named = new Set(connections.flatMap(({ from, to }) => [from, to]));
  return parties.filter(({ id, kind, listed }) => named.has(id) && kind !== 'role' && !listed);
}

/** Listed organizations to which no row leads, printed or read: nobody says that he sends people there. */
export function referredToByNobody({ parties, connections }: ReferralGraph): Party[] {
  const receivers = new Set(connections.filter(({ from, to }) => from !== to).map(({ to }) => to));
  return parties.filter(({ id, listed }) => listed && !receivers.has(id));
}

function graphOf(
  links: readonly Link[],
  services: readonly Pick<Service, 'organization'>[],
  organizations: readonly Pick<Organization, 'id' | 'kind'>[],
): ReferralGraph {
  const listed = new Set(services.map(({ organization }) => organization));
  const kinds = new Map(organizations.map(({ id, kind }) => [id, kind]));
  const ends = new Set([...listed, ...links.flatMap(({ from, to }) => [from, to])]);
  const known = organizations.filter(({ id }) => ends.has(id)).map(({ id }) => id);
  return {
    parties: [...new Set([...known, ...ends])].map((id) => ({
      id,
      kind: kinds.get(id) ?? 'role',
      listed: listed.has(id),
    })),
    connections: connect(links),
  };
}

function connect(links: readonly Link[]): Connection[] {
  const senders = new Set(links.map(({ from }) => from));
  return [...senders].flatMap((from) =>
    sendsTo(links, from).map(({ party, links: own, certainty }) => ({
      from,
      to: party,
      links: own,
      certainty,
    })),
  );
}
