/**
 * Rows that a coalition keeps outside its public repository: data/private/ holds files of the same names, and their
 * rows join the public tables as if they stood there.
 */
import type { Table, TableRecord } from './read-table.ts';

/** The folder, inside a directory folder, whose files are merged into the public tables. */
export const PRIVATE_FOLDER = 'private';

/** The private file of a table: data/private/organizations.csv for data/organizations.csv. */
export function privateFile(file: string): string {
  return file.replace('/', `/${PRIVATE_FOLDER}/`);
}

/** What one private file brought. */
export interface Origin {
  /** From the parent of the directory folder on, such as data/private/organizations.csv. */
  file: string;
  /** Rows whose id no public row has. */
  added: number;
  /** Rows that stand in the place of a public one with the same id. */
  replaced: number;
}

/**
 * The public table with the rows of the private one: a row whose id a public row has replaces that row entirely, any
 * other is added at the end. Each private row keeps its own file, row and columns for messages. An id that stands
 * twice in either file still stands twice afterwards, so that the rule on ids finds it.
 */
export function mergePrivate<Row>(
  open: Table<Row>,
  own: Table<Row>,
): { table: Table<Row>; added: number; replaced: number } {
  const records = [...open.records];
  const places = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const key = keyOf(record);
    if (key !== undefined && !places.has(key)) places.set(key, index);
  }
  const replaced: TableRecord<Row>[] = [];
  for (const record of own.records) {
    const kept = { ...record, origin: { file: own.file, header: own.header } };
    const key = keyOf(record);
    const place = key === undefined ? undefined : places.get(key);
    if (key === undefined || place === undefined) {
      records.push(kept);
      continue;
    }
    replaced.push(records[place] as TableRecord<Row>);
    records[place] = kept;
    places.delete(key);
  }
  return {
    table: { ...open, records, replaced, complete: open.complete && own.complete },
    added: own.records.length - replaced.length,
    replaced: replaced.length,
  };
}

/** What makes a row the same row in both files; the same word may have been retired in two tables. */
function keyOf({ cells }: TableRecord<unknown>): string | undefined {
  return cells.id ?? (cells.old_id === undefined ? undefined : `${cells.kind} ${cells.old_id}`);
}
