/** Runs the whole check of a directory with one file damaged, and says what is wrong with its answer. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** The slowest variant takes a few hundred milliseconds; a busy machine may take a hundred times as long. */
const LONGEST = 30_000;

/** A directory whose files are damaged one at a time. */
export interface Trial {
  folder: string;
  /** Every table and settings file. */
  originals: readonly Original[];
  tables: readonly Original[];
  /** The tables that hold people. */
  contacts: readonly Original[];
  settings: readonly Original[];
  /** Words of the names of people by which it is told that a message repeats one. */
  names: ReadonlySet<string>;
  /** What is wrong with the answer to a damaged file, without a word of the data; empty when it is as it has to be. */
  judge: (file: string, damaged: Uint8Array) => string[];
}

export function trialOf(folder: string): Trial {
  const originals = (listFiles(folder) ?? [])
    .filter((file) => /\.(csv|json)$/.test(file) && !/\.topo\.json$/.test(file))
    .map((file): Original => {
      const bytes = new Uint8Array(readFileSync(join(folder, file)));
      const text = new TextDecoder().decode(bytes);
      const rows = file.endsWith('.csv') ? Papa.parse<string[]>(text, { skipEmptyLines: true }).data : [];
      return { file, bytes, rows };
    });
  const tables = originals.filter(({ file, rows }) => file.endsWith('.csv') && rows.length > 0);
  const contacts = tables.filter(({ file }) => file.endsWith('contacts.csv'));
  const accessWith = accessTo(folder, originals);
  const { names, tellsOfPeople } = tellerOf(tables, contacts);
  // A row begins on a line of its own, and those of the files end well before the limit.
  const longest = Math.max(...originals.map(({ bytes }) => bytes.length));
  return {
    folder,
    originals,
    tables,
    contacts,
    settings: originals.filter(({ file }) => file.endsWith('.json')),
    names,
    judge: (file, damaged) => {
      const start = performance.now();
      const { directory, problems } = loadDirectory(folder, accessWith(file, damaged));
      const took = performance.now() - start;
      const complaints = took > LONGEST ? [`The check took ${Math.round(took)} ms.`] : [];
      const errors = problems.filter(({ level }) => level === 'error');
      if ((directory === undefined) !== errors.length > 0)
        complaints.push('Errors and their result disagree.');
      for (const problem of errors.filter(
        (one) => !isPlaced(one, folder, Math.max(longest, damaged.length)),
      )) {
        complaints.push(`${problem.code} in ${problem.file} row ${problem.row} names no cell.`);
      }
      for (const problem of problems.filter(tellsOfPeople)) {
        complaints.push(`${problem.code} in row ${problem.row} ${problem.column} tells of people.`);
      }
      const report = reportText(problems) + reportGithub(problems);
      if (/[[\p{Cc}--\n]\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/v.test(report))
        complaints.push('The report holds raw characters.');
      return complaints;
    },
  };
}

/** Files from memory: those that are not damaged are read and parsed once; the rules run over all of them every time. */
function accessTo(folder: string, originals: readonly Original[]) {
  const bytesOf = new Map(originals.map(({ file, bytes }) => [join(folder, file), bytes]));
  const whole = new Set<Uint8Array>(bytesOf.values());
  const untouched = new Map<string, ReturnType<FileAccess['readBytes']>>();
  const drawings = new Map<Uint8Array, Drawing>();
  const parsed = new Map<Uint8Array, ReturnType<typeof readTable>>();
  const readUntouched = (path: string) => {
    const bytes = untouched.get(path) ?? DISK.readBytes(path);
    untouched.set(path, bytes);
    return bytes;
  };
  return (file: string, damaged: Uint8Array): FileAccess => ({
    readBytes: (path) => {
      const bytes = path === join(folder, file) ? damaged : bytesOf.get(path);
      if (bytes === undefined) return readUntouched(path);
      return bytes.length > LARGEST_FILE ? bytes.length : bytes;
    },
    readTable: ((bytes, name, schema) => {
      if (!whole.has(bytes)) return readTable(bytes, name, schema);
      const read = parsed.get(bytes) ?? readTable(bytes, name, schema);
      parsed.set(bytes, read);
      return { table: read.table, problems: [...read.problems] };
    }) as typeof readTable,
    readDrawing: (bytes) => {
      const drawing = drawings.get(bytes) ?? DISK.readDrawing(bytes);
      drawings.set(bytes, drawing);
      return drawing;
    },
  });
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

function isPlaced(
  { code, file, row, line, column, columnLetter }: Problem,
  folder: string,
  rows: number,
): boolean {
  if (!file.startsWith(`${basename(folder)}/`)) return false;
  if (OF_FILES.includes(code)) return true;
  if (file.endsWith('.json')) return code === 'bad-setting' || line !== undefined || column !== undefined;
  if (row === undefined || row < 1 || row > rows) return false;
  return OF_ROWS.includes(code) || column !== undefined || columnLetter !== undefined;
}

const NUMBER = /\d(?:[\s.\-()/]{0,3}\d){5,}/g;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Tells whether a message repeats a name, a number or an address of a person, or most of a number. */
function tellerOf(tables: readonly Original[], contacts: readonly Original[]) {
  const people = contacts.flatMap(({ rows: [header = [], ...rows] }) =>
    ['person', 'person_as_printed', 'phone', 'phone_as_printed', 'email'].flatMap((column) =>
      rows.flatMap((cells) => (cells[header.indexOf(column)] ?? '').split(';')),
    ),
  );
  // Every word of the other tables and of the messages: a name that is one of them tells nothing.
  const ordinary = new Set(
    [
      ...tables.filter((table) => !contacts.includes(table)).flatMap(({ rows }) => rows.flat()),
      ...tables.flatMap(({ rows }) => rows.map(([id]) => id ?? '')),
    ].flatMap(wordsOf),
  );
  const names = new Set(people.flatMap(wordsOf).filter((word) => word.length > 3 && !ordinary.has(word)));
  const addresses = people.filter((value) => value.includes('@'));
  const digits = people
    .map((value) => value.replace(/\D/g, '').replace(/^(?:855|0)/, ''))
    .filter((known) => known.length >= 6);
  const isNumberOfPerson = (number: string) => {
    const said = number.replace(/\D/g, '');
    return digits.some((known) => said.includes(known.slice(0, 6)) || said.includes(known.slice(-6)));
  };
  const tellsOfPeople = ({ message, advice, column = '' }: Problem): boolean => {
    const said = `${message} ${advice} ${column}`;
    if (addresses.some((address) => said.includes(address))) return true;
    if (wordsOf(said).some((word) => names.has(word))) return true;
    // Counts are written with commas and dates in full; the country's ids have three digits at most.
    return (said.replace(/\d{4}-\d{2}(?:-\d{2})?/g, '').match(NUMBER) ?? []).some(isNumberOfPerson);
  };
  return { names, tellsOfPeople };
}
