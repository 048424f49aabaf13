/** What several services together say of women, men, girls and boys. */
import type { Service } from '../schema/directory.ts';
import { type Answer, PEOPLE, type Person } from '../schema/vocabulary.ts';

export interface Accepted {
  person: Person;
  answers: {
    answer: Answer | 'not-stated';
    /** True where every service gives this answer. */
    all: boolean;
    /** Where it is said; undefined for "not stated". */
    at?: { source: string; page: string[] } | undefined;
  }[];
}

type Stating = Pick<Service, Person | 'eligibility_source' | 'eligibility_page'>;

/** Each answer that some of the services give, for each kind of people; "not stated" only where none says anything. */
export function summarizeAcceptance(services: readonly Stating[]): Accepted[] {
  return PEOPLE.map((person) => {
    const byAnswer = Map.groupBy(services, (service) => service[person] ?? 'not-stated');
    const stated = [...byAnswer].filter(([answer]) => answer !== 'not-stated');
    const shown = stated.length > 0 ? stated : [...byAnswer];
    return {
      person,
      answers: shown.map(([answer, some]) => {
        const source = some[0]?.eligibility_source;
        const page = [...new Set(some.flatMap((service) => service.eligibility_page))];
        const at = source === undefined || answer === 'not-stated' ? undefined : { source, page };
        return { answer, all: some.length === services.length, at };
      }),
    };
  });
}
