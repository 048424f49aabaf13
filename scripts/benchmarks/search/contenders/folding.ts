/** The same preparation of text for every tuned contender. */
import { fold, words } from '../../../../src/directory/fold.ts';
import type { SearchRecord } from '../search-set.ts';

const KHMER = /[\u1780-\u17ff]/;
/** A consonant or vowel letter with its subscripts, vowel signs and marks. */
const CLUSTER = /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3])*|./gs;

/**
 * The folded words of a text; Khmer, which has no spaces, as pairs of neighbouring written clusters, so that a part
 * of a name shares tokens with the whole.
 */
export function tokens(text: string): string[] {
  return words(text).flatMap((word) => {
    if (!KHMER.test(word)) return [word];
    const clusters = word.match(CLUSTER) ?? [];
    if (clusters.length < 2) return [word];
    return clusters.slice(1).map((cluster, at) => `${clusters[at]}${cluster}`);
  });
}

/** True for tokens in which a letter more or less is another word. */
export function isKhmer(token: string): boolean {
  return KHMER.test(token);
}

const folded = new WeakMap<readonly string[], string[]>();

/** The record with every text folded. Lists that records share are folded once, and shared again. */
export function foldRecord({ id, names, kinds, places, people }: SearchRecord): SearchRecord {
  return {
    id,
    names: foldList(names),
    kinds: foldList(kinds),
    places: foldList(places),
    people: foldList(people),
  };
}

function foldList(list: string[]): string[] {
  const known = folded.get(list);
  if (known !== undefined) return known;
  const made = [...new Set(list.map(fold))];
  folded.set(list, made);
  return made;
}
