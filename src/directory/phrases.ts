/** What phrases of the data mean: kinds of help, places, people, borders, and names of organizations. */
import type { FinderIndex } from './finder-index.ts';
import { fold, joinKhmer, KHMER, words } from './fold.ts';
import { type HeardPlaces, heardPlaces } from './heard-places.ts';
import { PERSON_WORDS } from './people-words.ts';
import type { Query } from './query.ts';

type Filter = Pick<Query, 'who' | 'where' | 'need'>;
export type Meaning = {
  [K in keyof Filter]: { field: K; values: readonly Filter[K][number][] };
}[keyof Filter];

/** What the index must say of provinces: their ids, and where they lie at a border. */
export type Lines = Pick<FinderIndex, 'names'> & {
  provinces?: readonly { id: string; borders?: readonly string[] }[];
};

/** Phrases by phraseKey(). */
export interface Phrases {
  /** Those that are written so, each with its one meaning; an organization keeps its name. */
  written: ReadonlyMap<string, Meaning | 'organization'>;
  heard: HeardPlaces;
  /** What phrases mean besides that an organization is called so. */
  also: ReadonlyMap<string, Meaning>;
  /** Words of the names of organizations, but for those of places; they are not taken for misspelt places. */
  nameWords: ReadonlySet<string>;
  /** Names of organizations in Khmer, without spaces. */
  khmerNames: readonly string[];
  /** The most words of a phrase that begins with a word, by that word. */
  longest: ReadonlyMap<string, number>;
}

/** How people call the neighbours of a country, by the ids of the data; any other neighbour is called by its id. */
const NEIGHBOUR_WORDS: Readonly<Record<string, readonly string[]>> = {
  thailand: ['thai', 'thailand', 'ថៃ'],
  vietnam: ['vietnam', 'viet nam', 'vietnamese', 'វៀតណាម'],
  laos: ['laos', 'lao', 'ឡាវ'],
};

/** An English word of which data need not write the plural besides. */
const SINGULAR = /[a-z]{2}[a-rt-xz]$/;

const prepared = new WeakMap<object, Phrases>();

/** One key for a phrase in all its notations: folded, Khmer without spaces. */
export function phraseKey(text: string): string {
  return joinKhmer(fold(text));
}

/** Every phrase of the data; made once for each list of names. */
export function phrasesOf({ names, provinces = [] }: Lines): Phrases {
  const known = prepared.get(names);
  if (known !== undefined) return known;
  const written = new Map<string, Meaning | 'organization'>();
  const spellings: [province: string, folded: string][] = [];
  // Where a group and a kind of help in it have the same name, the group leaves nothing out.
  const groups = new Set(names.flatMap(({ kind, id }) => (kind === 'group' ? [id] : [])));
  const widest = [...names].sort((a, b) => Number(b.kind === 'group') - Number(a.kind === 'group'));
  for (const { kind, id, names: own } of widest) {
    if (kind === 'organization') continue;
    const meaning: Meaning =
      kind === 'province' ? { field: 'where', values: [id] } : { field: 'need', values: [id] };
    for (const name of own) {
      const key = phraseKey(name);
      const before = written.get(key);
      if (before === undefined) written.set(key, meaning);
      else if (typeof before === 'object' && kind !== 'group' && !groups.has(before.values[0] as string))
        written.set(key, both(before, meaning));
      if (kind === 'province') spellings.push([id, key]);
    }
  }
  // "Beds" asks for what "bed" asks for.
  for (const [phrase, meaning] of [...written])
    if (typeof meaning === 'object' && meaning.field === 'need' && SINGULAR.test(phrase))
      if (!written.has(`${phrase}s`)) written.set(`${phrase}s`, meaning);
  for (const [phrase, ids] of borderPhrases(provinces))
    if (!written.has(phrase)) written.set(phrase, { field: 'where', values: ids });
  for (const [people, phrases] of PERSON_WORDS)
    for (const phrase of phrases) written.set(phraseKey(phrase), { field: 'who', values: people });
  const nameWords = new Set<string>();
  const also = new Map<string, Meaning>();
  const khmerNames: string[] = [];
  for (const { kind, names: own, withoutServices } of names) {
    if (kind !== 'organization') continue;
    for (const name of own) {
      const key = phraseKey(name);
      const other = written.get(key);
      // "Court" asks for help in court, and not for the court that somebody works with.
      if (withoutServices && other !== undefined) continue;
      if (other !== undefined && other !== 'organization') also.set(key, other);
      written.set(key, 'organization');
      if (KHMER.test(key)) khmerNames.push(key);
      if (!withoutServices) for (const word of key.split(' ')) nameWords.add(word);
    }
  }
  // A name with a place in it does not keep that place from being misspelt.
  for (const [, place] of spellings) for (const word of place.split(' ')) nameWords.delete(word);
  const made = {
    written,
    heard: heardPlaces(spellings),
    also,
    nameWords,
    khmerNames,
    longest: longestByFirstWord(written.keys()),
  };
  prepared.set(names, made);
  return made;
}

/** A place on both banks of a river lies in two provinces; of two different things the first is meant. */
function both(one: Meaning, other: Meaning): Meaning {
  if (one.field !== other.field) return one;
  return { field: one.field, values: [...new Set([...one.values, ...other.values])] } as Meaning;
}

function longestByFirstWord(phrases: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const parts = words(phrase);
    const [first = ''] = parts;
    if (parts.length > (longest.get(first) ?? 0)) longest.set(first, parts.length);
  }
  return longest;
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
          (phrase): [string, string[]] => [phraseKey(phrase), ids],
        ),
      ),
    ),
  );
}
