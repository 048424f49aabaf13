/**
 * Names by their words, for lines that leave words out, turn them round, misspell them or stop in the middle of one.
 * A word that few names have says more than one that many have.
 */
import { distance } from 'fastest-levenshtein';
import { FILLERS } from './small-words.ts';
import { sound } from './sound.ts';

/** How a word of a line may stand for a word of a name. */
interface Likeness {
  /** Number of the word of the name. */
  word: number;
  /** 0 for the same word, up to 1. */
  cost: number;
}

/** A name that has words of a line. */
export interface WordMatch {
  /** Number of the name. */
  name: number;
  /** Weight of the words of the line that it has, as a share of the whole line, less what they are misspelt; 0 to 1. */
  said: number;
  /** Weight of the words of the name that the line has, as a share of the whole name; 0 to 1. */
  covered: number;
  /** For each word of the line the place of the word of the name that it stands for, or -1. */
  places: readonly number[];
}

/** Shorter words are not taken for misspelt ones: most are abbreviations. */
const SHORTEST_MISSPELT = 4;
/** Letters that may be wrong in words up to so many letters; longer words may have three. */
const MOST_WRONG: readonly (readonly [letters: number, wrong: number])[] = [
  [4, 1],
  [5, 2],
];
const MOST_WRONG_LONG = 3;
/** Sounds of one consonant are shared by too many words. */
const SHORTEST_SOUND = 2;
/** What a wrong letter costs in a word of that many letters, and less where the word still sounds the same. */
const WRONG = 1;
const WRONG_BUT_HEARD = 0.5;
/** What an unfinished word costs, and an unfinished one that is not the last. */
const UNFINISHED = 0.05;
const UNFINISHED_WITHIN = 0.2;
/** A beginning of fewer letters, within a line, is a word of its own. */
const SHORTEST_BEGINNING = 3;
/** So many names that have most of a line are looked at word by word. */
const LOOKED_AT = 40;
/** Fillers stand in too many names and are left out too often. */
const FILLER_WEIGHT = 0.1;

export class NameWords {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** For each word the names that have it. */
  readonly #names: number[][] = [];
  /** For each name its words, in order. */
  readonly #wordsOf: number[][];
  readonly #weights: Float64Array;
  readonly #weightOf: Float64Array;
  /** Words in the order of their letters. */
  readonly #sorted: number[];
  /** By first letter and number of letters. */
  readonly #byOpening = new Map<string, number[]>();
  readonly #bySound = new Map<string, number[]>();
  /** Weight that each name has in the search under way. */
  readonly #sums: Float64Array;
  readonly #seen: Uint8Array;

  /** @param names folded; the number of a name is its place in the list. */
  constructor(names: readonly string[]) {
    this.#wordsOf = names.map((name, at) =>
      name.split(' ').map((word) => {
        const number = this.#number(word);
        const own = this.#names[number] as number[];
        if (own.at(-1) !== at) own.push(at);
        return number;
      }),
    );
    this.#weights = Float64Array.from(this.#words, (word, number) => {
      const rare = 0.5 + Math.log(1 + names.length / (this.#names[number] as number[]).length);
      return FILLERS.has(word) ? rare * FILLER_WEIGHT : rare;
    });
    this.#weightOf = Float64Array.from(this.#wordsOf, (own) =>
      own.reduce((sum, word) => sum + (this.#weights[word] as number), 0),
    );
    this.#sorted = this.#words.map((_, number) => number);
    this.#sorted.sort((a, b) => ((this.#words[a] as string) < (this.#words[b] as string) ? -1 : 1));
    this.#sums = new Float64Array(names.length);
    this.#seen = new Uint8Array(names.length);
  }

