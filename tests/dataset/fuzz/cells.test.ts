/** Tables whose cells, rows, columns and headers are damaged: the check answers, and says where. */
import { expect, it } from 'vitest';
import { CONTACTS, TABLES } from './check-variant.ts';
import { TIMEOUT, tryVariants } from './run.ts';
import { BYTE_CHANGES, CELL_CHANGES } from './variants.ts';

it('takes every damaged table, or says what is wrong where', { timeout: TIMEOUT }, () => {
  expect(TABLES.length).toBeGreaterThan(10);
  tryVariants(TABLES, CELL_CHANGES, 0.4);
});

it('never repeats a person of a damaged table of contacts', { timeout: TIMEOUT }, () => {
  expect(CONTACTS.length).toBeGreaterThan(0);
  tryVariants(CONTACTS, { ...CELL_CHANGES, ...BYTE_CHANGES }, 0.1);
});
