/**
 * Whether a person may be sent somewhere. The finder's own judgement (directory/acceptance.ts) decides; a way is a
 * stronger promise than a result, so more closes a door here: printed ages that nobody of that kind has, and words
 * such as "girls only" that name others. Words that name neither people nor ages, such as "urgent cases", close no
 * door and open none: nobody asked. Decision: docs/decisions/ways.md.
 */
import { ADULT_AGE, ADULTS, MATCHES, type Match, type Person } from '../../schema/vocabulary.ts';
import { type Asked, acceptanceOf, type Eligibility, peopleAsked } from '../acceptance.ts';

/** The people and ages that words of criteria.csv name; none of them where the words are about something else. */
export interface PersonLimit {
  people: readonly string[];
  age_min?: number | undefined;
  age_max?: number | undefined;
}

/** What a service or a row says of whom it is for. */
export interface Terms {
  /** One of them is enough; empty where nothing is said. */
  only: readonly PersonLimit[];
  /** Each of them closes the door. */
  never: readonly PersonLimit[];
}

const OLDEST = 120;

/**
 * False where the words are for others. Several kinds of people asked for together must all be meant; of an age alone,
 * one of the two sexes is enough; nobody in particular is always meant.
 */
export function isMeant(terms: Terms, asked: Asked): boolean {
  const people = peopleAsked(asked);
  if (people.length === 0) return true;
  const fits = (person: Person) => isOpenTo(terms, person, asked.age);
  return asked.who.length === 0 ? people.some(fits) : people.every(fits);
}

/** True where the words surely hold for everybody asked for: what they say of others is not left to be checked. */
export function isSurelyMeant({ only, never }: Terms, asked: Asked): boolean {
  const people = peopleAsked(asked);
  if (people.length === 0) return only.length === 0 && never.length === 0;
  return people.every(
    (person) =>
      (only.length === 0 || only.some((limit) => covers(limit, person, asked.age))) &&
      never.every((limit) => isNamed(limit) && !meets(limit, person, asked.age)),
  );
}

/**
 * The answers of services to a person: those of the finder, or "no" where ages or words name others. For an age alone
 * an answer is a yes only where both sexes of that age are taken, and a no where neither is.
 */
export function answersTo(asked: Asked): (service: Eligibility & Terms) => Match {
  const { age } = asked;
  const people = peopleAsked(asked);
  if (people.length === 0) {
    const answer = acceptanceOf(asked);
    return (service) => answer(service).match;
  }
  const each = people.map((person) => ({ person, answer: acceptanceOf({ who: [person], age }) }));
  return (service) => {
    const { age_min, age_max } = service;
    const ranks = each.map(({ person, answer }) => {
      const open = meets({ people: [], age_min, age_max }, person, age) && isOpenTo(service, person, age);
      return MATCHES.indexOf(open ? answer(service).match : 'no');
    });
    const weakest = MATCHES[Math.max(...ranks)] as Match;
    const differ = weakest === 'no' && ranks.some((rank) => MATCHES[rank] !== 'no');
    return asked.who.length === 0 && differ ? 'not-stated' : weakest;
  };
}

/** True where the words may mean such a person. */
function isOpenTo({ only, never }: Terms, person: Person, age?: number): boolean {
  return (
    (only.length === 0 || only.some((limit) => meets(limit, person, age))) &&
    !never.some((limit) => covers(limit, person, age))
  );
}

function isNamed({ people, age_min, age_max }: PersonLimit): boolean {
  return people.length > 0 || age_min !== undefined || age_max !== undefined;
}

/** True where such a person may be among those whom the words name, or the words name nobody. */
function meets(limit: PersonLimit, person: Person, age?: number): boolean {
  const { age_min = 0, age_max = OLDEST } = limit;
  const [youngest, oldest] = agesOf(person, age);
  return isOneOf(limit, person) && youngest <= age_max && oldest >= age_min;
}

/** True where every such person is among those whom the words name. */
function covers(limit: PersonLimit, person: Person, age?: number): boolean {
  const { age_min = 0, age_max = OLDEST } = limit;
  const [youngest, oldest] = agesOf(person, age);
  return isNamed(limit) && isOneOf(limit, person) && youngest >= age_min && oldest <= age_max;
}

function isOneOf({ people }: PersonLimit, person: Person): boolean {
  return people.length === 0 || people.includes(person);
}

function agesOf(person: Person, age?: number): readonly [number, number] {
  if (age !== undefined) return [age, age];
  return ADULTS.includes(person) ? [ADULT_AGE, OLDEST] : [0, ADULT_AGE - 1];
}
