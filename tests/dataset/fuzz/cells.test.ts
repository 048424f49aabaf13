/** Tables whose cells, rows, columns and headers are damaged: the check answers, and says where. */
import { describe, expect, it } from 'vitest';
import { SHIPPED, TIMEOUT, TRIALS, tryVariants } from './run.ts';
import { BYTE_CHANGES, CELL_CHANGES } from './variants.ts';

describe.each(TRIALS)('the check of $name', ({ share, trial }) => {
  it('takes every damaged table, or says what is wrong where', { timeout: TIMEOUT }, () => {
    expect(trial.tables.length).toBeGreaterThan(10);
    tryVariants(trial, trial.tables, CELL_CHANGES, 0.4 * share);
  });
});

// The shipped ones alone hold names that are no words of other tables.
it('never repeats a person of a damaged table of contacts', { timeout: TIMEOUT }, () => {
  expect(SHIPPED.names.size).toBeGreaterThan(20);
  expect(SHIPPED.contacts.length).toBeGreaterThan(0);
  tryVariants(SHIPPED, SHIPPED.contacts, { ...CELL_CHANGES, ...BYTE_CHANGES }, 0.1);
});
