import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { decodeText } from '../../src/dataset/decode-text.ts';
import { findPosition, scanJson } from '../../src/dataset/json-positions.ts';
import { readTable } from '../../src/dataset/read-table.ts';
import { measureDistance, suggestWord } from '../../src/dataset/suggest.ts';
import { id, list, optionalNumber, text } from '../../src/schema/fields.ts';

const about = { title: 'Title', description: 'Description.' };
const schema = z.object({
  id: id(about),
  name: text(about),
  size: optionalNumber({ ...about, min: 0 }),
  tags: list(about),
});
const read = (csv: string) => readTable(new TextEncoder().encode(csv), 'data/x.csv', schema);

describe('readTable', () => {
  it('keeps row and line apart after a line break in a cell and after blank lines', () => {
    const { table, problems } = read('id,name\n\na,"two\nlines"\nb,"three\r\n\r\nlines"\r\n , \nc,d\n');
    expect(problems).toEqual([]);
    expect(table.records.map(({ row, line, values }) => [row, line, values?.id])).toEqual([
      [3, 3, 'a'],
      [4, 5, 'b'],
      [6, 9, 'c'],
    ]);
  });

  it('counts lines behind a byte-order mark and letters of several bytes', () => {
    const { table } = read('\uFEFFid,name\na,"ខ្មែរ\nខ្មែរ"\nb,ខ\n');
    expect(table.records.map(({ line, cells }) => [line, cells.name])).toEqual([
      [2, 'ខ្មែរ\nខ្មែរ'],
      [4, 'ខ'],
    ]);
  });

  it('takes an empty cell for unknown, never for zero', () => {
    const { table } = read('id,name,size,tags\na,b,,\nc,d,0,x; y\n');
    expect(table.records.map(({ values }) => values)).toEqual([
      { id: 'a', name: 'b', size: undefined, tags: [] },
      { id: 'c', name: 'd', size: 0, tags: ['x', 'y'] },
    ]);
  });

  it.each([
    ['', ['missing-header 1']],
    ['\n\n', ['missing-header 1']],
    ['id,name\n', []],
    ['id,name', []],
    ['id;name\na;b\n', ['wrong-delimiter 1']],
    ['name\na\n', ['missing-column 1']],
    ['id,name,__proto__,constructor\na,b,c,d\n', ['unknown-column 1', 'unknown-column 1']],
    ['id,name,\na,b,\n', []],
    ['id,name\na\nb,c,d\ne,f,,\n', ['short-row 2', 'long-row 3']],
    ['id,name\na,b\nc,"d\ne,f\n', ['unclosed-quote 3']],
    ['"id,name\na,b\n', ['unclosed-quote 1']],
    ['id,name\nA B,\n', ['not-an-id 2', 'empty-cell 2']],
    ['id,name,size\na,b,1e3\n', ['not-a-number 2']],
  ])('%j', (csv, expected) => {
    expect(read(csv).problems.map(({ code, row }) => `${code} ${row}`)).toEqual(expected);
  });

  it('does not say that an id is unknown after rows were lost', () => {
    expect(read('id,name\na,"b\n').table.complete).toBe(false);
    expect(read('id,name\na,\n').table.complete).toBe(true);
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('ខ្មែរ'), 'ខ្មែរ', undefined],
    ['UTF-8 with a mark', Buffer.from('\uFEFFa'), 'a', undefined],
    ['UTF-16', Buffer.from('\uFEFFa,b', 'utf16le'), undefined, undefined],
    ['UTF-16 without a mark', Buffer.from('a,b', 'utf16le'), undefined, undefined],
    ['Windows-1252', Buffer.from('a\nb\ncaf\xe9', 'latin1'), undefined, 3],
    ['a letter cut in two', Buffer.from('ខ').subarray(0, 2), undefined, 1],
  ])('%s', (_, bytes, expected, line) => {
    const { text: decoded, problems } = decodeText(bytes, 'data/x.csv');
    expect(decoded).toBe(expected);
    expect(problems.map((problem) => problem.line)).toEqual(expected === undefined ? [line] : []);
  });
});

describe('scanJson', () => {
  it.each([
    ['{"a": [1, -2.5e3, true, null, "\\u00e9\\n"], "b": {}}', undefined],
    [' [] ', undefined],
    ['', 0],
    ['{"a": x}', 6],
    ['{"a": 1,}', 8],
    ['{"a": 1 "b": 2}', 8],
    ['{a: 1}', 1],
    ['[1, 2', 5],
    ['{"a": "no end', 6],
    ['{} x', 3],
    ['{"a": 01}', 7],
  ])('%j breaks at %s, as JSON.parse says', (json, expected) => {
    expect(scanJson(json).errorAt).toBe(expected);
    const parse = () => JSON.parse(json);
    if (expected === undefined) expect(parse).not.toThrow();
    else expect(parse).toThrow(SyntaxError);
  });

  it('knows where settings stand', () => {
    const json = '{\n  "a": { "b": [1,\n 2] },\n  "a": 3 }';
    const { starts, doubled } = scanJson(json);
    expect(findPosition(json, starts.get('a.b.1') ?? 0)).toEqual({ line: 3, character: 2 });
    expect(doubled.map(({ path, at }) => [path, findPosition(json, at)])).toEqual([
      ['a', { line: 4, character: 3 }],
    ]);
  });
});

describe('measureDistance', () => {
  it.each([
    ['clinic', 'clinic', 0],
    ['clinic', 'clinik', 1],
    ['clinic', 'cilnic', 1],
    ['clinic', 'clinics', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s to %s is %i', (from, to, expected) => expect(measureDistance(from, to)).toBe(expected));
});

describe('measureDistance within a limit', () => {
  it('finds the same distance up to the limit and a greater one above it', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, fc.nat(6), (from, to, limit) => {
        const distance = measureDistance(from, to);
        const limited = measureDistance(from, to, limit);
        return distance <= limit ? limited === distance : limited > limit;
      }),
      { numRuns: 3000 },
    );
  });

  // Computed row by row without any limit or shortcut.
  it('is the distance of the whole table', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
      .map((letters) => letters.join(''));
    const plain = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
      for (let j = 0; j <= b.length; j++) (d[0] as number[])[j] = j;
      const at = (i: number, j: number) => d[i]?.[j] ?? Infinity;
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
          (d[i] as number[])[j] = Math.min(
            at(i - 1, j) + 1,
            at(i, j - 1) + 1,
            at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
            swap ? at(i - 2, j - 2) + 1 : Infinity,
          );
        }
      }
      return at(a.length, b.length);
    };
    fc.assert(
      fc.property(word, word, (a, b) => measureDistance(a, b) === plain(a, b)),
      { numRuns: 3000 },
    );
  });
});

describe('suggestWord', () => {
  it.each([
    ['example-clinik', 'example-clinic'],
    ['Yes', 'yes'],
    ['womens', 'women'],
    ['maybe', undefined],
    ['x', undefined],
  ])('%s: %s', (word, expected) => {
    expect(suggestWord(word, ['example-clinic', 'example-cleaner', 'yes', 'no', 'women', 'men'])).toBe(
      expected,
    );
  });
});
