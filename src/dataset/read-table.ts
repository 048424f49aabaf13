/** One CSV file -> rows that keep their place, and every problem found on the way. */
import Papa from 'papaparse';
import type * as z from 'zod';
import { restoreFormulas } from '../schema/formula-text.ts';
import { checkText } from './check-text.ts';
import { describeColumn, quoteValue } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { createProblem, letterOfColumn, type Place, type Problem } from './problem.ts';
import { readHeader } from './read-header.ts';
import { askForWord } from './suggest.ts';

/** Above these a file is no table of a directory; comparing its rows would take hours. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

/** One record of a table with its place. */
export interface TableRecord<Row> {
  row: number;
  line: number;
  /** Trimmed cells by column, free of characters that are refused; empty cells are undefined. */
  cells: Record<string, string | undefined>;
  /** Undefined when the schema refuses a cell. */
  values: Row | undefined;
  /** False when cells have slipped into other columns, so that only the first one can be relied on. */
  aligned: boolean;
  /** Where the record really stands, when it came into its table from a private file. */
  origin?: Pick<Table, 'file' | 'header'>;
}

export interface Table<Row = unknown> {
  file: string;
  schema: z.ZodObject;
  /** Columns in the order of the file; an unnamed one is "". */
  header: string[];
  records: TableRecord<Row>[];
  /** Public rows in whose place private ones stand. */
  replaced?: TableRecord<Row>[];
  /** False when rows may be missing; rules then do not conclude that an id does not exist. */
  complete: boolean;
}

interface RawRecord {
  cells: string[];
  row: number;
  line: number;
  quoteError: string | undefined;
}

/** A table without rows, standing in for a file that is not there. */
export function createEmptyTable<S extends z.ZodObject>(
  file: string,
  schema: S,
  complete: boolean,
): Table<z.infer<S>> {
  return { file, schema, header: [], records: [], complete };
}

/** What has to be known of a record to name its place. */
export type Located = Pick<TableRecord<unknown>, 'row' | 'line' | 'origin'>;

/** The place of a record, or of one of its cells. */
export function locate(table: Table, record: Located, column?: string): Place {
  const { file, header } = record.origin ?? table;
  const place: Place = { file, row: record.row, line: record.line };
  if (column === undefined) return place;
  const index = header.indexOf(column);
  return index === -1 ? { ...place, column } : { ...place, column, columnLetter: letterOfColumn(index) };
}

/** "row 3", for a message about another record; with its file where that is not the same one. */
export function describeRecord(table: Table, { row, origin }: Located, seenFrom: Located): string {
  const file = origin?.file ?? table.file;
  return file === (seenFrom.origin?.file ?? table.file) ? `row ${row}` : `row ${row} of ${file}`;
}

/**
 * Reads a CSV file against the schema of its rows. Never throws for bad data: problems of encoding, size, quoting,
 * header, row length and cells are all returned together with every row that could be read.
 */
export function readTable<S extends z.ZodObject>(
  bytes: Uint8Array,
  file: string,
  schema: S,
): { table: Table<z.infer<S>>; problems: Problem[] } {
  const decoded = decodeText(bytes, file);
  if (decoded.text === undefined) {
    return { table: createEmptyTable(file, schema, false), problems: decoded.problems };
  }
  const { records, cut } = splitRecords(decoded.text);
  const [first, ...rest] = records;
  const nothing = createEmptyTable(file, schema, false);
  if (first?.quoteError !== undefined) return { table: nothing, problems: [reportQuotes(nothing, first)] };
  const problems: Problem[] = [];
  const titles = checkTitles(first?.cells ?? [], file, problems);
  if (titles === undefined) return { table: nothing, problems };
  const header = readHeader(titles, rest, file, schema);
  problems.push(...header.problems);
  const table: Table<z.infer<S>> = { ...nothing, header: header.columns, complete: header.readable && !cut };
  if (!header.readable) return { table, problems };

  for (const raw of rest) {
    if (raw.quoteError !== undefined) {
      problems.push(reportQuotes(table, raw));
      table.complete = false;
      continue;
    }
    if (raw.cells.every((cell) => cell === '')) continue;
    const record = readRecord(table, raw, problems);
    table.records.push(record);
  }
  if (cut) problems.push(reportRows(file));
  return { table, problems };
}

