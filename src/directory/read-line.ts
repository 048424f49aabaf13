/**
 * Understanding a typed line: words that name a person, a place or a kind of help become filters, the rest stays a
 * search for names. A phrase counts if it is written so in the data or in the short list of words for people below, or,
 * for a place, if it sounds like that place and like no other and is written nearly so. One that also names an organization stays in the search.
 * What was understood is shown and can be taken away, so nothing is guessed silently.
 */
import { distance } from 'fastest-levenshtein';
import type { Person } from '../schema/vocabulary.ts';
import type { FinderIndex } from './finder-index.ts';
import { fold, words } from './fold.ts';
import type { Query } from './query.ts';
import { sound, sounds } from './sound.ts';

const PERSON_WORDS: readonly (readonly [people: readonly Person[], phrases: readonly string[]])[] = [
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
/** How people call the neighbours of a country, by the ids of the data; any other neighbour is called by its id. */
const NEIGHBOUR_WORDS: Readonly<Record<string, readonly string[]>> = {
  thailand: ['thai', 'thailand', 'ថៃ'],
  vietnam: ['vietnam', 'viet nam', 'vietnamese', 'វៀតណាម'],
  laos: ['laos', 'lao', 'ឡាវ'],
};
/** Words that say nothing about whom, where or what. */
const FILLERS = new Set(
  (
    'a accept accepts age aged an and any are at back by can for from has help in is me my near need needs ' +
    'of old on or please some somebody someone take takes that the this to tonight today who with year years yrs អាយុ ឆ្នាំ នៅ ក្នុង សម្រាប់ ដែល ជួយ ខេត្ត រាជធានី នាក់'
  )
    .split(' ')
    .map(fold),
);
/** What follows one of these is not asked for; it makes no filter and stays in the line, so that it is not turned round. */
const NEGATIONS = new Set(
  ['not', 'no', 'non', 'without', 'except', 'outside', 'excluding', 'មិន', 'គ្មាន', 'ក្រៅពី'].map(fold),
);
/** After these a small number counts something else than years. */
const OTHER_UNITS = new Set(
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
/** No phrase of the data is longer; longer runs of words are not tried. */
const LONGEST_PHRASE = 5;
/** "A.B.C." is the acronym ABC. */
const SPELT = /(?<!\p{L})(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?/gu;
const KHMER = /[\u1780-\u17ff]/;

type Filter = Pick<Query, 'who' | 'where' | 'need'>;
type Meaning = { [K in keyof Filter]: { field: K; values: readonly Filter[K][number][] } }[keyof Filter];

/** A province or place by its sound, with the spellings that sound so. */
interface Heard {
  meaning: Meaning;
  spellings: string[];
}

/** What phrases of the data mean: those written so, and places that sound so and like nothing else. */
interface Phrases {
  written: ReadonlyMap<string, Meaning | 'organization'>;
  heard: ReadonlyMap<string, Heard | 'several'>;
  /** What phrases mean besides that an organization is called so. */
  also: ReadonlyMap<string, Meaning>;
  /** Words of the names of organizations; they are not taken for misspelt places. */
  nameWords: ReadonlySet<string>;
}

/** Shorter sounds are shared by too many words. */
const SHORTEST_SOUND = 3;
/** Abbreviations have no sound: "plan" is not PLN. */
const SHORTEST_NAME = 5;
/** One letter in so many may be wrong; "centre" sounds like Chantrea and is not taken for it. */
const LETTERS_TO_A_MISTAKE = 4;

const prepared = new WeakMap<object, Phrases>();

/** What the index must say of provinces: their ids, and where they lie at a border. */
type Lines = Pick<FinderIndex, 'names'> & {
  provinces?: readonly { id: string; borders?: readonly string[] }[];
};

/** A line as a query: what was understood as filters, what is left as q. */
export function readLine(index: Lines, line: string): Query {
  const phrases = phrasesOf(index);
  const asked = segment(phrases.written, line);
  const query: Query = { who: [], where: [], need: [], q: '' };
  const rest: string[] = [];
  const ages = new Set<number>();
  const ageWords: string[] = [];
  for (let start = 0; start < asked.length; ) {
    const ahead = asked.slice(start, start + LONGEST_PHRASE);
    const written = longestPhrase(phrases.written, ahead);
    const { length, meaning } =
      written.meaning === undefined ? (longestHeard(phrases, ahead) ?? written) : written;
    const age = meaning === undefined ? ageAt(asked, start) : undefined;
    const here = asked.slice(start, start + length);
    if (NEGATIONS.has(asked[start - 1] ?? '') || NEGATIONS.has(asked[start] as string)) {
      rest.push(...here);
    } else if (meaning !== undefined && meaning !== 'organization') {
      const values = query[meaning.field] as string[];
      values.push(...meaning.values.filter((value) => !values.includes(value)));
    } else if (age !== undefined) {
      ages.add(age);
      ageWords.push(...here);
    } else if (length > 1 || !(FILLERS.has(asked[start] as string) || countsSomething(asked, start))) {
      rest.push(...here);
    }
    start += length;
  }
  // Two ages are two people; neither is left out silently.
  if (ages.size === 1) [query.age] = ages;
  else rest.push(...ageWords);
  return { ...query, q: rest.join(' ') };
}

/** A phrase of the line that names an organization, and what else it may mean. */
export interface OtherReading {
  phrase: string;
  /** The question with the phrase read the other way. */
  query: Query;
}

/** The other readings of what is left of a line: "kk" is an organization and a province. */
export function otherReadings(index: Lines, query: Query): OtherReading[] {
  const { also } = phrasesOf(index);
  const asked = words(query.q);
  return [...also].flatMap(([phrase, { field, values }]) => {
    const parts = phrase.split(' ');
    const at = asked.findIndex((_, i) => parts.every((part, j) => asked[i + j] === part));
    if (at === -1) return [];
    const rest = [...asked.slice(0, at), ...asked.slice(at + parts.length)].join(' ');
    return [{ phrase, query: { ...query, [field]: [...query[field], ...values], q: rest } }];
  });
}

/** A query in which the line has been understood: what it says is added to the filters that stand already. */
export function understood(index: Lines, query: Query): Query {
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

/** The age that stands at a place of the line: next to a word for one person or for years, and counting nothing else. */
function ageAt(asked: readonly string[], place: number): number | undefined {
  const age = AGE.exec(asked[place] as string);
  if (age === null || countsSomething(asked, place)) return undefined;
  const named =
    age[2] !== undefined || AFTER_AGE.has(asked[place + 1] ?? '') || BEFORE_AGE.has(asked[place - 1] ?? '');
  return named ? Number(age[1]) : undefined;
}

/** True for a small number among other words that is no age: "2 boys" asks for boys, "2 days" for no age. */
function countsSomething(asked: readonly string[], place: number): boolean {
  const next = asked[place + 1] ?? '';
  if (asked.length < 2 || !/^\d{1,2}$/.test(asked[place] as string) || AFTER_AGE.has(next)) return false;
  return (
    OTHER_UNITS.has(next) ||
    (PEOPLE_WORDS.has(next) && !BEFORE_AGE.has(next)) ||
    (/\p{L}/u.test(next) && !BEFORE_AGE.has(asked[place - 1] ?? ''))
  );
}

/**
 * The words of a line. Khmer is written without spaces (and its invisible ones are folded away), so a run of
 * Khmer is cut wherever it begins with a phrase of the data.
 */
function segment(phrases: ReadonlyMap<string, unknown>, line: string): string[] {
  // Between letters and digits Khmer leaves no space either.
  const spelt = line.replace(SPELT, (letters) => letters.replaceAll('.', ''));
  const apart = fold(spelt).replace(/(?<=[\u1780-\u17d3])(?=\d)|(?<=\d)(?=[\u1780-\u17b3])/g, ' ');
  return words(apart).flatMap((word) => {
    const parts: string[] = [];
    let rest = word;
    while (KHMER.test(rest) && !phrases.has(rest) && !FILLERS.has(rest)) {
      const start = longestStart(phrases, rest);
      if (start === undefined) break;
      parts.push(start);
      rest = rest.slice(start.length);
    }
    return rest === '' ? parts : [...parts, rest];
  });
}

function longestStart(phrases: ReadonlyMap<string, unknown>, run: string): string | undefined {
  for (let length = run.length - 1; length > 1; length--) {
    const start = run.slice(0, length);
    if (phrases.has(start) || FILLERS.has(start) || OTHER_UNITS.has(start) || NEGATIONS.has(start))
      return start;
  }
  return undefined;
}

function longestPhrase(phrases: ReadonlyMap<string, Meaning | 'organization'>, asked: readonly string[]) {
  for (let length = asked.length; length > 0; length--) {
    const meaning = phrases.get(asked.slice(0, length).join(' '));
    if (meaning !== undefined) return { length, meaning };
  }
  return { length: 1, meaning: undefined };
}

/** The longest run of words that sounds like one phrase of the data, none of which is a word of a name. */
function longestHeard({ written, heard, nameWords }: Phrases, asked: readonly string[]) {
  const known = asked.findIndex((word) => written.has(word) || nameWords.has(word) || FILLERS.has(word));
  for (let length = known === -1 ? asked.length : known; length > 0; length--) {
    const said = asked.slice(0, length).map(sound);
    const place = said.includes('') ? undefined : heard.get(said.join(''));
    if (place === undefined || place === 'several') continue;
    const typed = asked.slice(0, length).join(' ');
    if (place.spellings.some((spelling) => isNear(typed, spelling)))
      return { length, meaning: place.meaning };
  }
  return undefined;
}

function isNear(typed: string, spelling: string): boolean {
  const mistakes = Math.floor(spelling.length / LETTERS_TO_A_MISTAKE);
  return typed[0] === spelling[0] && distance(typed, spelling) <= Math.max(1, mistakes);
}

/** Every phrase of the data with its one meaning. Later entries win, so organizations, which come last, keep theirs. */
function phrasesOf({ names, provinces = [] }: Lines): Phrases {
  const known = prepared.get(names);
  if (known !== undefined) return known;
  const written = new Map<string, Meaning | 'organization'>();
  const heard = new Map<string, Heard | 'several'>();
  for (const { kind, id, names: own } of names) {
    if (kind === 'organization') continue;
    const meaning: Meaning =
      kind === 'province' ? { field: 'where', values: [id] } : { field: 'need', values: [id] };
    for (const name of own) {
      if (!written.has(fold(name))) written.set(fold(name), meaning);
      const said = sounds(name).join('');
      if (kind !== 'province' || said.length < SHORTEST_SOUND || name.length < SHORTEST_NAME) continue;
      const before = heard.get(said);
      if (before === undefined) heard.set(said, { meaning, spellings: [fold(name)] });
      else if (before !== 'several' && before.meaning.values[0] === id) before.spellings.push(fold(name));
      else heard.set(said, 'several');
    }
  }
  for (const [phrase, ids] of borderPhrases(provinces)) {
    if (!written.has(phrase)) written.set(phrase, { field: 'where', values: ids });
  }
  for (const [people, phrases] of PERSON_WORDS)
    for (const phrase of phrases) written.set(fold(phrase), { field: 'who', values: people });
  const nameWords = new Set<string>();
  const also = new Map<string, Meaning>();
  for (const { kind, names: own } of names) {
    if (kind !== 'organization') continue;
    for (const name of own) {
      const other = written.get(fold(name));
      if (other !== undefined && other !== 'organization') also.set(fold(name), other);
      written.set(fold(name), 'organization');
      for (const word of words(name)) nameWords.add(word);
    }
  }
  const made = { written, heard, also, nameWords };
  prepared.set(names, made);
  return made;
}

/** "thai border" and the like, with the provinces that touch it. */
function borderPhrases(provinces: NonNullable<Lines['provinces']>): Map<string, string[]> {
  const touching = new Map<string, string[]>();
  for (const { id, borders = [] } of provinces)
    for (const border of borders) touching.set(border, [...(touching.get(border) ?? []), id]);
  return new Map(
    [...touching].flatMap(([border, ids]) =>
      (NEIGHBOUR_WORDS[border] ?? [border]).flatMap((word) =>
        [`${word} border`, `border ${word}`, `border with ${word}`, `border of ${word}`, `ព្រំដែន${word}`].map(
          (phrase): [string, string[]] => [fold(phrase), ids],
        ),
      ),
    ),
  );
}
