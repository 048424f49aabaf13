/** The open files of an edition. They are written from an already redacted directory and add nothing to it. */
import Papa from 'papaparse';
import { isInternal, listColumns } from '../dataset/columns.ts';
import { COVERAGE_COLUMNS, coverageRows } from '../directory/coverage-rows.ts';
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
  procedures: (_: Published, edition: PublishedEdition) => edition.procedures,
  sources: (directory: Published) => directory.sources,
  provinces: (directory: Published, edition: PublishedEdition) =>
    directory.provinces.filter(({ id }) => edition.about.provinces.includes(id)),
  groups: (directory: Published) => directory.groups,
  'service-types': (directory: Published) => directory.serviceTypes,
  criteria: (directory: Published) => directory.criteria,
  offices: (directory: Published) => directory.offices,
  places: (directory: Published) => directory.places,
} satisfies Record<string, (directory: Published, edition: PublishedEdition) => object[]>;

type Name = keyof typeof TABLES;

/** Files that are counted from the tables; no folder holds them, and none is read back. */
const COUNTED = {
  'coverage.csv': { columns: COVERAGE_COLUMNS, rows: coverageRows },
} satisfies Record<string, { columns: readonly string[]; rows: typeof coverageRows }>;

type Counted = keyof typeof COUNTED;
export type Download = `${Name}.${'csv' | 'json'}` | Counted;

const NAMES = Object.keys(TABLES) as Name[];
/** File names under /data/<edition>/. */
export const DOWNLOADS: readonly Download[] = [
  ...NAMES.flatMap((name) => [`${name}.csv` as const, `${name}.json` as const]),
  ...(Object.keys(COUNTED) as Counted[]),
];

/**
 * The content of one open file: JSON as an array of rows, CSV with the columns of the schema, lists joined by semicolons,
 * and no cell that a spreadsheet would calculate. `npm run check` reads the CSV file of a table and finds the same values.
 */
export function download(file: Download, directory: Published, edition: PublishedEdition): string {
  if (isCounted(file)) return csvText(COUNTED[file].columns, COUNTED[file].rows(directory, edition));
  const [name, format] = file.split('.') as [Name, 'csv' | 'json'];
  const rows: object[] = TABLES[name](directory, edition);
  if (format === 'json') return `${JSON.stringify(rows, null, 1)}\n`;
  const schema = { ...SHARED_TABLES, ...EDITION_TABLES }[name].row;
  return csvText(
    listColumns(schema).filter((column) => !isInternal(schema, column)),
    rows,
  );
}

function isCounted(file: Download): file is Counted {
  return Object.hasOwn(COUNTED, file);
}

function csvText(columns: readonly string[], rows: readonly object[]): string {
  const cells = rows.map((row) =>
    columns.map((column) => {
      const value = (row as Record<string, unknown>)[column];
      return guardFormulas(Array.isArray(value) ? value.join(';') : String(value ?? ''));
    }),
  );
  return `${Papa.unparse({ fields: [...columns], data: cells }, { newline: '\n' })}\n`;
}
