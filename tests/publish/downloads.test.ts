import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { DOWNLOADS, download } from '../../src/publish/downloads.ts';
import { redact } from '../../src/publish/redact.ts';
import type { Directory } from '../../src/schema/directory.ts';
import { EDITION_TABLES, SHARED_TABLES, type Table } from '../../src/schema/tables.ts';
import { buildHostileFolder } from '../dataset/hostile-folder.ts';
import { HARMLESS } from '../dataset/hostile-texts.ts';

const { folder, remove } = buildHostileFolder();
afterAll(remove);

/** What the files of a folder say, or an error with the first things that are wrong. */
function load(): Directory {
  const { directory, problems } = loadDirectory(folder);
  const errors = problems.filter(({ level }) => level === 'error');
  if (directory === undefined) throw new Error(JSON.stringify(errors.slice(0, 5), null, 1));
  return directory;
}

const directory = load();
const published = redact(directory, 'practitioner');
const [edition] = published.editions;
if (edition === undefined) throw new Error('The folder has no edition.');
const files = DOWNLOADS.filter((file) => file.endsWith('.csv'));
const rowsOf = (file: (typeof files)[number]) =>
  Papa.parse<Record<string, string>>(download(file, published, edition).trimEnd(), { header: true }).data;

describe('a downloaded CSV file', () => {
  it.each(files)('%s has no cell that a spreadsheet calculates', (file) => {
    const cells = rowsOf(file).flatMap((row) => Object.values(row));
    expect(cells.length).toBeGreaterThan(5);
    const calculated = cells
      // A program that knows no quotation marks begins a new cell at each of these.
      .flatMap((cell) => cell.split(/[;\t\r\n]/))
      .filter((part) => /^[\s"]*[=+\-@＝＋－＠]/.test(part))
      .filter((part) => !/^\s*(?:\+\d[\d ]*|-\d+(?:\.\d+)?)\s*$/.test(part));
    expect(calculated).toEqual([]);
  });

  it('holds telephone numbers and figures as they are', () => {
    const phones = rowsOf('contacts.csv').map(({ phone }) => phone);
    expect(phones).toContain('+12025551000');
    expect(phones).toEqual(edition.contacts.map(({ phone }) => phone));
    expect(rowsOf('figures.csv').map(({ value }) => value)).toContain('-5');
  });

  it('says the same when it is put back into a folder and read again', () => {
    for (const file of files) {
      const name = file.replace('.csv', '') as Table;
      // Only the provinces that were in force go out, and what is counted is no table.
      if (name === 'provinces' || file === 'coverage.csv') continue;
      const path =
        name in SHARED_TABLES
          ? SHARED_TABLES[name as keyof typeof SHARED_TABLES].file
          : join('editions/2010', EDITION_TABLES[name as keyof typeof EDITION_TABLES].file);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), download(file, published, edition));
    }
    // Who agreed to what never goes out.
    const open = directory.editions.map((one) => ({ ...one, contacts: published.editions[0]?.contacts }));
    expect(load()).toEqual({ ...directory, editions: open });
    const names = directory.organizations.map(({ name_en }) => name_en);
    expect(names).toContain(HARMLESS['a formula']);
    expect(names).toContain(HARMLESS['a formula in quotes']);
  });
});

describe('the numbers of the coverage table', () => {
  it('are one row for each kind of help, person and province', () => {
    const rows = rowsOf('coverage.csv');
    const keys = rows.map(({ group, type, who, province }) => [group, type, who, province].join());
    expect(new Set(keys).size).toBe(rows.length);
    const { services, about } = edition;
    const types = new Set(services.flatMap(({ type }) => type ?? []));
    const groups = directory.serviceTypes.filter(({ id }) => types.has(id)).map(({ group }) => group);
    const needs = 1 + new Set(groups).size + types.size;
    expect(rows).toHaveLength(needs * 5 * (about.provinces.length + 3));
    const anywhere = rows.filter(({ group, who }) => group === '' && who === 'anyone');
    for (const { province, accepts, limited, not_stated } of anywhere) {
      const here = services.filter(
        (one) =>
          province === 'anywhere' || province === one.coverage || one.provinces.includes(province ?? ''),
      );
      const organizations = new Set(here.map(({ organization }) => organization));
      const none = [...organizations].filter((id) =>
        here.every(
          (one) =>
            one.organization !== id ||
            [one.women, one.men, one.girls, one.boys].every((said) => said === 'no'),
        ),
      );
      expect(Number(accepts) + Number(limited) + Number(not_stated), province).toBe(
        organizations.size - none.length,
      );
    }
  });
});

describe('a downloaded JSON file', () => {
  it('holds every text as it is', () => {
    expect(JSON.parse(download('organizations.json', published, edition))).toEqual(
      JSON.parse(JSON.stringify(directory.organizations)),
    );
  });
});
