/** Writes a made-up set as a directory folder, so that a site can be built from it. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { PEOPLE } from '../../../src/schema/vocabulary.ts';
import { textOf } from './respelling.ts';
import type { SearchSet } from './search-set.ts';

type Row = Record<string, string>;

/** Where everything made up is said to stand. */
const STATED = { source: 'forum-2010', page: '1', confidence: 'high' };

/**
 * Copies a directory without its private rows and puts the organizations and services of the set into its current
 * edition, in place of all that it records. Names of organizations with their acronym and spellings; no contacts.
 */
export function writeFolder({ index, organizations }: SearchSet, from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  rmSync(join(to, 'private'), { recursive: true, force: true });
  const edition = join(
    'editions',
    JSON.parse(readFileSync(join(to, 'directory.json'), 'utf8')).current_edition,
  );
  replaceRows(
    join(to, 'organizations.csv'),
    organizations.map(({ id, english, khmer, acronym = '', aliases }) => ({
      id,
      name_en: textOf(english),
      name_km: khmer.join(''),
      acronym,
      aliases: aliases.join(';'),
      kind: 'ngo',
    })),
  );
  replaceRows(
    join(to, edition, 'services.csv'),
    index.services.map((service) => ({
      id: service.id,
      organization: service.organization,
      type: service.type ?? '',
      coverage: service.coverage,
      provinces: service.provinces.join(';'),
      ...Object.fromEntries(PEOPLE.map((person) => [person, service[person] ?? ''])),
      ...(PEOPLE.some((person) => service[person] !== undefined) && {
        eligibility_source: STATED.source,
        eligibility_page: STATED.page,
        eligibility_scope: 'service',
      }),
      provision: 'provides',
      ...STATED,
    })),
  );
  for (const table of ['contacts', 'referrals', 'statements', 'figures', 'procedures'])
    replaceRows(join(to, edition, `${table}.csv`), []);
  // They name organizations that the made-up directory does not have.
  replaceRows(join(to, 'taxonomy/offices.csv'), []);
  replaceRows(join(to, 'retired-ids.csv'), []);
}

/** Keeps the header of a table, and writes other rows below it. */
function replaceRows(file: string, rows: readonly Row[]): void {
  const { meta } = Papa.parse(readFileSync(file, 'utf8'), { header: true, preview: 1 });
  const columns = meta.fields ?? [];
  const data = rows.map((row) => columns.map((column) => row[column] ?? ''));
  writeFileSync(file, `${Papa.unparse({ fields: columns, data }, { newline: '\n' })}\n`);
}
