/** The names of an index, prepared once for everything that searches in them. */
import type { Searchable } from './finder-index.ts';
import { NameIndex } from './name-index.ts';
import { NameWords } from './name-words.ts';

const indexes = new WeakMap<readonly Searchable[], NameIndex>();
const byWords = new WeakMap<readonly Searchable[], NameWords>();

/** The index of all names of the owners in a list. */
export function namesOf(owners: readonly Searchable[]): NameIndex {
  const known = indexes.get(owners);
  if (known !== undefined) return known;
  const made = new NameIndex(owners);
  indexes.set(owners, made);
  return made;
}

/** The same names by their words; the number of a name is its place in `namesOf(owners).names`. */
export function nameWordsOf(owners: readonly Searchable[]): NameWords {
  const known = byWords.get(owners);
  if (known !== undefined) return known;
  const made = new NameWords(namesOf(owners).names.map(({ folded }) => folded));
  byWords.set(owners, made);
  return made;
}
