/**
 * The coverage of an edition counted straight from its CSV files, by somebody who has never seen the code: what the
 * tables, the open file and the page are held against.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export type Row = Record<string, string>;
export const PEOPLE = ['women', 'men', 'girls', 'boys'];

export interface Count {
  yes: number;
  limited: number;
  notStated: number;
  state: 'recorded' | 'limited' | 'not-stated' | 'none-recorded';
}

/** Organizations whose best word on these people is yes, limited, or nothing; none named: any of the four. */
export function countRows(rows: readonly Row[], who: readonly string[]): Count {
  const people = who.length === 0 ? PEOPLE : who;
  const words = new Map<string, string[]>();
  for (const row of rows) {
    const said = people.map((person) => row[person] || 'silent');
    words.set(row.organization ?? '', [...(words.get(row.organization ?? '') ?? []), ...said]);
  }
  const all = [...words.values()];
  const yes = all.filter((said) => said.includes('yes')).length;
  const limited = all.filter((said) => !said.includes('yes') && said.includes('limited')).length;
  const heard = (said: string[]) => said.includes('yes') || said.includes('limited');
  const notStated = all.filter((said) => !heard(said) && said.includes('silent')).length;
  const state =
    yes > 0 ? 'recorded' : limited > 0 ? 'limited' : notStated > 0 ? 'not-stated' : 'none-recorded';
  return { yes, limited, notStated, state };
}

export const list = (cell = '') => cell.split(';').filter((id) => id !== '');

/** The rows of an edition and the questions that can be asked of them. */
export function countEdition(folder: string, edition: string) {
  const table = (file: string): Row[] =>
    Papa.parse<Row>(readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
      delimiter: ',',
    }).data;
  const groupOf = new Map(table('taxonomy/service-types.csv').map(({ id = '', group = '' }) => [id, group]));
  const services = table(`editions/${edition}/services.csv`);
  const about = JSON.parse(readFileSync(join(folder, `editions/${edition}/edition.json`), 'utf8')) as {
    provinces: string[];
  };
  const rowsOf = (need: string) =>
    services.filter(({ type = '' }) => need === '' || type === need || groupOf.get(type) === need);
  const used = new Set(services.map(({ type = '' }) => groupOf.get(type)));
  return {
    table,
    services,
    provinces: about.provinces,
    groups: table('taxonomy/groups.csv')
      .sort((a, b) => Number(a.order) - Number(b.order))
      .map(({ id = '' }) => id)
      .filter((id) => used.has(id)),
    types: [...groupOf.keys()],
    groupOf,
    rowsOf,
    listed: (need: string, province: string) =>
      rowsOf(need).filter((row) => list(row.provinces).includes(province)),
    nationwide: (need: string) => rowsOf(need).filter(({ coverage }) => coverage === 'nationwide'),
  };
}