/** The cells of the header row as they can be read, or undefined where there are too many. */
function checkTitles(cells: readonly string[], file: string, problems: Problem[]): string[] | undefined {
  const place: Place = { file, row: 1, line: 1 };
  if (cells.length > MOST_COLUMNS) {
    const message = `This table has ${cells.length} columns; a table may have ${MOST_COLUMNS}.`;
    problems.push(createProblem('too-large', place, message));
    return undefined;
  }
  return cells.map((cell, index) => {
    const checked = checkText(cell, { ...place, columnLetter: letterOfColumn(index) }, 'this header');
    problems.push(...checked.problems);
    return checked.text;
  });
}

function reportRows(file: string): Problem {
  const most = MOST_ROWS.toLocaleString('en');
  const place: Place = { file, row: MOST_ROWS + 1 };
  return createProblem('too-large', place, `This table goes on after row ${most}; the rest was not read.`);
}

// Papa's own row numbers count records without blank lines and its header mode renames doubled columns, so
// both are done here; its step mode is used because the cursor tells on which line a record begins.
function splitRecords(text: string): { records: RawRecord[]; cut: boolean } {
  const records: RawRecord[] = [];
  const normalized = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  let start = 0;
  let line = 1;
  let cut = false;
  Papa.parse<string[]>(normalized, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (records.length === MOST_ROWS) {
        cut = true;
        parser.abort();
        return;
      }
      const quoteError = errors.find((error) => error.type === 'Quotes')?.code;
      const cells = data.map((cell) => restoreFormulas(cell.trim()));
      records.push({ cells, row: records.length + 1, line, quoteError });
      for (let at = normalized.indexOf('\n', start); at !== -1 && at < meta.cursor; ) {
        line++;
        at = normalized.indexOf('\n', at + 1);
      }
      start = meta.cursor;
    },
  });
  return { records, cut };
}

function reportQuotes(table: Table, raw: RawRecord): Problem {
  return raw.quoteError === 'MissingQuotes'
    ? createProblem(
        'unclosed-quote',
        locate(table, raw),
        'A quotation mark in this row is never closed, so the rest of the file cannot be read.',
      )
    : createProblem('malformed-quotes', locate(table, raw), 'A quotation mark stands inside a quoted cell.');
}

function readRecord<Row>(table: Table<Row>, raw: RawRecord, problems: Problem[]): TableRecord<Row> {
  const { row, line } = raw;
  const cells: TableRecord<Row>['cells'] = {};
  for (const [index, column] of table.header.entries()) {
    const place: Place = { ...locate(table, raw), columnLetter: letterOfColumn(index) };
    if (column !== '') place.column = column;
    const checked = checkText(raw.cells[index] ?? '', place, 'this cell');
    problems.push(...checked.problems);
    if (Object.hasOwn(table.schema.shape, column)) cells[column] = checked.text || undefined;
  }
  const length = checkLength(table, raw);
  if (length !== undefined) {
    problems.push(length);
    return { row, line, cells, values: undefined, aligned: false };
  }
  const result = table.schema.safeParse(cells);
  if (result.success) return { row, line, cells, values: result.data as Row, aligned: true };
  for (const issue of result.error.issues) {
    const column = String(issue.path[0]);
    // A missing column has been reported once, for the header.
    if (table.header.includes(column)) problems.push(reportCell(table, raw, column, cells[column], issue));
  }
  return { row, line, cells, values: undefined, aligned: true };
}

function checkLength(table: Table, raw: RawRecord): Problem | undefined {
  const wanted = table.header.length;
  const cells = raw.cells.length;
  if (cells < wanted) {
    return createProblem(
      'short-row',
      locate(table, raw),
      `This row has ${cells} cells; the header has ${wanted} columns.`,
    );
  }
  if (raw.cells.slice(wanted).some((cell) => cell !== '')) {
    return createProblem(
      'long-row',
      locate(table, raw),
      `This row has ${cells} cells; the header has ${wanted} columns.`,
    );
  }
  return undefined;
}

function reportCell(
  table: Table,
  raw: RawRecord,
  column: string,
  cell: string | undefined,
  issue: z.core.$ZodIssue,
): Problem {
  const meta = describeColumn(table.schema, column);
  if (meta.problem === undefined)
    throw new Error(`${table.file}: column ${column} can fail but has no problem code.`);
  const place = locate(table, raw, column);
  if (cell === undefined) return createProblem('empty-cell', place, issue.message, meta.fix);
  const quoted = quoteValue(table.schema, column, cell);
  const message = quoted === undefined ? issue.message : issue.message.replace(/\.$/, `: ${quoted}.`);
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const suggestion = quoted === undefined ? '' : askForWord(cell, words);
  return createProblem(meta.problem, place, message, `${suggestion}${meta.fix ?? ''}`);
}
