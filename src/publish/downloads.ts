/** The open files of an edition. They are written from an already redacted directory and add nothing to it. */
import Papa from 'papaparse';
import { isInternal, listColumns } from '../dataset/columns.ts';
import { guardFormulas } from '../schema/formula-text.ts';
import { EDITION_TABLES, SHARED_TABLES } from '../schema/tables.ts';
import type { Published, PublishedEdition } from './redact.ts';

const TABLES = {
  services: (_: Published, edition: PublishedEdition) => edition.services,
  organizations: (directory: Published) => directory.organizations,
  contacts: (_: Published, edition: PublishedEdition) => edition.contacts,
  referrals: (_: Published, edition: PublishedEdition) => edition.referrals,
  statements: (_: Published, edition: PublishedEdition) => edition.statements,
  figures: (_: Published, edition: PublishedEdition) => edition.figures,
  sources: (directory: Published) => directory.sources,
  provinces: (directory: Published, edition: PublishedEdition) =>
    directory.provinces.filter(({ id }) => edition.about.provinces.includes(id)),
  groups: (directory: Published) => directory.groups,
  'service-types': (directory: Published) => directory.serviceTypes,
  criteria: (directory: Published) => directory.criteria,
  places: (directory: Published) => directory.places,
} satisfies Record<string, (directory: Published, edition: PublishedEdition) => object[]>;

type Name = keyof typeof TABLES;
export type Download = `${Name}.${'csv' | 'json'}`;

const NAMES = Object.keys(TABLES) as Name[];
/** File names under /data/<edition>/. */
export const DOWNLOADS: readonly Download[] = NAMES.flatMap((name) => [
  `${name}.csv` as const,
  `${name}.json` as const,
]);

/**
 * The content of one open file: JSON as an array of rows, CSV with the columns of the schema, lists joined by semicolons,
 * and no cell that a spreadsheet would calculate. `npm run check` reads such a CSV file and finds the same values.
 */
export function download(file: Download, directory: Published, edition: PublishedEdition): string {
  const [name, format] = file.split('.') as [Name, 'csv' | 'json'];
  const rows: object[] = TABLES[name](directory, edition);
  if (format === 'json') return `${JSON.stringify(rows, null, 1)}\n`;
  const schema = { ...SHARED_TABLES, ...EDITION_TABLES }[name].row;
  const columns = listColumns(schema).filter((column) => !isInternal(schema, column));
  const cells = rows.map((row) =>
    columns.map((column) => {
      const value = (row as Record<string, unknown>)[column];
      return guardFormulas(Array.isArray(value) ? value.join(';') : String(value ?? ''));
    }),
  );
  return `${Papa.unparse({ fields: columns, data: cells }, { newline: '\n' })}\n`;
}
