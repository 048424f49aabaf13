/** A directory folder as it was read, before its tables are compared: what the rules look at. */
import type * as z from 'zod';
import type { EditionAbout, Settings } from '../schema/directory.ts';
import type { ReferenceTarget } from '../schema/fields.ts';
import {
  EDITION_TABLES,
  type EditionTable,
  SHARED_TABLES,
  type SharedTable,
  type Table as TableName,
} from '../schema/tables.ts';
import type { SettingsFile } from './read-settings.ts';
import type { Located, Table } from './read-table.ts';

export type SharedDraft = { [T in SharedTable]: Table<z.infer<(typeof SHARED_TABLES)[T]['row']>> };
export type EditionTablesDraft = { [T in EditionTable]: Table<z.infer<(typeof EDITION_TABLES)[T]['row']>> };

export interface EditionDraft {
  /** Name of its folder in editions/. */
  folder: string;
  about: SettingsFile<EditionAbout>;
  tables: EditionTablesDraft;
}

/** What a boundary layer draws, or why it cannot be drawn. */
export type Drawing = { ids: readonly string[]; attribution: string } | { refusal: string };

export interface Draft {
  settings: SettingsFile<Settings>;
  tables: SharedDraft;
  editions: EditionDraft[];
  /** The boundary layers that editions name, by file name; those that cannot be read are left out. */
  drawings: ReadonlyMap<string, Drawing>;
  /** Files of the folder, relative to it, with forward slashes. */
  files: readonly string[];
}

/** A table together with its name and, if it belongs to one, its edition. */
export interface NamedTable {
  name: TableName;
  table: Table;
  edition: EditionDraft | undefined;
}

/** Every table of the folder, shared ones first. */
export function listTables(draft: Draft): NamedTable[] {
  const shared = (Object.keys(SHARED_TABLES) as SharedTable[]).map((name) => ({
    name,
    table: draft.tables[name] as Table,
    edition: undefined,
  }));
  const ofEditions = draft.editions.flatMap((edition) =>
    (Object.keys(EDITION_TABLES) as EditionTable[]).map((name) => ({
      name,
      table: edition.tables[name] as Table,
      edition,
    })),
  );
  return [...shared, ...ofEditions];
}

/** The ids that stand in a table, also of rows that have other problems. */
export function listIds(table: Table): Set<string> {
  return new Set(table.records.flatMap((record) => record.cells.id ?? []));
}

/** The records of a table that the schema accepts, with their place. */
export function listRows<Row>(table: Table<Row>): (Located & { values: Row })[] {
  return table.records.flatMap(({ row, line, origin, values }) =>
    values === undefined ? [] : [{ row, line, values, ...(origin === undefined ? {} : { origin }) }],
  );
}

/** What the records say that the schema accepts. */
export function listValues<Row>(table: Table<Row>): Row[] {
  return listRows(table).map(({ values }) => values);
}

/** The table that a reference leads to; services and contacts are those of the same edition. */
export function findTarget(draft: Draft, target: ReferenceTarget, edition: EditionDraft | undefined): Table {
  if (target !== 'services' && target !== 'contacts') return draft.tables[target] as Table;
  if (edition === undefined) throw new Error(`A shared table refers to ${target}, which only editions have.`);
  return edition.tables[target] as Table;
}
