import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormulas, restoreFormulas } from '../../src/schema/formula-text.ts';

describe('guardFormulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ["+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['"=1"', `'"=1"`],
    ["'=1", "''=1"],
    ['\t=1', "\t'=1"],
    ['a;=1', "a;'=1"],
    ['a; - b', "a;' - b"],
    ['two\n=1', "two\n'=1"],
    ['+1-202-555-0123', "'+1-202-555-0123"],
  ])('%j goes out as %j', (cell, expected) => expect(guardFormulas(cell)).toBe(expected));

  it.each([
    '+85523000000',
    '+855 23 000 000',
    '+85523000000;+855 12 000 000',
    '023 00 00 00',
    '-5',
    '-0.25',
    'a = b',
    "it's",
    'name@example.org',
    "'quoted'",
    '2010-12-08',
    '',
  ])('%j goes out as it is', (cell) => expect(guardFormulas(cell)).toBe(cell));
});

describe('restoreFormulas', () => {
  const sign = fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '"', ';', '\t', '\n', '1', '.', 'a', 'ខ');

  it('gives every cell back', () => {
    const cells = fc.oneof(
      fc.array(sign).map((signs) => signs.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(cells, (cell) => restoreFormulas(guardFormulas(cell)) === cell),
      { numRuns: 5000 },
    );
  });

  it('leaves no part that a spreadsheet calculates', () => {
    const isHarmless = (part: string) =>
      !/^[=+\-@＝]/.test(part.replace(/^[\s"]+/, '')) || /^\s*(?:\+\d[\d ]*|-[\d.]+)\s*$/.test(part);
    const cells = fc.array(sign).map((signs) => signs.join(''));
    fc.assert(
      fc.property(cells, (cell) =>
        guardFormulas(cell)
          .split(/[;\t\n]/)
          .every(isHarmless),
      ),
      { numRuns: 5000 },
    );
  });
});
