import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFolder, type Progress } from '../../../src/publish/gate/folder.ts';
import { gateFor } from './canary.ts';

const gate = gateFor('public');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gate-'));
  mkdirSync(join(folder, 'en/about'), { recursive: true });
  writeFileSync(join(folder, 'en/about/index.html'), '<p>Fine</p>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets a clean site through and tells how far it is', async () => {
  const told: Progress[] = [];
  expect(await checkFolder(gate, folder, (progress) => told.push(progress))).toEqual([]);
  expect(told.at(-1)).toEqual({ files: 3, of: 3, bytes: 11 });
});

it('reads every file, hidden ones as well, and the names of empty folders', async () => {
  mkdirSync(join(folder, 'en/planted-canary'));
  writeFileSync(join(folder, '.hidden'), '023 999 777');
  const findings = await checkFolder(gate, folder);
  expect(findings.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['.hidden', 'en/[name held back]']),
  );
});

it('refuses a link', async () => {
  symlinkSync(tmpdir(), join(folder, 'elsewhere'));
  const [finding] = await checkFolder(gate, folder);
  expect(finding).toMatchObject({ path: 'elsewhere', refusal: expect.stringContaining('is a link') });
});
