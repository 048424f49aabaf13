/** What finding a way has to know of an edition; the page carries it. */
import type { Directory, Edition, Organization } from '../../schema/directory.ts';
import type { FinderIndex, FinderService } from '../finder-index.ts';
import { linksOf } from '../referral-links.ts';
import { isSheltering } from '../sheltering.ts';
import type { PersonLimit, Terms } from './person.ts';

/** A service as the finder knows it, and what matters once somebody is sent there. */
export interface WayService extends FinderService, Terms {
  /** Ids of named places; empty where the place is not told. */
  places: string[];
  /** True where it works only under conditions that nobody can judge from a question. */
  conditional: boolean;
  /** Ids of criteria: what a person must bring. */
  requires: string[];
  /** True where people sleep there. */
  bed: boolean;
  /** For how long, as stated: P2Y, P10D, short-term, long-term; only where people sleep there. */
  stay?: string | undefined;
}

/** A row of referrals.csv as sender and receiver. */
export interface WayLink {
  /** Id of the row. */
  id: string;
  from: string;
  to: string;
  /** The service whose row says it. */
  service: string;
  statedBy: string;
  /** False where the source does not print the direction. */
  printed: boolean;
  /** True where the reading of the source is in doubt. */
  doubtful: boolean;
  /** Ids of criteria. */
  condition: string[];
  documents: string[];
  /** What each of its conditions says of people and ages; all of them must be met. */
  only: PersonLimit[];
}

export interface WayParty {
  id: string;
  kind: Organization['kind'];
  /** The party that this one belongs to. */
  parent?: string | undefined;
  /** Kinds of organizations that a role means; "person" for people who come by themselves. */
  standsFor: string[];
}

export interface WayIndex {
  /** In the finder's order. */
  services: WayService[];
  links: WayLink[];
  /** Everybody who has a service, stands at an end of a link, or is whose part one of them is. */
  parties: WayParty[];
  provinces: FinderIndex['provinces'];
  formerly: FinderIndex['formerly'];
  /** Named places and their province, one that is in force. */
  places: { id: string; province: string }[];
}

type Shared = Pick<Directory, 'organizations' | 'criteria' | 'places' | 'serviceTypes'>;

/**
 * @param edition redacted for the audience: places of services whose place is confidential are not in it
 * @param finder its index for the finder
 */
export function wayIndex(
  directory: Shared,
  edition: Pick<Edition, 'services' | 'referrals'>,
  finder: Pick<FinderIndex, 'services' | 'provinces' | 'formerly'>,
): WayIndex {
  const criteria = new Map(directory.criteria.map((one) => [one.id, one]));
  // Words that nobody explained are kept as a limit without people and ages: they are left to be checked.
  const named = (ids: readonly string[]) =>
    ids.map((id): PersonLimit => {
      const { people = [], age_min, age_max } = criteria.get(id) ?? {};
      return { people, age_min, age_max };
    });
  const rows = new Map(edition.services.map((service) => [service.id, service]));
  const links = linksOf({ services: [...edition.services], referrals: [...edition.referrals] });
  const beds = new Set(directory.serviceTypes.filter(isSheltering).map(({ id }) => id));
  const inForce = new Set(finder.provinces.map(({ id }) => id));
  return {
    services: finder.services.map((service) => {
      const {
        places = [],
        accepts = [],
        excludes = [],
        requires = [],
        limits = [],
        stay,
      } = rows.get(service.id) ?? {};
      return {
        ...service,
        places,
        only: named(accepts),
        never: named(excludes),
        conditional: limits.some((id) => criteria.get(id)?.kind === 'condition'),
        requires,
        ...(beds.has(service.type ?? '') ? { bed: true, stay } : { bed: false }),
      };
    }),
    links: links.map(({ from, to, directionPrinted, statedBy, service, referral }) => ({
      id: referral.id,
      from,
      to,
      service: service.id,
      statedBy,
      printed: directionPrinted,
      doubtful: referral.confidence === 'low',
      condition: referral.condition,
      documents: referral.documents,
      only: named(referral.condition),
    })),
    parties: partiesOf(directory.organizations, [
      ...finder.services.map(({ organization }) => organization),
      ...links.flatMap(({ from, to }) => [from, to]),
    ]),
    provinces: finder.provinces,
    formerly: finder.formerly,
    places: directory.places
      .map(({ id, province }) => ({ id, province: finder.formerly[province] ?? province }))
      .filter(({ province }) => inForce.has(province)),
  };
}

function partiesOf(organizations: readonly Organization[], ids: readonly string[]): WayParty[] {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const wanted = new Set(ids);
  for (const id of wanted) {
    const parent = byId.get(id)?.parent;
    if (parent !== undefined) wanted.add(parent);
  }
  return organizations
    .filter(({ id }) => wanted.has(id))
    .map(({ id, kind, parent, stands_for }) => ({ id, kind, parent, standsFor: stands_for }));
}
