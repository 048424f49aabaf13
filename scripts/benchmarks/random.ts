/** Chance that repeats itself: two runs with the same seed make the same data. */

/** Numbers from 0 up to 1 from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Choices drawn from one seed. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  /** True in `share` of all throws; 0 is never, 1 always. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** One of a list. Throws where the list is empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('Nothing to choose from.');
    return list[Math.floor(this.#next() * list.length)] as T;
  }

  /** The list in another order; the list itself stays as it is. */
  shuffled<T>(list: readonly T[]): T[] {
    const order = [...list];
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.between(0, last);
      [order[last], order[other]] = [order[other] as T, order[last] as T];
    }
    return order;
  }
}
