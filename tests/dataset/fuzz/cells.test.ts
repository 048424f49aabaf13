/** Tables whose cells, rows, columns and headers are damaged: the check answers, and says where. */
import { expect, it } from 'vitest';
import { TABLES } from './check-variant.ts';
import { TIMEOUT, tryVariants } from './run.ts';
import { CELL_CHANGES } from './variants.ts';

it('takes every damaged table, or says what is wrong where', { timeout: TIMEOUT }, () => {
  expect(TABLES.length).toBeGreaterThan(10);
  tryVariants(TABLES, CELL_CHANGES, 0.5);
});
