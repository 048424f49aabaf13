/**
 * Whether a person may be sent somewhere. The finder's own judgement (directory/acceptance.ts) decides; a way is a
 * stronger promise than a result, so two more things close a door here: printed ages that nobody of that kind has,
 * and words such as "girls only" that name others. Decision: docs/decisions/ways.md.
 */
import { ADULT_AGE, ADULTS, type Match, type Person } from '../../schema/vocabulary.ts';
import { type Asked, acceptance, type Eligibility, peopleAsked } from '../acceptance.ts';

/** The people and ages that words of criteria.csv name; an empty list and a missing age name nobody in particular. */
export interface PersonLimit {
  people: readonly string[];
  age_min?: number | undefined;
  age_max?: number | undefined;
}

const OLDEST = 120;

/**
 * False where the words name people of whom the person is none. Several kinds of people asked for together must all
 * be meant; of an age alone, one of the two sexes is enough; nobody in particular is always meant.
 */
export function isMeant(limit: PersonLimit, asked: Asked): boolean {
  const people = peopleAsked(asked);
  if (people.length === 0) return true;
  const fits = (person: Person) =>
    (limit.people.length === 0 || limit.people.includes(person)) && agesMeet(limit, person, asked.age);
  return asked.who.length === 0 ? people.some(fits) : people.every(fits);
}

/**
 * The answer of a service to a person: that of the finder, or "no" where its ages or its "only" name others.
 * @param only what the service's column "accepts" names, where it names people or ages
 */
export function answerTo(service: Eligibility, only: readonly PersonLimit[], asked: Asked): Match {
  const { age_min, age_max } = service;
  const closed = ![{ people: [], age_min, age_max }, ...only].every((limit) => isMeant(limit, asked));
  return closed ? 'no' : acceptance(service, asked).match;
}

function agesMeet({ age_min = 0, age_max = OLDEST }: PersonLimit, person: Person, age?: number): boolean {
  const adult = ADULTS.includes(person);
  const [youngest, oldest] =
    age === undefined ? (adult ? [ADULT_AGE, OLDEST] : [0, ADULT_AGE - 1]) : [age, age];
  return youngest <= age_max && oldest >= age_min;
}
