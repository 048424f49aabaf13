/**
 * Understanding a typed line: words that name a person, a place or a kind of help become filters, the rest stays a
 * search for names. Nothing is guessed: a phrase counts only if it is written exactly so in the data (or in the short
 * list of words for people below), and a phrase that also names an organization stays in the search.
 */
import { PEOPLE, type Person } from '../schema/vocabulary.ts';
import type { FinderIndex } from './finder-index.ts';
import { fold, words } from './fold.ts';
import type { Query } from './query.ts';

const PERSON_WORDS: Record<Person, readonly string[]> = {
  women: ['women', 'woman', 'female', 'females', 'lady', 'ស្ត្រី', 'នារី'],
  men: ['men', 'man', 'male', 'males', 'បុរស'],
  girls: ['girls', 'girl', 'ក្មេងស្រី', 'កុមារី'],
  boys: ['boys', 'boy', 'ក្មេងប្រុស', 'កុមារា'],
};
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
const AGE = /^(\d{1,2})(yo|y|yrs|years|ឆ្នាំ)?$/;
/** Words that say nothing about whom, where or what. */
const FILLERS = new Set([
  'a',
  'an',
  'and',
  'at',
  'for',
  'help',
  'in',
  'near',
  'need',
  'needs',
  'of',
  'the',
  'to',
  'who',
  'with',
  'age',
  'aged',
  'អាយុ',
]);
/** No phrase of the data is longer; longer runs of words are not tried. */
const LONGEST_PHRASE = 5;

type Filter = Pick<Query, 'who' | 'where' | 'need'>;
type Meaning = { [K in keyof Filter]: { field: K; value: Filter[K][number] } }[keyof Filter];

const prepared = new WeakMap<object, Map<string, Meaning | 'organization'>>();

/** A line as a query: what was understood as filters, what is left as q. */
export function readLine(index: Pick<FinderIndex, 'names'>, line: string): Query {
  const phrases = phrasesOf(index.names);
  const asked = words(line);
  const query: Query = { who: [], where: [], need: [], q: '' };
  const rest: string[] = [];
  for (let start = 0; start < asked.length; ) {
    const { length, meaning } = longestPhrase(phrases, asked.slice(start, start + LONGEST_PHRASE));
    const age = AGE.exec(asked[start] as string);
    if (meaning !== undefined && meaning !== 'organization') {
      const values = query[meaning.field] as string[];
      if (!values.includes(meaning.value)) values.push(meaning.value);
    } else if (
      meaning === undefined &&
      age !== null &&
      (age[2] !== undefined || BEFORE_AGE.has(asked[start - 1] ?? ''))
    ) {
      query.age = Number(age[1]);
    } else if (length > 1 || !FILLERS.has(asked[start] as string)) {
      rest.push(...asked.slice(start, start + length));
    }
    start += length;
  }
  return { ...query, q: rest.join(' ') };
}

/** A query in which the line has been understood: what it says is added to the filters that stand already. */
export function understood(index: Pick<FinderIndex, 'names'>, query: Query): Query {
  if (query.q === '') return query;
  const line = readLine(index, query.q);
  const both = <T>(a: T[], b: T[]) => [...new Set([...a, ...b])];
  return {
    who: both(query.who, line.who),
    age: line.age ?? query.age,
    where: both(query.where, line.where),
    need: both(query.need, line.need),
    q: line.q,
  };
}

function longestPhrase(phrases: ReadonlyMap<string, Meaning | 'organization'>, asked: readonly string[]) {
  for (let length = asked.length; length > 0; length--) {
    const meaning = phrases.get(asked.slice(0, length).join(' '));
    if (meaning !== undefined) return { length, meaning };
  }
  return { length: 1, meaning: undefined };
}

/** Every phrase of the data with its one meaning. Later entries win, so organizations, which come last, keep theirs. */
function phrasesOf(names: FinderIndex['names']): ReadonlyMap<string, Meaning | 'organization'> {
  const known = prepared.get(names);
  if (known !== undefined) return known;
  const phrases = new Map<string, Meaning | 'organization'>();
  for (const { kind, id, names: own } of names) {
    if (kind === 'organization') continue;
    const meaning: Meaning =
      kind === 'province' ? { field: 'where', value: id } : { field: 'need', value: id };
    for (const name of own) if (!phrases.has(fold(name))) phrases.set(fold(name), meaning);
  }
  for (const person of PEOPLE) {
    for (const word of PERSON_WORDS[person]) phrases.set(fold(word), { field: 'who', value: person });
  }
  for (const { kind, names: own } of names) {
    if (kind === 'organization') for (const name of own) phrases.set(fold(name), 'organization');
  }
  prepared.set(names, phrases);
  return phrases;
}
