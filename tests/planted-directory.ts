/** A made-up directory with contacts of every visibility planted in it, for sites that carry them sealed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';

const GOOD = join(import.meta.dirname, 'fixtures/directories/good');

export const PASSPHRASE = 'planted canary words never used for anything real anywhere else';

type Cells = Record<string, string>;

/** The planted contacts by what they stand for: names and numbers are made up. */
export const PLANTED = {
  /** Named by the service of a house. */
  canary: { person: 'Planted Canary', phone: '+85523999777', organization: 'example-shelter' },
  /** Checked so lately that it may be tapped to call. */
  fresh: { person: 'Fresh Canary', phone: '+85523999666', organization: 'example-police' },
  /** The source does not say whose it is. */
  nobody: { person: 'Nobodys Canary', phone: '+85523999555', organization: '' },
  /** For no audience at all. */
  hidden: { person: 'Hidden Canary', phone: '+85523999444', organization: 'example-shelter' },
} satisfies Record<string, Cells>;

/** Every planted value that practitioners may see; each is in the sealed file and in no other. */
export const GUARDED = [PLANTED.canary, PLANTED.fresh, PLANTED.nobody].flatMap(({ person, phone }) => [
  person,
  phone,
]);

/** A copy of the good directory with the planted contacts, in a temporary folder, and room for a site beside it. */
export function plantDirectory(): { data: string; site: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'planted-'));
  const data = join(parent, 'data');
  cpSync(GOOD, data, { recursive: true });
  const common = { role: 'Duty', kind: 'person', source: 'forum-2010', page: '26' };
  const today = new Date().toISOString().slice(0, 10);
  change(join(data, 'editions/2010/contacts.csv'), (rows) => [
    ...rows,
    { ...common, ...PLANTED.canary, id: 'canary', visibility: 'practitioner' },
    { ...common, ...PLANTED.fresh, id: 'fresh', visibility: 'practitioner', verified_on: today },
    { ...common, ...PLANTED.nobody, id: 'nobody', visibility: 'practitioner' },
    { ...common, ...PLANTED.hidden, id: 'hidden', visibility: 'withheld' },
  ]);
  change(join(data, 'editions/2010/services.csv'), (rows) =>
    rows.map((row) => (row.id === 'house-shelter' ? { ...row, contacts: 'canary' } : row)),
  );
  return {
    data,
    site: join(parent, 'site'),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

function change(file: string, edit: (rows: Cells[]) => Cells[]): void {
  const { data, meta } = Papa.parse<Cells>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const columns = meta.fields ?? [];
  const rows = edit(data).map((row) => columns.map((column) => row[column] ?? ''));
  writeFileSync(file, `${Papa.unparse({ fields: columns, data: rows }, { newline: '\n' })}\n`);
}
