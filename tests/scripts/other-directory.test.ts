import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

it('builds the site of another directory without a change of code', { timeout: 120_000 }, () => {
  const parent = mkdtempSync(join(tmpdir(), 'directory-'));
  const folder = join(parent, 'site');
  const env = { ...process.env, DIRECTORY_DATA: 'tests/fixtures/directories/good', DIRECTORY_OUT: folder };
  try {
    execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, env, stdio: 'pipe' });
    expect(readdirSync(parent), 'The unfinished folder is gone.').toEqual(['site']);
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).toMatch(/<h1/);
    expect(readdirSync(join(folder, 'en/organizations')).length).toBeGreaterThan(1);
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).not.toMatch(/Cambodia/);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
