/** Words for people and for ages in a typed line. */
import type { Person } from '../schema/vocabulary.ts';
import { fold } from './fold.ts';

const ADULT = ['adult', 'adults'];
const CHILD = ['child', 'children', 'childrens', 'kid', 'kids', 'minor', 'minors'];
/** Says the sex of an adult or a child in either order: "adult woman" is no man, "girl child" no boy. */
const sexed = (ages: readonly string[], sexes: string) =>
  sexes.split(' ').flatMap((sex) => ages.flatMap((age) => [`${age} ${sex}`, `${sex} ${age}`]));

export const PERSON_WORDS: readonly (readonly [people: readonly Person[], phrases: readonly string[]])[] = [
  [
    ['women'],
    [
      ...['women', 'woman', 'womens', 'female', 'females', 'lady', 'ladies', 'ស្ត្រី', 'នារី', 'ស្ត្រីពេញវ័យ'],
      ...sexed(ADULT, 'woman women female females'),
    ],
  ],
  [
    ['men'],
    [
      ...['men', 'man', 'mens', 'male', 'males', 'guy', 'guys', 'gentleman', 'បុរស', 'បុរសពេញវ័យ'],
      ...sexed(ADULT, 'man men male males'),
    ],
  ],
  [['girls'], ['girls', 'girl', 'ក្មេងស្រី', 'កុមារី', ...sexed(CHILD, 'girl girls female')]],
  [['boys'], ['boys', 'boy', 'ក្មេងប្រុស', 'កុមារា', ...sexed(CHILD, 'boy boys male')]],
  [
    ['women', 'men'],
    [...ADULT, 'មនុស្សពេញវ័យ'],
  ],
  [
    ['girls', 'boys'],
    [...CHILD, 'កុមារ', 'ក្មេង', 'អនីតិជន'],
  ],
];
const PEOPLE_WORDS = new Set(PERSON_WORDS.flatMap(([, phrases]) => phrases).map(fold));
/** Next to one of these a bare number is an age ("boy 15", "17 male"); elsewhere it may count people or be part of a telephone number. */
const ONE_PERSON = new Set(
  [
    'woman',
    'female',
    'lady',
    'man',
    'guy',
    'gentleman',
    'male',
    'girl',
    'boy',
    'ស្ត្រី',
    'បុរស',
    'ក្មេងស្រី',
    'ក្មេងប្រុស',
    'កុមារី',
    'កុមារា',
  ].map(fold),
);
/** The same for words that do not say the sex; after a word for another person they are counted: "woman 2 child". */
const ONE_OF_AN_AGE = new Set(['adult', 'child', 'kid', 'minor', 'កុមារ', 'ក្មេង'].map(fold));
const BEFORE_AGE = new Set([...ONE_PERSON, ...ONE_OF_AN_AGE, ...['age', 'aged', 'អាយុ'].map(fold)]);
export const AFTER_AGE: ReadonlySet<string> = new Set(
  ['y', 'yo', 'yr', 'yrs', 'year', 'years', 'ឆ្នាំ'].map(fold),
);
const AGE = /^(\d{1,2})(yo|y|yr|yrs|years|ឆ្នាំ)?$/;
/** "Woman 3 child" may count children, "woman 25 child 3" does not. */
const MOST_CHILDREN = 12;
/** Before "of" and a number they say how many people. */
const SEVERAL_PEOPLE = new Set([
  'family',
  'families',
  'group',
  'household',
  'team',
  'mother',
  'father',
  'parent',
  'parents',
]);
/** Lengths of time that are no age in years. */
export const TIMES: ReadonlySet<string> = new Set(
  ['day', 'days', 'night', 'nights', 'week', 'weeks', 'month', 'months', 'ថ្ងៃ', 'យប់', 'សប្តាហ៍', 'ខែ'].map(
    fold,
  ),
);
/** After these a small number counts something else than years. */
export const OTHER_UNITS: ReadonlySet<string> = new Set([...TIMES, fold('នាក់')]);

/**
 * The age in years that stands at a place of the folded words: next to a word for one person or for years, and counting
 * nothing else. Undefined for any other word. Whether that makes a child or an adult is the matter of acceptance().
 */
export function ageAt(asked: readonly string[], place: number): number | undefined {
  const age = AGE.exec(asked[place] ?? '');
  if (age === null || countsSomething(asked, place)) return undefined;
  const named =
    age[2] !== undefined ||
    AFTER_AGE.has(asked[place + 1] ?? '') ||
    BEFORE_AGE.has(asked[place - 1] ?? '') ||
    isOnePerson(asked[place + 1] ?? '');
  return named ? Number(age[1]) : undefined;
}

/** How many words from one on say how many people there are, as "family of 4", which asks for no family; 0 for none. */
export function peopleCountAt(asked: readonly string[], place: number): number {
  const [who = '', of, number = '', unit = ''] = asked.slice(place, place + 4);
  const counts = SEVERAL_PEOPLE.has(who) && of === 'of' && /^\d{1,2}$/.test(number) && !AFTER_AGE.has(unit);
  return counts ? 3 : 0;
}

function isOnePerson(word: string): boolean {
  return ONE_PERSON.has(word) || ONE_OF_AN_AGE.has(word);
}

/** True for "adult women" and the like. */
function saysSeveral(asked: readonly string[], place: number): boolean {
  const [one, several] = [asked[place] ?? '', asked[place + 1] ?? ''];
  return isOnePerson(one) && PEOPLE_WORDS.has(several) && !isOnePerson(several);
}

/**
 * True for a small number among other words that is no age: "2 boys" asks for boys, "1 man" for one, "2 days" for no age.
 */
export function countsSomething(asked: readonly string[], place: number): boolean {
  const number = asked[place] as string;
  const [before, next] = [asked[place - 1] ?? '', asked[place + 1] ?? ''];
  if (asked.length < 2 || !/^\d{1,2}$/.test(number) || AFTER_AGE.has(next)) return false;
  if (OTHER_UNITS.has(next)) return true;
  const few = Number(number) <= MOST_CHILDREN;
  if (few && !BEFORE_AGE.has(before) && (next === 'adult' || saysSeveral(asked, place + 1))) return true;
  if (ONE_OF_AN_AGE.has(next)) return number === '1' || (PEOPLE_WORDS.has(before) && few);
  if (ONE_PERSON.has(next)) return number === '1' && !BEFORE_AGE.has(before);
  return PEOPLE_WORDS.has(next);
}
