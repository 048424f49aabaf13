/** What the measured page runs to find ways; the benchmark calls it from outside. */
import type { WayIndex } from '../../src/directory/referrals/way-index.ts';
import { readWayQuery } from '../../src/directory/referrals/way-query.ts';
import { findWays } from '../../src/directory/referrals/ways.ts';

export interface WaysPage {
  /** Milliseconds on the clock that each question takes, in their order. */
  time(index: WayIndex, questions: readonly string[]): number[];
}

const page: WaysPage = {
  time: (index, questions) =>
    questions.map((question) => {
      const query = readWayQuery(question);
      const before = performance.now();
      findWays(index, query);
      return performance.now() - before;
    }),
};
Object.assign(globalThis, { waysPage: page });