  /**
   * Names that have words of a line, the best first.
   * @param asked folded words; the last may be unfinished.
   * @param isMisspelt which words may be misspelt ones although some name has them.
   * @param fits which names are looked at.
   */
  match(
    asked: readonly string[],
    isMisspelt: (word: string) => boolean,
    fits: (name: number) => boolean = () => true,
  ): WordMatch[] {
    const likenesses = asked.map((word, at) => this.#like(word, at === asked.length - 1, isMisspelt(word)));
    const rarest = 0.5 + Math.log(1 + this.#wordsOf.length);
    const weights = asked.map((word, at) => {
      const likely = likenesses[at]?.[0];
      const rare = likely === undefined ? rarest : (this.#weights[likely.word] as number);
      return FILLERS.has(word) ? Math.min(rare, rarest * FILLER_WEIGHT) : rare;
    });
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const costs = likenesses.map((some) => new Map(some.map(({ word, cost }) => [word, cost])));
    return this.#having(telling(asked, likenesses), weights, fits)
      .map((name) => this.#compare(name, costs, weights, whole))
      .sort((a, b) => goodness(b) - goodness(a) || a.name - b.name);
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#names.push([]);
    push(this.#byOpening, opening(word, word.length), number);
    const heard = sound(word);
    if (heard.length >= SHORTEST_SOUND) push(this.#bySound, heard, number);
    return number;
  }

  /** The words of names that a word of the line may stand for, the likeliest first. */
  #like(word: string, last: boolean, misspelt: boolean): Likeness[] {
    const costs = new Map<number, number>();
    const add = (number: number, cost: number) => {
      if (cost < (costs.get(number) ?? 1)) costs.set(number, cost);
    };
    const exact = this.#numbers.get(word);
    if (exact !== undefined) add(exact, 0);
    if (last || word.length >= SHORTEST_BEGINNING)
      for (const number of this.#beginning(word))
        if (number !== exact) add(number, last ? UNFINISHED : UNFINISHED_WITHIN);
    if ((misspelt || costs.size === 0) && word.length >= SHORTEST_MISSPELT) this.#addMisspelt(word, add);
    return [...costs].map(([number, cost]) => ({ word: number, cost })).sort((a, b) => a.cost - b.cost);
  }

  #addMisspelt(word: string, add: (number: number, cost: number) => void): void {
    const most = MOST_WRONG.find(([letters]) => word.length <= letters)?.[1] ?? MOST_WRONG_LONG;
    for (const number of this.#bySound.get(sound(word)) ?? []) {
      const other = this.#words[number] as string;
      add(number, (WRONG_BUT_HEARD * distance(word, other)) / Math.max(word.length, other.length));
    }
    for (let length = Math.max(SHORTEST_MISSPELT, word.length - most); length <= word.length + most; length++)
      for (const number of this.#byOpening.get(opening(word, length)) ?? []) {
        const wrong = distance(word, this.#words[number] as string);
        if (wrong <= most) add(number, (WRONG * wrong) / Math.max(word.length, length));
      }
  }

  /** Words that begin with these letters. */
  #beginning(letters: string): number[] {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[this.#sorted[middle] as number] as string) < letters) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#words[this.#sorted[end] ?? -1]?.startsWith(letters)) end++;
    return this.#sorted.slice(low, end);
  }

  /** The names that have most of the weight of a line, roughly. */
  #having(
    likenesses: readonly (readonly Likeness[])[],
    weights: readonly number[],
    fits: (name: number) => boolean,
  ): number[] {
    const touched: number[] = [];
    const sums = this.#sums;
    for (const [at, likeness] of likenesses.entries()) {
      const mark = at + 1;
      for (const { word, cost } of likeness)
        for (const name of this.#names[word] as number[]) {
          if (this.#seen[name] === mark || !fits(name)) continue;
          if (sums[name] === 0) touched.push(name);
          this.#seen[name] = mark;
          sums[name] = (sums[name] as number) + (weights[at] as number) * (1 - cost);
        }
    }
    const rough = Float64Array.from(
      touched,
      (name) => (sums[name] as number) ** 2 / (this.#weightOf[name] as number),
    );
    for (const name of touched) {
      sums[name] = 0;
      this.#seen[name] = 0;
    }
    return largest(rough, LOOKED_AT).map((at) => touched[at] as number);
  }

  /** Which word of the line stands for which of the name: each for one, the likeliest first. */
  #compare(
    name: number,
    costs: readonly ReadonlyMap<number, number>[],
    weights: readonly number[],
    whole: number,
  ): WordMatch {
    const own = this.#wordsOf[name] as number[];
    const pairs = costs.flatMap((cost, at) =>
      own.flatMap((word, place) =>
        cost.has(word) ? [{ at, place, word, cost: cost.get(word) as number }] : [],
      ),
    );
    pairs.sort((a, b) => a.cost - b.cost || Math.abs(a.at - a.place) - Math.abs(b.at - b.place));
    const places = costs.map(() => -1);
    let [said, covered] = [0, 0];
    for (const { at, place, word, cost } of pairs) {
      if (places[at] !== -1 || places.includes(place)) continue;
      places[at] = place;
      said += (weights[at] as number) * (1 - cost);
      covered += this.#weights[word] as number;
    }
    return { name, said: said / whole, covered: covered / (this.#weightOf[name] as number), places };
  }
}

/** The places of the largest values, the largest first and equal ones in order; of many, only a few are sorted. */
function largest(values: Float64Array, most: number): number[] {
  const least = values.length > most ? (values.slice().sort().at(-most) as number) : -Infinity;
  const places: number[] = [];
  for (const [at, value] of values.entries()) if (value >= least) places.push(at);
  return places.sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, most);
}

function opening(word: string, length: number): string {
  return `${word.slice(0, 1)}${length}`;
}

/** How good a match is, 0 to 1: most for having what the line says, less for saying the whole name, a little for order. */
export function goodness({ said, covered, places }: WordMatch): number {
  const found = places.filter((place) => place !== -1);
  const turned = found.filter((place, at) => at > 0 && place < (found[at - 1] as number)).length;
  return 0.75 * said + 0.25 * covered - 0.01 * turned;
}

/** Without what too many names have: small words, and one or two letters of an unfinished word, where there are others. */
function telling(asked: readonly string[], likenesses: readonly Likeness[][]): readonly Likeness[][] {
  const tells = (at: number) =>
    !FILLERS.has(asked[at] as string) &&
    (at < asked.length - 1 || (asked[at] as string).length >= SHORTEST_BEGINNING);
  const some = likenesses.some((likeness, at) => tells(at) && likeness.length > 0);
  return some ? likenesses.map((likeness, at) => (tells(at) ? likeness : [])) : likenesses;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
