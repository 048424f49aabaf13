/** Broken directory folders: the good one, with the few files of a fixture laid over it. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const FIXTURES = join(import.meta.dirname, '../fixtures/directories');
export const GOOD = join(FIXTURES, 'good');

/** Names of the fixtures that lie over the good folder. */
export function listBrokenFolders(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => name !== 'good')
    .sort();
}

/** A new folder named "data" in the temporary folder of the machine; the caller removes it. */
export function buildBrokenFolder(name: string): { folder: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'spean-data-'));
  const folder = join(parent, 'data');
  const fixture = join(FIXTURES, name);
  cpSync(GOOD, folder, { recursive: true });
  cpSync(fixture, folder, { recursive: true, filter: (file) => !/(expected|removed)\.txt$/.test(file) });
  const removed = join(fixture, 'removed.txt');
  if (existsSync(removed)) {
    for (const file of readFileSync(removed, 'utf8').split('\n').filter(Boolean)) rmSync(join(folder, file));
  }
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
