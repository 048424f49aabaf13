/** What a page is told of an answer: the first services of it, counts of the rest, and what would fit with less asked. */
import { MATCHES, type Match } from '../schema/vocabulary.ts';
import { type Answer, find, type Widened, widened } from './finder.ts';
import type { FinderIndex } from './finder-index.ts';
import type { Query } from './query.ts';
import { statedFirst } from './stated-first.ts';

export interface Reply extends Answer {
  /** How many services fit, by what they say of the person asked for; `found` may hold fewer. */
  counts: Readonly<Record<Match, number>>;
  /** How many services are left out for a printed no or a printed age; `refused` may hold fewer. */
  refusedCount: number;
  /** The same question with one filter less; empty where something fits. */
  wider: Widened[];
}

/**
 * The answer to a query, cut to what is shown of it. The same in a page and in a worker, which sends it as it is.
 * @param most how many services `found` and `refused` hold at most; Infinity for all
 */
export function reply(index: FinderIndex, query: Query, most: number): Reply {
  const answer = find(index, query);
  const counts = Object.fromEntries(MATCHES.map((match) => [match, 0])) as Record<Match, number>;
  for (const { match } of answer.found) counts[match] += 1;
  const found = statedFirst(answer.found, most);
  const refused = answer.refused.slice(0, most);
  const shown = new Set(found.map(({ service }) => service.organization));
  return {
    ...answer,
    found,
    refused,
    refusedCount: answer.refused.length,
    called: new Map([...answer.called].filter(([organization]) => shown.has(organization))),
    counts,
    wider: answer.found.length > 0 ? [] : widened(index, answer.query),
  };
}
