/**
 * Names prepared for search: by the letters that words begin with, by sound, and by the three-letter pieces that a
 * misspelt name still shares. A phone asks it at every letter, so nothing here goes through the whole list.
 */
import Fuse from 'fuse.js/basic';
import type { Searchable } from './finder-index.ts';
import { fold, joinKhmer, KHMER } from './fold.ts';
import { sound, soundOfKhmer, sounds, withoutDoubles } from './sound.ts';

/** One name of something that can be searched for. */
export interface IndexedName {
  /** Number of the owner, counted in the order of the list. */
  owner: number;
  /** As the data writes it. */
  name: string;
  folded: string;
  /** Sounds of its words, joined, and where in them a word begins. */
  sound: string;
  starts: readonly number[];
}

export interface NearName {
  name: IndexedName;
  /** 0 for the same, 1 for nothing alike. */
  distance: number;
}

/** Abbreviations are spelt, not heard. */
const SHORTEST_HEARD = 4;
const LONGEST_OPENING = 3;
/** So many names that share most pieces with a line are compared with it letter by letter. */
const NEAREST = 60;
/** Names less alike than this are no answer; ours, found by trying lines with one and two mistakes. */
const FARTHEST = 0.45;

export class NameIndex {
  readonly names: readonly IndexedName[];
  readonly #opening = new Map<string, number[]>();
  readonly #soundOpening = new Map<string, number[]>();
  #pieces: Map<string, number[]> | undefined;
  #pieceCounts: Uint16Array | undefined;

  /** @param list owners with their names; the number of an owner is its place in the list. */
  constructor(list: readonly Searchable[]) {
    // Names share their words.
    const heard = new Map<string, string>();
    this.names = list.flatMap(({ names }, owner) => {
      const seen = new Set<string>();
      return names.flatMap((name) => {
        const folded = joinKhmer(fold(name));
        if (folded === '' || seen.has(folded)) return [];
        seen.add(folded);
        return [{ owner, name, folded, ...soundOf(folded, heard) }];
      });
    });
    for (const [at, { folded, sound, starts }] of this.names.entries()) {
      for (const opening of openings(folded)) push(this.#opening, opening, at);
      if (folded.length >= SHORTEST_HEARD)
        for (const start of starts) {
          push(this.#soundOpening, sound.slice(start, start + 2), at);
          // A line in Khmer letters is heard without doubles.
          if (sound[start] === sound[start + 1])
            push(this.#soundOpening, withoutDoubles(sound.slice(start)).slice(0, 2), at);
        }
    }
  }

  /** Names in which a folded word stands at the start of a word; Khmer is written without spaces, so anywhere there. */
  beginning(word: string): IndexedName[] {
    const khmer = KHMER.test(word);
    const opening = word.slice(0, khmer ? 2 : LONGEST_OPENING);
    const names = this.#at(this.#opening.get(opening) ?? []);
    if (opening === word) return names;
    return names.filter(({ folded }) =>
      khmer ? folded.includes(word) : folded.startsWith(word) || folded.includes(` ${word}`),
    );
  }

  /** Names that sound as a line does, from the start of one of their words on; whole ones first. */
  sounding(line: string): NearName[] {
    const latin = sounds(line).join('');
    const heard = latin === '' ? soundOfKhmer(line) : latin;
    if (heard.length < 2) return [];
    const begins = (sound: string, start: number) => {
      if (latin !== '') return sound.startsWith(heard, start);
      const own = withoutDoubles(sound.slice(start));
      // A short word of Khmer sounds like the beginning of much.
      if (heard.length < SHORTEST_HEARD) return start === 0 && own.replace(/r$/, '') === heard;
      return own.startsWith(heard);
    };
    return this.#at(this.#soundOpening.get(heard.slice(0, 2)) ?? [])
      .flatMap((name) => {
        const from = name.starts.find((start) => begins(name.sound, start));
        if (from === undefined) return [];
        const rest = name.sound.length - heard.length;
        return [{ name, distance: (rest + from) / (name.sound.length + 1) }];
      })
      .sort((a, b) => a.distance - b.distance);
  }

  /** The names most like a line that is written wrong, the nearest first. */
  nearest(line: string): NearName[] {
    const folded = fold(line);
    const candidates = this.#sharingPieces(folded);
    const fuse = new Fuse(candidates, {
      keys: ['folded'],
      includeScore: true,
      ignoreLocation: true,
      threshold: FARTHEST,
    });
    return fuse.search(folded.slice(0, 32)).map(({ item, score }) => ({ name: item, distance: score ?? 1 }));
  }

  /** Pieces are cut when they are first asked for: most lines are written right. */
  prepareNearest(): void {
    if (this.#pieces !== undefined) return;
    this.#pieces = new Map();
    this.#pieceCounts = new Uint16Array(this.names.length);
    for (const [at, { folded }] of this.names.entries()) {
      const own = pieces(folded);
      this.#pieceCounts[at] = own.size;
      for (const piece of own) push(this.#pieces, piece, at);
    }
  }

  #sharingPieces(folded: string): IndexedName[] {
    this.prepareNearest();
    const shared = new Map<number, number>();
    const asked = pieces(folded);
    for (const piece of asked)
      for (const at of this.#pieces?.get(piece) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const likeness = ([at, count]: [number, number]) =>
      (2 * count) / (asked.size + (this.#pieceCounts?.[at] ?? 0));
    return [...shared]
      .filter(([, count]) => count > 1 || asked.size < 4)
      .map((entry) => ({ at: entry[0], likeness: likeness(entry) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEAREST)
      .map(({ at }) => this.names[at] as IndexedName);
  }

  #at(places: readonly number[]): IndexedName[] {
    return places.map((at) => this.names[at] as IndexedName);
  }
}

function soundOf(folded: string, known: Map<string, string>): Pick<IndexedName, 'sound' | 'starts'> {
  const starts: number[] = [];
  let whole = '';
  for (const word of folded.split(' ')) {
    const heard = known.get(word) ?? sound(word);
    known.set(word, heard);
    if (heard === '') continue;
    starts.push(whole.length);
    whole += heard;
  }
  return { sound: whole, starts };
}

/** What lookups may begin with: the first letters of each word, and each pair of Khmer signs. */
function openings(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    if (KHMER.test(word))
      for (let i = 0; i < word.length; i++) found.add(word.slice(i, i + 2)).add(word.slice(i, i + 1));
    for (let length = 1; length <= LONGEST_OPENING; length++) found.add(word.slice(0, length));
  }
  return found;
}

function pieces(folded: string): Set<string> {
  const padded = ` ${folded} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
