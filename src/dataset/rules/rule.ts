/** What a rule that compares tables looks like. Adding one: a file in this folder and a line in index.ts. */
import type { Draft } from '../draft.ts';
import type { Problem } from '../problem.ts';

export interface Rule {
  name: string;
  /** One sentence: what it looks for. */
  description: string;
  /** A pure function; rows with bad cells are already reported and are left out of what it sees as values. */
  check: (draft: Draft) => Problem[];
}
