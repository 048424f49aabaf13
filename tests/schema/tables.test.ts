import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { describeColumn, isList, isRequired, listTargets } from '../../src/dataset/columns.ts';
import { listTables } from '../../src/dataset/draft.ts';
import { listFiles, readDraft } from '../../src/dataset/read-draft.ts';
import { EDITION_TABLES, SHARED_TABLES } from '../../src/schema/tables.ts';

const TABLES = Object.entries({ ...SHARED_TABLES, ...EDITION_TABLES });
const COLUMNS = TABLES.flatMap(([table, { row }]) =>
  Object.entries(row.shape as Record<string, z.ZodType>).map(([column, field]) => ({
    table,
    row,
    column,
    field,
  })),
);

/** Columns that other people's files rely on: they may be joined by others but never go. */
const PROMISED: Record<string, string> = {
  organizations: 'id name_en name_km acronym aliases kind parent website note_en note_km',
  sources: 'id title publisher date kind note',
  groups: 'id name_en name_km color letter shape order',
  'service-types': 'id group name_en name_km definition_en definition_km phase',
  provinces: 'id slug pcode name_en name_km kind valid_from valid_to split_from lon lat aliases',
  places: 'id province name_en name_km kind aliases',
  services:
    'id organization project type coverage provinces places women men girls boys age_min age_max accepts excludes requires mode stay provision contacts eligibility_source eligibility_page note_en note_km source page confidence',
  contacts:
    'id organization role person kind phone phone_as_printed email hours languages visibility verified_on source page',
  referrals: 'id service direction party condition documents source page confidence',
  statements: 'id kind topic organization province text_en text_km source page',
  figures:
    'id subject measure value low high unit denominator service_type population province period source page',
};

describe('the tables', () => {
  it.each(Object.entries(PROMISED))('%s keeps the promised columns', (table, columns) => {
    const known = COLUMNS.filter((column) => column.table === table).map(({ column }) => column);
    expect(columns.split(' ').filter((column) => !known.includes(column))).toEqual([]);
  });

  it.each(COLUMNS)('$table: $column is described, and its examples are valid', ({ field }) => {
    const { title, description, examples } = field.meta() ?? {};
    expect(title).toMatch(/^\S.*[^.]$/);
    expect(description).toMatch(/^\S.*[.…]$/);
    for (const example of (examples ?? []) as string[]) {
      expect(field.safeParse(example || undefined).error?.issues).toBeUndefined();
    }
  });

  it('names a problem and a remedy for every column that can refuse a cell', () => {
    const silent = COLUMNS.filter(({ row, column, field }) => {
      // A text that fits no pattern; columns that take any text accept it.
      const refuses = isRequired(row, column) || !field.safeParse('\u0000').success;
      const { problem, fix } = field.meta() ?? {};
      return refuses && (problem === undefined || fix === undefined);
    });
    expect(silent.map(({ table, column }) => `${table}: ${column}`)).toEqual([]);
  });

  it('has both languages of every text', () => {
    const alone = COLUMNS.filter(({ row, column }) => {
      const other = column.endsWith('_km') ? column.replace(/_km$/, '_en') : column.replace(/_en$/, '_km');
      // A role is a word of the source; its English column has no suffix.
      return other !== column && !(other in row.shape) && !(column.replace(/_km$/, '') in row.shape);
    });
    expect(alone.map(({ table, column }) => `${table}: ${column}`)).toEqual([]);
  });

  it('refers from shared tables to shared tables only', () => {
    const shared = Object.keys(SHARED_TABLES);
    const wrong = COLUMNS.filter(
      ({ table, row, column }) =>
        shared.includes(table) && listTargets(row, column).some((target) => !shared.includes(target)),
    );
    expect(wrong).toEqual([]);
  });

  it('reads an empty list cell as an empty list', () => {
    const lists = COLUMNS.filter(({ row, column }) => isList(row, column));
    const maybeEmpty = lists.filter(({ row, column }) => !isRequired(row, column));
    expect(maybeEmpty.map(({ field }) => field.parse(undefined))).toEqual(maybeEmpty.map(() => []));
    expect(lists.length - maybeEmpty.length).toBe(1);
    const open = lists.filter(({ row, column }) => describeColumn(row, column).problem === undefined);
    expect(open.map(({ field }) => field.parse(' a ;; b;'))).toEqual(open.map(() => ['a', 'b']));
  });
});

describe('the shipped data', () => {
  const folder = join(import.meta.dirname, '../../data');
  const { draft } = readDraft(folder, listFiles(folder) ?? []);
  const cells = listTables(draft).flatMap(({ table }) =>
    table.records.flatMap((record) =>
      Object.entries(record.cells).map(([column, cell = '']) => ({
        column,
        cell,
        at: `${table.file} row ${record.row} ${column}`,
      })),
    ),
  );

  it('has Khmer in Khmer columns and none in English ones', () => {
    const khmer = /\p{Script=Khmer}/u;
    const wrong = cells.filter(
      ({ column, cell }) =>
        (column.endsWith('_km') && cell !== '' && !khmer.test(cell)) ||
        (column.endsWith('_en') && khmer.test(cell)),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});
