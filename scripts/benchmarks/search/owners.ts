/** Who owns a name, a beginning of a name, or a part of one. */
import type { FinderIndex } from '../../../src/directory/finder-index.ts';
import { fold } from '../../../src/directory/fold.ts';

export class Owners {
  readonly #whole = new Map<string, Set<string>>();
  /** In the order of code units, so that names with one beginning stand together. */
  readonly #sorted: readonly string[];
  readonly #khmer: readonly string[];

  constructor({ names }: FinderIndex) {
    for (const { kind, id, names: own } of names) {
      if (kind !== 'organization') continue;
      for (const name of own) {
        const owners = this.#whole.get(fold(name)) ?? new Set();
        this.#whole.set(fold(name), owners.add(id));
      }
    }
    this.#sorted = [...this.#whole.keys()].sort();
    this.#khmer = this.#sorted.filter((name) => /[\u1780-\u17ff]/.test(name));
  }

  calledSo(text: string): ReadonlySet<string> {
    return this.#whole.get(fold(text)) ?? new Set();
  }

  beginningWith(text: string): ReadonlySet<string> {
    const start = fold(text);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    const owners = new Set<string>();
    for (let at = low; this.#sorted[at]?.startsWith(start) === true; at++)
      this.#add(owners, this.#sorted[at]);
    return owners;
  }

  containing(text: string): ReadonlySet<string> {
    const part = fold(text);
    const owners = new Set<string>();
    for (const name of this.#khmer) if (name.includes(part)) this.#add(owners, name);
    return owners;
  }

  #add(owners: Set<string>, name: string | undefined) {
    for (const id of this.#whole.get(name ?? '') ?? []) owners.add(id);
  }
}
