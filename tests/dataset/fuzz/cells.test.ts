/** Tables whose cells, rows, columns and headers are damaged: the check answers, and says where. */
import { describe, expect, it } from 'vitest';
import { TIMEOUT, TRIALS, tryVariants } from './run.ts';
import { BYTE_CHANGES, CELL_CHANGES } from './variants.ts';

describe.each(TRIALS)('the check of $name', ({ share, trial }) => {
  const { tables, contacts } = trial;

  it('takes every damaged table, or says what is wrong where', { timeout: TIMEOUT }, () => {
    expect(tables.length).toBeGreaterThan(10);
    tryVariants(trial, tables, CELL_CHANGES, 0.4 * share);
  });

  it('never repeats a person of a damaged table of contacts', { timeout: TIMEOUT }, () => {
    expect(contacts.length).toBeGreaterThan(0);
    tryVariants(trial, contacts, { ...CELL_CHANGES, ...BYTE_CHANGES }, 0.1 * share);
  });
});
