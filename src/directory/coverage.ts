/** Numbers for map and tables: who is recorded where. Every count on the site comes from here. */
import type { Edition, Group, ServiceType } from '../schema/directory.ts';
import { statesSomebody } from './acceptance.ts';

/** stated: a service listed there says whom it takes; not-stated: services are listed, none says whom; none-recorded: none is listed. */
export type ProvinceState = 'stated' | 'not-stated' | 'none-recorded';

export interface CoverageCounts {
  /** Distinct organizations with a service listed in the province, by province and group. */
  organizations: ReadonlyMap<string, ReadonlyMap<string, number>>;
  state: ReadonlyMap<string, ProvinceState>;
  /** Distinct organizations that say they work in the whole country, by group. */
  nationwide: ReadonlyMap<string, number>;
  /** Services, by group. */
  services: ReadonlyMap<string, number>;
  /** Services that do not say where they work. */
  notStatedWhere: number;
}

/** Counts of an edition over the provinces in force. A service without a type counts for its state and place, in no group. */
export function coverageCounts(
  edition: Pick<Edition, 'services' | 'about'>,
  groups: readonly Pick<Group, 'id'>[],
  serviceTypes: readonly Pick<ServiceType, 'id' | 'group'>[],
): CoverageCounts {
  const groupOf = new Map(serviceTypes.map((type) => [type.id, type.group]));
  const inGroup = Map.groupBy(edition.services, (service) => groupOf.get(service.type ?? '') ?? '');
  const distinct = (services: readonly { organization: string }[]) =>
    new Set(services.map((s) => s.organization)).size;

  const organizations = new Map<string, Map<string, number>>();
  const state = new Map<string, ProvinceState>();
  for (const province of edition.about.provinces) {
    const here = edition.services.filter((service) => service.provinces.includes(province));
    state.set(
      province,
      here.length === 0 ? 'none-recorded' : here.some(statesSomebody) ? 'stated' : 'not-stated',
    );
    const hereByGroup = Map.groupBy(here, (service) => groupOf.get(service.type ?? '') ?? '');
    organizations.set(province, new Map(groups.map(({ id }) => [id, distinct(hereByGroup.get(id) ?? [])])));
  }
  const of = (group: string) => inGroup.get(group) ?? [];
  return {
    organizations,
    state,
    nationwide: new Map(
      groups.map(({ id }) => [id, distinct(of(id).filter((s) => s.coverage === 'nationwide'))]),
    ),
    services: new Map(groups.map(({ id }) => [id, of(id).length])),
    notStatedWhere: edition.services.filter((service) => service.coverage === 'not-stated').length,
  };
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
