/** What a page and the worker say to each other. */

/** Why a copy could not be fetched: nobody answers, no room left, the site was changed meanwhile, or the host refuses. */
export type Failure = 'offline' | 'full' | 'changed' | 'refused' | 'stopped';

export type FromWorker =
  | { copy: 'progress'; done: number; total: number }
  | { copy: 'failed'; reason: Failure };

/** "use" puts a copy that waits in the place of the old one; "stop" ends the fetching of one. */
export type ToWorker = { copy: 'use' } | { copy: 'stop' };
