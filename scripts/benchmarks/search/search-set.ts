/** A directory to be searched, and what the benchmark knows of its organizations. */
import type { FinderIndex, FinderService, Searchable } from '../../../src/directory/finder-index.ts';
import { PEOPLE, type Person } from '../../../src/schema/vocabulary.ts';
import type { Part } from './respelling.ts';

/** An organization by its names, with what lines are made of. */
export interface NamedOrganization {
  id: string;
  /** The words of its English name. */
  english: readonly Part[];
  acronym?: string | undefined;
  aliases: readonly string[];
  /** The words of its Khmer name, which is written without spaces between them. */
  khmer: readonly string[];
}

export interface SearchSet {
  /** What the tables call it. */
  name: string;
  index: FinderIndex;
  organizations: readonly NamedOrganization[];
}

/** Whether a search runs over one record for each organization or one for each service. */
export type Over = 'organizations' | 'services';

/** What a contender is given to search in. Of organizations only the names are filled. */
export interface SearchRecord {
  id: string;
  names: string[];
  kinds: string[];
  places: string[];
  people: string[];
}

/** Words for people, in both languages; written for the benchmark and not taken from the search. */
export const WORDS_FOR_PEOPLE: Record<Person, { en: readonly string[]; km: readonly string[] }> = {
  women: { en: ['women', 'woman', 'female'], km: ['ស្ត្រី', 'នារី'] },
  men: { en: ['men', 'man', 'male'], km: ['បុរស'] },
  girls: { en: ['girls', 'girl'], km: ['ក្មេងស្រី', 'កុមារី'] },
  boys: { en: ['boys', 'boy'], km: ['ក្មេងប្រុស', 'កុមារា'] },
};

/** The records of an index; what several services share is the same list, so that a large set fits into memory. */
export function recordsOf({ names, services }: FinderIndex): Record<Over, SearchRecord[]> {
  const named = new Map(names.map((entry) => [`${entry.kind}:${entry.id}`, entry.names]));
  const namesOf = (kind: Searchable['kind'], id: string | undefined) => named.get(`${kind}:${id}`) ?? [];
  return {
    organizations: names
      .filter(({ kind }) => kind === 'organization')
      .map(({ id, names: own }) => ({ id, names: own, kinds: [], places: [], people: [] })),
    services: services.map((service) => ({
      id: service.id,
      names: namesOf('organization', service.organization),
      kinds: [...namesOf('type', service.type), ...namesOf('group', service.group)],
      places: service.provinces.flatMap((province) => namesOf('province', province)),
      people: peopleOf(service),
    })),
  };
}

/** Words for everybody whom the service does not refuse. */
function peopleOf(service: FinderService): string[] {
  return PEOPLE.filter((person) => service[person] !== 'no').flatMap((person) => [
    ...WORDS_FOR_PEOPLE[person].en,
    ...WORDS_FOR_PEOPLE[person].km,
  ]);
}
