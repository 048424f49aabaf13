/** Runs one rule on the good directory with a few cells changed. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { listFiles, readDraft } from '../../../src/dataset/read-draft.ts';
import type { Rule } from '../../../src/dataset/rules/rule.ts';
import { GOOD } from '../broken-folder.ts';

type Cells = Record<string, string>;

/**
 * Changes cells of the good directory and lists what the rule says: "code row column", with the table in front when
 * it is not the changed one.
 * @param file a table, relative to the directory folder
 * @param changes new cells by row as a spreadsheet shows it; a row below the last one is added
 * @param others changes in other tables; one that is not there yet is made
 */
export function checkRule(
  rule: Rule,
  file: string,
  changes: Record<number, Cells>,
  others: Record<string, Record<number, Cells>> = {},
): string[] {
  const parent = mkdtempSync(join(tmpdir(), 'spean-rule-'));
  const folder = join(parent, 'data');
  try {
    cpSync(GOOD, folder, { recursive: true });
    for (const [name, cells] of Object.entries({ [file]: changes, ...others })) {
      changeTable(join(folder, name), cells);
    }
    const { draft, problems } = readDraft(folder, listFiles(folder) ?? []);
    if (problems.length > 0) throw new Error(`The changed cells are refused: ${problems[0]?.message}`);
    return rule.check(draft).map(({ code, file: at, row, column }) => {
      const place = [row, column].filter((part) => part !== undefined).join(' ');
      return at === `data/${file}` ? `${code} ${place}` : `${at.replace('data/', '')}: ${code} ${place}`;
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function changeTable(file: string, changes: Record<number, Cells>): void {
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const table = Papa.parse<Cells>(text, { header: true, skipEmptyLines: true });
  for (const [row, cells] of Object.entries(changes)) {
    const index = Number(row) - 2;
    table.data[index] = { ...table.data[index], ...cells };
  }
  const fields = [...new Set([...(table.meta.fields ?? []), ...Object.values(changes).flatMap(Object.keys)])];
  writeFileSync(file, Papa.unparse(table.data, { columns: fields }));
}
