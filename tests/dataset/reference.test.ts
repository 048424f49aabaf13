import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeColumnReference } from '../../src/dataset/reference/columns.ts';
import { writeTable } from '../../src/dataset/reference/markdown.ts';
import { writeProblemReference } from '../../src/dataset/reference/problems.ts';

const readPage = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

describe('the generated pages', () => {
  // "npm run reference" writes them again.
  it('are up to date', () => {
    expect(readPage('columns.md')).toBe(writeColumnReference());
    expect(readPage('problems.md')).toBe(writeProblemReference());
  });
});

describe('writeTable', () => {
  it('keeps a cell in its cell', () => {
    expect(writeTable(['A', 'B'], [['x|y', 'one\ntwo']])).toBe(
      '| A | B |\n| --- | --- |\n| x\\|y | one two |',
    );
  });
});
