/** Makes the finder's index from an edition. */
import type { Directory, Edition } from '../schema/directory.ts';
import type { Eligibility } from './acceptance.ts';
import { fold } from './fold.ts';
import type { KnownNumber } from './number-search.ts';
import { provincesOfPlaces, reach } from './reach.ts';
import { contactsWith } from './service-contacts.ts';

/** Something that can be searched for by name. */
export interface Searchable {
  kind: 'organization' | 'type' | 'group' | 'province';
  id: string;
  names: string[];
  /** True for an organization that only stands in the directory as somebody's partner. */
  withoutServices?: true;
}

/** What the finder has to know of a service. Made by finderIndex(); small, because the page carries it. */
export interface FinderService extends Eligibility {
  id: string;
  organization: string;
  type?: string | undefined;
  group?: string | undefined;
  coverage: 'nationwide' | 'listed' | 'not-stated';
  provinces: string[];
  /** Provinces of which only named places are served. */
  partly: string[];
}

export interface FinderIndex {
  services: FinderService[];
  /** Neighbours in force, and the countries or seas that a province touches. */
  provinces: { id: string; neighbours: string[]; borders?: string[] }[];
  /** Codes that are not in force in this edition and the province they belonged to. */
  formerly: Record<string, string>;
  /** The numbers that the reader may see, with the services they stand with. */
  numbers?: KnownNumber[];
  /** Names to search by: organizations, service types, groups, provinces, places. */
  names: Searchable[];
}

type Shared = Pick<Directory, 'organizations' | 'groups' | 'serviceTypes' | 'provinces' | 'places'>;

/**
 * The index of one edition, services in the order of groups, kinds of help and organization names. Services whose
 * type is not stated come last. Names are carried of all organizations, of groups that the services use, and of every
 * kind of help.
 */
export function finderIndex(directory: Shared, edition: Edition): FinderIndex {
  const groupOf = new Map(directory.serviceTypes.map((type) => [type.id, type.group]));
  const provinceOfPlace = provincesOfPlaces(directory.places);
  const typeRank = rank(directory.serviceTypes.map((type) => type.id));
  const groupRank = rank(
    [...directory.groups].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).map((group) => group.id),
  );
  const organizations = new Map(
    directory.organizations.map((organization) => [organization.id, organization]),
  );
  const nameOf = (id: string) => organizations.get(id)?.name_en ?? id;
  const { compare } = new Intl.Collator('en');

  const services = edition.services
    .map((service): FinderService => {
      const { id, organization, type, coverage, provinces, women, men, girls, boys, age_min, age_max } =
        service;
      const partly = provinces.filter((province) => reach(service, province, provinceOfPlace) === 'partly');
      const group = type === undefined ? undefined : groupOf.get(type);
      return {
        id,
        organization,
        type,
        group,
        coverage,
        provinces,
        partly,
        women,
        men,
        girls,
        boys,
        age_min,
        age_max,
      };
    })
    .sort(
      (a, b) =>
        groupRank(a.group) - groupRank(b.group) ||
        typeRank(a.type) - typeRank(b.type) ||
        compare(nameOf(a.organization), nameOf(b.organization)),
    );

  const inForce = new Set(edition.about.provinces);
  const giving = new Set(services.map(({ organization }) => organization));
  const usedGroups = new Set(services.map(({ group }) => group));
  const usedTypes = new Set(services.map(({ type }) => type));
  // "Transit centre" is a part of an organization's name. Where nobody gives that kind of help, it means the organization.
  const called = directory.organizations
    .filter(({ id }) => giving.has(id))
    .map(({ name_en }) => ` ${fold(name_en)} `);
  const isPartOfName = (name: string) => {
    const asked = ` ${fold(name)} `;
    return name.includes(' ') && called.some((one) => one.includes(asked));
  };
  const names: Searchable[] = [
    ...directory.organizations
      .filter(({ id, kind }) => giving.has(id) || kind !== 'role')
      .map(({ id, name_en, name_km, acronym, aliases }) => ({
        ...searchable('organization', id, [name_en, name_km, acronym, ...aliases]),
        ...(giving.has(id) ? {} : { withoutServices: true as const }),
      })),
    // Also those that nobody gives: who asks for papers is told that none are recorded, and not of something else.
    ...directory.serviceTypes.map(({ id, name_en, name_km, aliases }) =>
      searchable(
        'type',
        id,
        [name_en, name_km, ...aliases].filter((name) => usedTypes.has(id) || !isPartOfName(name ?? '')),
      ),
    ),
    ...directory.groups
      .filter(({ id }) => usedGroups.has(id))
      .map(({ id, name_en, name_km, short_en, short_km, aliases }) =>
        searchable('group', id, [name_en, name_km, short_en, short_km, ...aliases]),
      ),
    ...directory.provinces
      .filter(({ id }) => inForce.has(id))
      .map(({ id, name_en, name_km, aliases }) => {
        const later = directory.provinces.filter(
          (other) => other.split_from === id && !inForce.has(other.id),
        );
        const places = directory.places.filter(
          ({ province }) => province === id || later.some((other) => other.id === province),
        );
        return searchable('province', id, [
          name_en,
          name_km,
          ...aliases,
          ...later.flatMap((other) => [other.name_en, other.name_km, ...other.aliases]),
          ...places.flatMap((place) => [place.name_en, place.name_km, ...place.aliases]),
        ]);
      }),
  ];
  return {
    services,
    provinces: directory.provinces
      .filter(({ id }) => inForce.has(id))
      .map(({ id, neighbours, borders }) => ({
        id,
        neighbours: neighbours.filter((other) => inForce.has(other)),
        borders,
      })),
    formerly: Object.fromEntries(
      directory.provinces
        .filter(({ id, split_from }) => !inForce.has(id) && split_from !== undefined)
        .map(({ id, split_from }) => [id, split_from as string]),
    ),
    numbers: numbersOf(edition),
    names,
  };
}

function numbersOf({ services, contacts }: Edition): KnownNumber[] {
  const known = new Map<string, Set<string>>();
  for (const service of services)
    for (const { phone } of contactsWith(service, contacts)) {
      if (phone === undefined) continue;
      const digits = phone.replace(/\D/g, '');
      known.set(digits, (known.get(digits) ?? new Set()).add(service.id));
    }
  return [...known].map(([digits, some]) => ({ digits, services: [...some] }));
}

function searchable(kind: Searchable['kind'], id: string, names: (string | undefined)[]): Searchable {
  return {
    kind,
    id,
    names: [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[],
  };
}

function rank(ids: readonly string[]): (id: string | undefined) => number {
  const ranks = new Map(ids.map((id, index) => [id, index]));
  return (id) => ranks.get(id ?? '') ?? ids.length;
}
