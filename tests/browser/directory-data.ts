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

/** Every contact of every edition, with the file it stands in. */
export function allContacts(): (Row & { file: string })[] {
  return readdirSync(join(DATA, 'editions'))
    .map((edition) => join(DATA, 'editions', edition, 'contacts.csv'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readCsv(file).map((row) => ({ ...row, file })));
}

export function currentEdition(): string {
  const settings = JSON.parse(readFileSync(join(DATA, 'directory.json'), 'utf8')) as {
    current_edition: string;
  };
  return settings.current_edition;
}

export function servicesOf(edition: string): Row[] {
  return readCsv(join(DATA, 'editions', edition, 'services.csv'));
}
