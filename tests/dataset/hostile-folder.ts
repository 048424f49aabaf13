/** A directory folder in which every column and setting that takes any text holds the texts that try to break out. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { guardFormulas } from '../../src/schema/formula-text.ts';
import type { Table } from '../../src/schema/tables.ts';
import { GOOD } from './broken-folder.ts';
import { listTablesOfTexts } from './free-text.ts';
import { HARMLESS } from './hostile-texts.ts';

type Cells = Record<string, string>;

const EDITION = '2010';
const TEXTS = Object.values(HARMLESS);
const text = (n: number) => TEXTS[n % TEXTS.length] as string;

/** The cells of a table's n-th row that are no free text. Tables that stand in few rows keep those of the good folder. */
const FIXED: Partial<Record<Table, (n: number) => Cells>> = {
  organizations: (n) => ({ id: `planted-${n}`, kind: 'ngo' }),
  sources: (n) => ({ id: `planted-source-${n}`, date: '2010', kind: 'report' }),
  'service-types': (n) => ({ id: `md.planted-${n}`, group: 'md', phase: '1' }),
  criteria: (n) => ({ id: `planted-criterion-${n}`, kind: 'person' }),
  places: (n) => ({ id: `planted-place-${n}`, province: 'KH-91', kind: 'town' }),
  services: (n) => ({
    id: `planted-service-${n}`,
    organization: `planted-${n}`,
    type: `md.planted-${n}`,
    coverage: 'listed',
    provinces: 'KH-91',
    places: `planted-place-${n}`,
    women: 'yes',
    men: 'limited',
    accepts: `planted-criterion-${n}`,
    excludes: `planted-criterion-${n}`,
    requires: `planted-criterion-${n}`,
    limits: `planted-criterion-${n}`,
    stay: 'P2Y',
    stay_source: `planted-source-${n}`,
    provision: 'provides',
    contacts: `planted-contact-${n}`,
    eligibility_source: `planted-source-${n}`,
    confidence: 'low',
    source: `planted-source-${n}`,
  }),
  contacts: (n) => ({
    id: `planted-contact-${n}`,
    organization: `planted-${n}`,
    kind: 'office',
    phone: `+1202555${String(1000 + n)}`,
    visibility: 'practitioner',
    consent: 'yes',
    consent_on: '2010-12-01',
    source: `planted-source-${n}`,
  }),
  referrals: (n) => ({
    id: `planted-referral-${n}`,
    service: `planted-service-${n}`,
    direction: 'in',
    party: `planted-${(n + 1) % TEXTS.length}`,
    condition: `planted-criterion-${n}`,
    documents: `planted-criterion-${n}`,
    confidence: 'high',
    source: `planted-source-${n}`,
  }),
  statements: (n) => ({
    id: `planted-statement-${n}`,
    kind: 'gap',
    topic: `md.planted-${n}`,
    organization: `planted-${n}`,
    province: 'KH-91',
    source: `planted-source-${n}`,
  }),
  figures: (n) => ({ id: `planted-figure-${n}`, value: '-5', source: `planted-source-${n}` }),
  procedures: (n) => ({
    id: `planted-step-${n}`,
    procedure: `planted-procedure-${n}`,
    step: '1',
    parties: `planted-${n}`,
    confidence: 'high',
    source: `planted-source-${n}`,
  }),
};

/** Writes the folder below the temporary folder of the machine; the caller removes it. */
export function buildHostileFolder(): { folder: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'spean-hostile-'));
  const folder = join(parent, 'data');
  cpSync(GOOD, folder, { recursive: true });
  for (const { name, file, row, texts } of listTablesOfTexts(EDITION)) {
    const columns = Object.keys(row.shape);
    const path = join(folder, file);
    // The do-not-list holds nothing that is published; the texts would ask to leave out each other.
    if (name === 'do-not-list') continue;
    const good = Papa.parse<Cells>(readFileSync(path, 'utf8').trim(), { header: true }).data;
    const fixed = FIXED[name];
    const rows =
      fixed === undefined
        ? good.map((cells, n) => ({
            ...cells,
            ...Object.fromEntries(texts.map((column, c) => [column, text(n * texts.length + c)])),
          }))
        : [
            ...good,
            ...TEXTS.map((planted, n) => ({
              ...Object.fromEntries(texts.map((column) => [column, planted])),
              ...fixed(n),
            })),
          ];
    // As a spreadsheet file has to be written, so that reading it gives exactly these texts.
    const cells = rows.map((cell) => columns.map((column) => guardFormulas((cell as Cells)[column] ?? '')));
    writeFileSync(path, Papa.unparse({ fields: columns, data: cells }));
  }
  plantSettings(join(folder, 'directory.json'), ['title', 'country'], ['data_licence', 'khmer_reviewed_by']);
  plantSettings(join(folder, `editions/${EDITION}/edition.json`), ['title', 'scope'], ['publisher']);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

function plantSettings(path: string, pairs: string[], others: string[]): void {
  const keys = [...pairs.flatMap((pair) => [`${pair}_en`, `${pair}_km`]), ...others];
  const planted = Object.fromEntries(keys.map((key, n) => [key, text(n)]));
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...planted }));
}
