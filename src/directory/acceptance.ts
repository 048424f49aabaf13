/** Who a service says it accepts. Unknown is never yes and never no. */
import type { Service } from '../schema/directory.ts';
import { ADULT_AGE, ADULTS, MATCHES, type Match, PEOPLE, type Person } from '../schema/vocabulary.ts';

/** The part of a service row that says whom it takes. */
export type Eligibility = Pick<Service, Person | 'age_min' | 'age_max'>;

/** The person asked for: kinds of people (none = anyone) and, where known, an age in years. */
export interface Asked {
  who: readonly Person[];
  age?: number | undefined;
}

export interface Acceptance {
  match: Match;
  /** True where the answer is no only because the age lies outside the printed limits. */
  byAge: boolean;
}

const RANK = Object.fromEntries(MATCHES.map((match, rank) => [match, rank])) as Record<Match, number>;
/** By rank: thousands of services are judged at each letter typed. */
const SAID: readonly Acceptance[] = MATCHES.map((match) => ({ match, byAge: false }));

const CHILD_OF: Record<Person, Person> = { women: 'girls', men: 'boys', girls: 'girls', boys: 'boys' };
const ADULT_OF: Record<Person, Person> = { girls: 'women', boys: 'men', women: 'women', men: 'men' };

/**
 * The kinds of people an enquiry is about. A known age decides between adult and child (18, Palermo Protocol):
 * a man of 15 is a boy, and an enquiry with an age only is about both sexes of that age.
 */
export function peopleAsked({ who, age }: Asked): readonly Person[] {
  if (age === undefined) return who;
  const turn = age < ADULT_AGE ? CHILD_OF : ADULT_OF;
  const people = who.length === 0 ? PEOPLE : who;
  return [...new Set(people.map((person) => turn[person]))];
}

/**
 * Does the service accept the person asked for?
 * Several kinds named together must all be taken, so the weakest answer counts; for "anyone" the strongest counts.
 * An age outside printed limits is a no, whatever else is said.
 */
export function acceptance(service: Eligibility, asked: Asked): Acceptance {
  return acceptanceOf(asked)(service);
}

/** The same for many services: what the question means is found out once. */
export function acceptanceOf(asked: Asked): (service: Eligibility) => Acceptance {
  const { age } = asked;
  const named = peopleAsked(asked);
  const people = named.length === 0 ? PEOPLE : named;
  const anyone = asked.who.length === 0;
  return (service) => {
    if (age !== undefined && (age < (service.age_min ?? 0) || age > (service.age_max ?? Infinity)))
      return { match: 'no', byAge: true };
    let rank = anyone ? MATCHES.length : -1;
    for (const person of people) {
      const answer = RANK[service[person] ?? 'not-stated'];
      if (anyone ? answer < rank : answer > rank) rank = answer;
    }
    return SAID[rank] as Acceptance;
  };
}

/** True where some source says something about whom the service takes. */
export function statesSomebody(service: Eligibility): boolean {
  return PEOPLE.some((person) => service[person] !== undefined);
}

/**
 * The kinds of people whose yes disagrees with the printed ages: adults although the oldest age is below 18, children
 * although the youngest is 18 or more. Both statements are kept and shown.
 */
export function contradictions(service: Eligibility): Person[] {
  return PEOPLE.filter((person) => {
    const said = service[person];
    if (said !== 'yes' && said !== 'limited') return false;
    return ADULTS.includes(person)
      ? (service.age_max ?? Infinity) < ADULT_AGE
      : (service.age_min ?? 0) >= ADULT_AGE;
  });
}
