/** The table of provinces alone, for commands that need no more of a directory folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Province } from '../schema/directory.ts';
import { SHARED_TABLES } from '../schema/tables.ts';
import { listValues } from './draft.ts';
import { hasErrors } from './problem.ts';
import { readTable } from './read-table.ts';
import { reportText } from './report/text.ts';

/**
 * Reads geography/provinces.csv of a directory folder.
 * @throws Error with sentences where it is missing or has errors
 */
export function loadProvinces(folder: string): Province[] {
  const { file, row } = SHARED_TABLES.provinces;
  const name = `${path.basename(path.resolve(folder))}/${file}`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch (cause) {
    throw new Error(`${name} cannot be read. DIRECTORY_DATA names the folder of the directory.`, { cause });
  }
  const { table, problems } = readTable(bytes, name, row);
  if (hasErrors(problems)) throw new Error(reportText(problems));
  return listValues(table);
}
