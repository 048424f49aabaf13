/**
 * Referral as data: each row of referrals.csv is one statement that somebody sends people somewhere.
 * "Sent by" and "sends to" are two readings of the same rows; nothing is stored twice.
 */
import type { Edition, Referral, Service } from '../schema/directory.ts';

/** One stated step from one party to another. */
export interface Link {
  from: string;
  to: string;
  /** False where the source does not print the direction and the row carries a reading instead. */
  directionPrinted: boolean;
  /** The organization whose row says it. */
  statedBy: string;
  service: Service;
  referral: Referral;
}

/** All links between one party and one other, in one direction. */
export interface Partner {
  party: string;
  links: Link[];
  /** stated-by-both: each side's rows say it; unclear: no row prints the direction. */
  certainty: 'stated-by-both' | 'stated-by-one' | 'unclear';
}

/** Every statement of an edition as a link with sender and receiver. Rows whose direction is unclear follow their reading; without a reading they count as "in". */
export function linksOf(edition: Pick<Edition, 'services' | 'referrals'>): Link[] {
  const services = new Map(edition.services.map((service) => [service.id, service]));
  return edition.referrals.flatMap((referral) => {
    const service = services.get(referral.service);
    if (service === undefined) return [];
    const outward = (referral.direction === 'unclear' ? referral.reading : referral.direction) === 'out';
    const own = referral.sender ?? service.organization;
    return [
      {
        from: outward ? own : referral.party,
        to: outward ? referral.party : service.organization,
        directionPrinted: referral.direction !== 'unclear',
        statedBy: service.organization,
        service,
        referral,
      },
    ];
  });
}

/** Who sends people to the organization, each sender once. */
export function sentBy(links: readonly Link[], organization: string): Partner[] {
  return partners(
    links.filter((link) => link.to === organization),
    (link) => link.from,
  );
}

/** Where the organization sends people, each receiver once. */
export function sendsTo(links: readonly Link[], organization: string): Partner[] {
  return partners(
    links.filter((link) => link.from === organization),
    (link) => link.to,
  );
}

/**
 * Who says of two parties that one sends people to the other: of rows with a printed direction where there are any,
 * else of those that only name both. "only" is one of the two ends, and the other is silent; "others" are third
 * parties, or several.
 */
export function speakers({ links, certainty }: Partner): {
  by: string[];
  as: 'both' | 'only' | 'others' | 'unclear';
} {
  const counted = certainty === 'unclear' ? links : links.filter((link) => link.directionPrinted);
  const by = [...new Set(counted.map(({ statedBy }) => statedBy))];
  if (certainty === 'unclear') return { by, as: 'unclear' };
  if (certainty === 'stated-by-both') return { by, as: 'both' };
  const atAnEnd = counted.every(({ statedBy, from, to }) => statedBy === from || statedBy === to);
  return { by, as: by.length === 1 && atAnEnd ? 'only' : 'others' };
}

function partners(links: readonly Link[], other: (link: Link) => string): Partner[] {
  const byParty = Map.groupBy(links, other);
  return [...byParty].map(([party, own]) => ({ party, links: own, certainty: certainty(own) }));
}

/** How sure it is that one party sends people to another: two organizations whose rows print the direction have both said it. */
export function certainty(
  links: readonly Pick<Link, 'from' | 'to' | 'directionPrinted' | 'statedBy'>[],
): Partner['certainty'] {
  const printed = links.filter((link) => link.directionPrinted);
  if (printed.length === 0) return 'unclear';
  const sides = new Set(
    printed
      .filter((link) => link.statedBy === link.from || link.statedBy === link.to)
      .map((link) => link.statedBy),
  );
  return sides.size > 1 ? 'stated-by-both' : 'stated-by-one';
}
