/** What a way of searching has to offer to be measured. */
import type { FinderIndex } from '../../../../src/directory/finder-index.ts';
import type { Over, SearchRecord } from '../search-set.ts';

/** What is given to search in; the same for all. */
export interface SearchData {
  index: FinderIndex;
  records: Record<Over, readonly SearchRecord[]>;
}

/** A search that is ready to answer. */
export interface Search {
  /** Ids of the records that a line finds, best first. Several in a row may be the same. */
  find(line: string): readonly string[] | Promise<readonly string[]>;
  /** The index as text that could be sent instead of being made on the page; absent where there is none. */
  write?(): string;
}

export interface Contender {
  name: string;
  /** How it is set, in a sentence for the report. */
  settings: string;
  /** Makes what it needs to answer. This is the start-up that is measured. */
  start(data: SearchData, over: Over): Search | Promise<Search>;
}

/** A page of results shows no more, and five different organizations are among them as a rule. */
export const MOST_RESULTS = 50;

/** How much a word in a name counts, beside one in a kind of help, a place or a word for people. */
export const NAME_WEIGHT = 2;
