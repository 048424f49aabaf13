/** What the measured page runs. It has nothing to show; the benchmark calls it from outside. */
import type { FinderIndex } from '../../../src/directory/finder-index.ts';
import { CONTENDERS } from './contenders/index.ts';
import type { Line } from './lines.ts';
import { type Measured, measure } from './measure.ts';

interface Loaded {
  index: FinderIndex;
  lines: Line[];
}

export interface SearchPage {
  /** Fetches a set and its lines. */
  load(address: string): Promise<void>;
  /** Measures a contender by its name on what was loaded; `limit` as for measure(). */
  run(name: string, limit: number): Promise<Measured>;
}

let loaded: Loaded | undefined;

const page: SearchPage = {
  async load(address) {
    loaded = (await (await fetch(address)).json()) as Loaded;
  },
  async run(name, limit) {
    const contender = CONTENDERS.find((one) => one.name === name);
    if (loaded === undefined || contender === undefined) throw new Error(`There is no ${name} to measure.`);
    return measure(contender, loaded.index, loaded.lines, { limit });
  },
};
Object.assign(window, { searchPage: page });
