/** Names, addresses and other words: finding many of them in the skeleton of a text at once. */
import { isKhmer, khmerClusters, type Skeleton, skeletonOfValue } from './skeleton.ts';

/** How a value must stand in a text to count as found. */
export type Rule = 'anywhere' | 'word by word' | 'name' | 'only in context';

/** One spelling of a value. */
export interface Needle {
  owner: number;
  rule: Rule;
  /** Where its words begin, for the rule "word by word". */
  wordStarts: readonly number[];
}

/** A needle that was found, with its place in the text and in the skeleton. */
export interface Hit {
  needle: Needle;
  start: number;
  end: number;
}

/** Fewer letters than this, written together, are met inside other words' neighbourhood by chance. */
const LONG = 8;
const LONG_KHMER = 3;
/** A single name as short as this is a word of many languages. */
const SHORT_NAME = 3;

/** A word list as a tree of letters. */
interface Node {
  next: Map<number, Node>;
  needles: Needle[];
}
const node = (): Node => ({ next: new Map(), needles: [] });

/** Values to look for: letter trees share their beginnings, so time does not grow with the number of values. */
export class NameTree {
  readonly #root = node();
  /** The first letters once more, as most words of a text end here. */
  readonly #roots: (Node | undefined)[] = [];

  /** Adds a value under a rule; a value without letters adds nothing. */
  add(value: string, owner: number, rule: Rule): void {
    const { letters, wordStarts } = skeletonOfValue(value);
    if (letters === '') return;
    let at = this.#root;
    for (let i = 0; i < letters.length; i++) {
      const code = letters.charCodeAt(i);
      let next = at.next.get(code);
      if (next === undefined) {
        next = node();
        at.next.set(code, next);
      }
      at = next;
    }
    this.#roots[letters.charCodeAt(0)] = this.#root.next.get(letters.charCodeAt(0));
    at.needles.push({ owner, rule, wordStarts });
  }

  /** Tells every needle that stands in a text as whole words. */
  find(skeleton: Skeleton, tell: (hit: Hit) => void): void {
    const { codes, starts, length } = skeleton;
    const roots = this.#roots;
    for (let start = 0; start < length; start++) {
      if (starts[start] === 0) continue;
      let at = roots[codes[start] as number];
      for (let end = start + 1; at !== undefined; end++) {
        if (at.needles.length > 0 && starts[end] === 1) {
          for (const needle of at.needles) {
            if (isSplitLike(skeleton, start, needle)) tell({ needle, start, end });
          }
        }
        if (end >= length) break;
        at = at.next.get(codes[end] as number);
      }
    }
  }
}

/** Short words count only where they are parted as in the value: "Va Om" is not "vaom". */
function isSplitLike(skeleton: Skeleton, start: number, { rule, wordStarts }: Needle): boolean {
  return rule !== 'word by word' || wordStarts.every((offset) => skeleton.starts[start + offset] === 1);
}

/**
 * The rule for a person's name. Two words or more are found in any spacing when they are long enough, else word by
 * word. A single word is found as a name; one that is short, or that the directory uses for other things as well
 * (`isOrdinary`), only where its surroundings say that a person is meant.
 */
export function ruleOfName(name: string, isOrdinary: (name: string) => boolean): Rule {
  const { letters, wordStarts } = skeletonOfValue(name);
  const khmer = isKhmer(letters.charCodeAt(0));
  const clusters = khmerClusters(letters);
  const isLong = khmer ? clusters >= LONG_KHMER : letters.length >= LONG;
  if (wordStarts.length > 0) return isLong ? 'anywhere' : 'word by word';
  const isShort = khmer ? clusters < LONG_KHMER : letters.length <= SHORT_NAME;
  return isShort || isOrdinary(name) ? 'only in context' : 'name';
}
