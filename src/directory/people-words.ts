/** Words for people and for ages in a typed line. */
import type { Person } from '../schema/vocabulary.ts';
import { fold } from './fold.ts';

export const PERSON_WORDS: readonly (readonly [people: readonly Person[], phrases: readonly string[]])[] = [
  [['women'], ['women', 'woman', 'female', 'females', 'lady', 'adult female', 'female adult', 'ស្ត្រី', 'នារី']],
  [['men'], ['men', 'man', 'male', 'males', 'adult male', 'male adult', 'adult man', 'adult men', 'បុរស']],
  [['girls'], ['girls', 'girl', 'female child', 'child female', 'female minor', 'ក្មេងស្រី', 'កុមារី']],
  [['boys'], ['boys', 'boy', 'male child', 'child male', 'male minor', 'ក្មេងប្រុស', 'កុមារា']],
  [
    ['women', 'men'],
    ['adult', 'adults', 'មនុស្សពេញវ័យ'],
  ],
  [
    ['girls', 'boys'],
    ['child', 'children', 'kid', 'kids', 'minor', 'minors', 'កុមារ', 'ក្មេង'],
  ],
];
const PEOPLE_WORDS = new Set(PERSON_WORDS.flatMap(([, phrases]) => phrases).map(fold));
/** After these a bare number is an age ("boy 15"); anywhere else it may count people or be part of a telephone number. */
const BEFORE_AGE = new Set(
  [
    'age',
    'aged',
    'woman',
    'female',
    'man',
    'male',
    'girl',
    'boy',
    'អាយុ',
    'ស្ត្រី',
    'បុរស',
    'ក្មេងស្រី',
    'ក្មេងប្រុស',
  ].map(fold),
);
const AFTER_AGE = new Set(['year', 'years', 'yrs', 'ឆ្នាំ'].map(fold));
const AGE = /^(\d{1,2})(yo|y|yrs|years|ឆ្នាំ)?$/;
/** After these a small number counts something else than years. */
export const OTHER_UNITS: ReadonlySet<string> = new Set(
  [
    'day',
    'days',
    'night',
    'nights',
    'week',
    'weeks',
    'month',
    'months',
    'នាក់',
    'ថ្ងៃ',
    'យប់',
    'សប្តាហ៍',
    'ខែ',
  ].map(fold),
);

/**
 * The age in years that stands at a place of the folded words: next to a word for one person or for years, and counting
 * nothing else. Undefined for any other word.
 */
export function ageAt(asked: readonly string[], place: number): number | undefined {
  const age = AGE.exec(asked[place] as string);
  if (age === null || countsSomething(asked, place)) return undefined;
  const named =
    age[2] !== undefined || AFTER_AGE.has(asked[place + 1] ?? '') || BEFORE_AGE.has(asked[place - 1] ?? '');
  return named ? Number(age[1]) : undefined;
}

/** True for a small number among other words that is no age: "2 boys" asks for boys, "2 days" for no age. */
export function countsSomething(asked: readonly string[], place: number): boolean {
  const next = asked[place + 1] ?? '';
  if (asked.length < 2 || !/^\d{1,2}$/.test(asked[place] as string) || AFTER_AGE.has(next)) return false;
  return (
    OTHER_UNITS.has(next) ||
    (PEOPLE_WORDS.has(next) && !BEFORE_AGE.has(next)) ||
    (/\p{L}/u.test(next) && !BEFORE_AGE.has(asked[place - 1] ?? ''))
  );
}
