/** Files that are far too large, or no files at all, are refused with a sentence instead of being read for hours. */
import { execFileSync } from 'node:child_process';
import { truncateSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { DISK, LARGEST_FILE } from '../../src/dataset/read-draft.ts';
import { MOST_COLUMNS, MOST_ROWS, readTable } from '../../src/dataset/read-table.ts';
import { organizationRow } from '../../src/schema/shared-rows.ts';
import { buildBrokenFolder, GOOD } from './broken-folder.ts';

const HEADER = 'id,name_en,name_km,acronym,aliases,kind,parent,website,note_en,note_km\n';
const read = (text: string) =>
  readTable(new TextEncoder().encode(text), 'data/organizations.csv', organizationRow).problems;

/** What is said of a folder after something was done to its organizations.csv. */
function checkWith(change: (path: string) => void): string[] {
  const { folder, remove } = buildBrokenFolder('unused-organization');
  try {
    change(join(folder, 'organizations.csv'));
    return loadDirectory(folder)
      .problems.filter(({ level }) => level === 'error')
      .map(({ code, file, message }) => `${code} ${file} ${message}`);
  } finally {
    remove();
  }
}

describe('a file', () => {
  it('of hundreds of megabytes is not read', () => {
    expect(checkWith((path) => truncateSync(path, 300_000_000))).toEqual([
      'too-large data/organizations.csv This file has 300.0 million bytes; a file may have 8.0.',
    ]);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is not waited for', () => {
    const makePipe = (path: string) => {
      unlinkSync(path);
      execFileSync('mkfifo', [path]);
    };
    expect(checkWith(makePipe)).toEqual(['missing-file data/organizations.csv This file cannot be read.']);
  });
});

describe('a table', () => {
  const rows = (count: number, row: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => row(n)).join('\n');

  it.each<[string, string, string]>([
    ['commas only', ','.repeat(LARGEST_FILE / 4), 'too-large 1'],
    ['too many columns', `${'id,'.repeat(MOST_COLUMNS)}id\n`, 'too-large 1'],
    ['line breaks only', HEADER + '\r'.repeat(LARGEST_FILE / 4), `too-large ${MOST_ROWS + 1}`],
    [
      'too many rows',
      HEADER + rows(MOST_ROWS, (n) => `a-${n},Example ${n},,,,ngo,,,,`),
      `too-large ${MOST_ROWS + 1}`,
    ],
    ['quotation marks only', '"'.repeat(LARGEST_FILE / 4), 'cell-too-long 1'],
    ['a quotation mark that never ends', `${HEADER}"${'x'.repeat(LARGEST_FILE / 4)}`, 'unclosed-quote 2'],
    ['quotation marks in quotation marks', HEADER + '"a"b,'.repeat(LARGEST_FILE / 20), 'malformed-quotes 2'],
    ['one endless row', HEADER + 'a,'.repeat(LARGEST_FILE / 8), 'long-row 2'],
    ['towers of marks', HEADER + '\u0301'.repeat(LARGEST_FILE / 8), 'short-row 2'],
  ])(
    'of %s is refused',
    (_, text, expected) => {
      expect(read(text).map(({ code, row }) => `${code} ${row}`)).toContain(expected);
    },
    120_000,
  );

  it('may be as large as a directory of many thousand records', () => {
    const table = HEADER + rows(MOST_ROWS - 1, (n) => `a-${n},Example ${n},,,,ngo,,,,`);
    expect(read(table)).toEqual([]);
  });
});

describe('the rules', () => {
  // Each of these kept the check busy for minutes when every row was compared with every other.
  it.each<[string, (n: number) => string, string]>([
    ['the same name', (n) => `a-${n},Example Clinic of the Same Name,,,,ngo,,,,`, 'look-alike-organization'],
    [
      'long names that differ in one letter',
      (n) => `a-${n},Example ${'x'.repeat(200)}${n % 10} Clinic,,,,ngo,,,,`,
      'look-alike-organization',
    ],
    ['parents in one long line', (n) => `a-${n},Example ${n},,,,ngo,a-${n + 1},,,`, 'unknown-reference'],
    [
      'parents in one long circle',
      (n) => `a-${n},Example ${n},,,,ngo,a-${(n + 1) % 3000},,,`,
      'parent-cycle',
    ],
    ['parents that do not exist', (n) => `a-${n},Example ${n},,,,ngo,b-${n},,,`, 'unknown-reference'],
  ])(
    'come to an end with thousands of organizations of %s',
    (_, row, expected) => {
      const table = HEADER + Array.from({ length: 3000 }, (_, n) => row(n)).join('\n');
      const bytes = new TextEncoder().encode(table);
      const { problems } = loadDirectory(GOOD, {
        ...DISK,
        readBytes: (path) => (path.endsWith('organizations.csv') ? bytes : DISK.readBytes(path)),
      });
      const found = problems.filter(({ file }) => file === 'good/organizations.csv');
      expect(found.map(({ code }) => code)).toContain(expected);
    },
    120_000,
  );
});
