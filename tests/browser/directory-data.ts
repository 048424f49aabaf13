/** The directory's own tables, read as plain rows: what the built sites are held against. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export type Row = Record<string, string>;

export const DATA = process.env.DIRECTORY_DATA ?? 'data';

export function readCsv(file: string): Row[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true, delimiter: ',' }).data;
}

export function splitList(cell = ''): string[] {
  return cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The rows of a table together with those that are kept in private/, with the file each stands in. */
function readTable(table: string): (Row & { file: string })[] {
  const [open = [], own = []] = [join(DATA, table), join(DATA, 'private', table)].map((file) =>
    existsSync(file) ? readCsv(file).map((row): Row & { file: string } => ({ ...row, file })) : [],
  );
  const replaced = new Set(own.map(({ id }) => id));
  return [...open.filter(({ id }) => !replaced.has(id)), ...own];
}

/** Every contact of every edition. One whose consent was refused or has run out is withheld, whatever its row says. */
export function allContacts(): (Row & { file: string })[] {
  const today = new Date().toISOString().slice(0, 10);
  return readdirSync(join(DATA, 'editions'))
    .flatMap((edition) => readTable(`editions/${edition}/contacts.csv`))
    .map((row) => {
      const { consent, consent_expires: last = '' } = row;
      return consent === 'no' || (last !== '' && last < today) ? { ...row, visibility: 'withheld' } : row;
    });
}

export function currentEdition(): string {
  const settings = JSON.parse(readFileSync(join(DATA, 'directory.json'), 'utf8')) as {
    current_edition: string;
  };
  return settings.current_edition;
}

export function servicesOf(edition: string): Row[] {
  return readTable(`editions/${edition}/services.csv`);
}
