/** One CSV file -> rows that keep their place, and every problem found on the way. */
import Papa from 'papaparse';
import type * as z from 'zod';
import { describeColumn, quoteValue } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { createProblem, letterOfColumn, type Place, type Problem } from './problem.ts';
import { readHeader } from './read-header.ts';
import { askForWord } from './suggest.ts';

/** One record of a table with its place. */
export interface TableRecord<Row> {
  row: number;
  line: number;
  /** Trimmed cells by column; empty cells are undefined. */
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
 * Reads a CSV file against the schema of its rows. Never throws for bad data: problems of encoding, quoting,
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
  const [first, ...rest] = splitRecords(decoded.text);
  if (first?.quoteError !== undefined) {
    const table = createEmptyTable(file, schema, false);
    return { table, problems: [reportQuotes(table, first)] };
  }
  const header = readHeader(first?.cells ?? [], rest, file, schema);
  const table: Table<z.infer<S>> = { file, schema, header: header.columns, records: [], complete: true };
  if (!header.readable) return { table: { ...table, complete: false }, problems: header.problems };

  const problems = [...header.problems];
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
  return { table, problems };
}

// Papa's own row numbers count records without blank lines and its header mode renames doubled columns, so
// both are done here; its step mode is used because the cursor tells on which line a record begins.
function splitRecords(text: string): RawRecord[] {
  const records: RawRecord[] = [];
  const normalized = text.replace(/\r\n?/g, '\n');
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(normalized, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const quoteError = errors.find((error) => error.type === 'Quotes')?.code;
      records.push({ cells: data.map((cell) => cell.trim()), row: records.length + 1, line, quoteError });
      for (let at = normalized.indexOf('\n', start); at !== -1 && at < meta.cursor; ) {
        line++;
        at = normalized.indexOf('\n', at + 1);
      }
      start = meta.cursor;
    },
  });
  return records;
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
    if (Object.hasOwn(table.schema.shape, column)) cells[column] = raw.cells[index] || undefined;
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
