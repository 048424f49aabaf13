/** Which columns and settings take any text: the places that hostile texts are tried in. */
import type * as z from 'zod';
import { describeColumn, isSound, listColumns, listTargets } from '../../src/dataset/columns.ts';
import { EDITION_TABLES, SHARED_TABLES, type Table } from '../../src/schema/tables.ts';

export interface TableOfTexts {
  name: Table;
  /** Relative to the directory folder. */
  file: string;
  row: z.ZodObject;
  /** Columns in which the schema accepts any text at all. */
  texts: string[];
}

/** Every table of a directory folder with one edition. */
export function listTablesOfTexts(edition: string): TableOfTexts[] {
  const tables = [
    ...Object.entries(SHARED_TABLES),
    ...Object.entries(EDITION_TABLES).map(
      ([name, table]) => [name, { ...table, file: `editions/${edition}/${table.file}` }] as const,
    ),
  ];
  return tables.map(([name, { file, row }]) => ({
    name: name as Table,
    file,
    row,
    texts: listColumns(row).filter((column) => takesAnyText(row, column)),
  }));
}

function takesAnyText(row: z.ZodObject, column: string): boolean {
  // A topic has to be a known word, which is a rule of its own.
  if (column === 'topic' || listTargets(row, column).length > 0) return false;
  return isSound(row, column, '<any> "text"');
}

/** A cell that fits the column, whatever the tables say: the example of the schema, or nothing. */
export function exampleCell(row: z.ZodObject, column: string): string {
  const examples = (describeColumn(row, column).examples ?? []) as string[];
  return examples[0] ?? '';
}
