/** Runs the whole check of the shipped data with one file damaged, and says what is wrong with its answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Drawing } from '../../../src/dataset/draft.ts';
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import type { Problem } from '../../../src/dataset/problem.ts';
import { DISK, type FileAccess, LARGEST_FILE, listFiles } from '../../../src/dataset/read-draft.ts';
import { readTable } from '../../../src/dataset/read-table.ts';
import { reportGithub } from '../../../src/dataset/report/github.ts';
import { reportText } from '../../../src/dataset/report/text.ts';
import type { ProblemCode } from '../../../src/schema/problems.ts';
import type { Original } from './variants.ts';

const DATA = join(import.meta.dirname, '../../../data');
/** The slowest variant takes a few hundred milliseconds; a busy machine may take a hundred times as long. */
const LONGEST = 30_000;

const names = (listFiles(DATA) ?? []).filter(
  (file) => /\.(csv|json)$/.test(file) && !/\.topo\.json$/.test(file),
);

/** Every table and settings file of the shipped data. */
export const ORIGINALS: readonly Original[] = names.map((file) => {
  const bytes = new Uint8Array(readFileSync(join(DATA, file)));
  const text = new TextDecoder().decode(bytes);
  const rows = file.endsWith('.csv') ? Papa.parse<string[]>(text, { skipEmptyLines: true }).data : [];
  return { file, bytes, rows };
});
export const TABLES = ORIGINALS.filter(({ file, rows }) => file.endsWith('.csv') && rows.length > 0);
/** The tables that hold people. */
export const CONTACTS = TABLES.filter(({ file }) => file.endsWith('contacts.csv'));
export const SETTINGS = ORIGINALS.filter(({ file }) => file.endsWith('.json'));

const bytesOf = new Map(ORIGINALS.map(({ file, bytes }) => [join(DATA, file), bytes]));

// Layers are never damaged here, and are read once.
const untouched = new Map<string, ReturnType<FileAccess['readBytes']>>();
const drawings = new Map<Uint8Array, Drawing>();

function readUntouched(path: string): ReturnType<FileAccess['readBytes']> {
  const bytes = untouched.get(path) ?? DISK.readBytes(path);
  untouched.set(path, bytes);
  return bytes;
}

// Tables that are not damaged are parsed once; the rules run over all of them every time.
const parsed = new Map<Uint8Array, ReturnType<typeof readTable>>();
const originals = new Set<Uint8Array>(bytesOf.values());

function accessWith(file: string, damaged: Uint8Array): FileAccess {
  return {
    readBytes: (path) => {
      const bytes = path === join(DATA, file) ? damaged : bytesOf.get(path);
      if (bytes === undefined) return readUntouched(path);
      return bytes.length > LARGEST_FILE ? bytes.length : bytes;
    },
    readTable: ((bytes, name, schema) => {
      if (!originals.has(bytes)) return readTable(bytes, name, schema);
      const read = parsed.get(bytes) ?? readTable(bytes, name, schema);
      parsed.set(bytes, read);
      return { table: read.table, problems: [...read.problems] };
    }) as typeof readTable,
    readDrawing: (bytes) => {
      const drawing = drawings.get(bytes) ?? DISK.readDrawing(bytes);
      drawings.set(bytes, drawing);
      return drawing;
    },
  };
}

/** Problems of a whole file, or of a row as a whole; all others are about a cell and name its column. */
const OF_FILES: readonly ProblemCode[] = ['missing-file', 'not-utf-8', 'too-large'];
const OF_ROWS: readonly ProblemCode[] = [
  'missing-header',
  'wrong-delimiter',
  'short-row',
  'long-row',
  'unclosed-quote',
  'malformed-quotes',
];

function isPlaced({ code, file, row, line, column, columnLetter }: Problem, rows: number): boolean {
  if (!file.startsWith('data/')) return false;
  if (OF_FILES.includes(code)) return true;
  if (file.endsWith('.json')) return code === 'bad-setting' || line !== undefined || column !== undefined;
  if (row === undefined || row < 1 || row > rows) return false;
  return OF_ROWS.includes(code) || column !== undefined || columnLetter !== undefined;
}

const PEOPLE = CONTACTS.flatMap(({ rows: [header = [], ...rows] }) =>
  ['person', 'person_as_printed', 'phone', 'phone_as_printed', 'email'].flatMap((column) =>
    rows.flatMap((cells) => (cells[header.indexOf(column)] ?? '').split(';')),
  ),
);
/** Every word of the other tables and of the messages: a name that is one of them tells nothing. */
const ORDINARY = new Set(
  [
    ...TABLES.filter(({ file }) => !file.endsWith('contacts.csv')).flatMap(({ rows }) => rows.flat()),
    ...TABLES.flatMap(({ rows }) => rows.map(([id]) => id ?? '')),
  ].flatMap(wordsOf),
);
const NAMES = new Set(PEOPLE.flatMap(wordsOf).filter((word) => word.length > 3 && !ORDINARY.has(word)));
const ADDRESSES = PEOPLE.filter((value) => value.includes('@'));
const NUMBER = /\d(?:[\s.\-()/]{0,3}\d){5,}/g;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** True where a message repeats a name, a number or an address of a person, or most of a number. */
function tellsOfPeople(problems: readonly Problem[]): boolean {
  return problems.some(({ message, advice, column = '' }) => {
    const said = `${message} ${advice} ${column}`;
    if (ADDRESSES.some((address) => said.includes(address))) return true;
    if (wordsOf(said).some((word) => NAMES.has(word))) return true;
    // Counts are written with commas and dates in full; the country's ids have three digits at most.
    return (said.replace(/\d{4}-\d{2}(?:-\d{2})?/g, '').match(NUMBER) ?? []).some(isNumberOfPerson);
  });
}

const DIGITS = PEOPLE.map((value) => value.replace(/\D/g, '').replace(/^(?:855|0)/, '')).filter(
  (digits) => digits.length >= 6,
);

function isNumberOfPerson(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  return DIGITS.some((known) => digits.includes(known.slice(0, 6)) || digits.includes(known.slice(-6)));
}

/** What is wrong with the answer to a damaged file, without a word of the data; empty when it is as it has to be. */
export function judge(file: string, damaged: Uint8Array): string[] {
  const start = performance.now();
  const { directory, problems } = loadDirectory(DATA, accessWith(file, damaged));
  const took = performance.now() - start;
  const complaints: string[] = [];
  if (took > LONGEST) complaints.push(`The check took ${Math.round(took)} ms.`);

  const errors = problems.filter(({ level }) => level === 'error');
  if ((directory === undefined) !== errors.length > 0) complaints.push('Errors and their result disagree.');
  // A row begins on a line of its own, and those of the shipped files end well before the limit.
  const longest = Math.max(...ORIGINALS.map(({ bytes }) => bytes.length), damaged.length);
  for (const problem of errors.filter((one) => !isPlaced(one, longest))) {
    complaints.push(`${problem.code} in ${problem.file} row ${problem.row} names no cell.`);
  }
  if (tellsOfPeople(problems)) {
    const telling = problems.filter((problem) => tellsOfPeople([problem]));
    complaints.push(
      ...telling.map(({ code, row, column }) => `${code} in row ${row} ${column} tells of people.`),
    );
  }
  const report = reportText(problems) + reportGithub(problems);
  if (/[[\p{Cc}--\n]\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/v.test(report))
    complaints.push('The report holds raw characters.');
  return complaints;
}
