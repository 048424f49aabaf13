import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

it('stops at the gate when a text repeats what only practitioners may see', { timeout: 120_000 }, () => {
  const parent = mkdtempSync(join(tmpdir(), 'leaking-'));
  const data = join(parent, 'data');
  const folder = join(parent, 'site');
  try {
    cpSync(join(root, 'tests/fixtures/directories/good'), data, { recursive: true });
    const [header, row, ...rest] = readFileSync(join(data, 'organizations.csv'), 'utf8').split('\n');
    const note = (header as string).split(',').indexOf('note_en');
    const cells = (row as string).split(',');
    cells[note] = 'Ring Planted Canary on 023 999 777.';
    writeFileSync(join(data, 'organizations.csv'), [header, cells.join(','), ...rest].join('\n'));
    const contacts = join(data, 'editions/2010/contacts.csv');
    const columns = (readFileSync(contacts, 'utf8').split('\n')[0] as string).split(',');
    const canary: Record<string, string> = {
      id: 'canary',
      organization: cells[0] as string,
      person: 'Planted Canary',
      kind: 'person',
      phone: '+85523999777',
      phone_as_printed: '023 999 777',
      visibility: 'practitioner',
      source: (readFileSync(join(data, 'sources.csv'), 'utf8').split('\n')[1] as string).split(
        ',',
      )[0] as string,
      page: '1',
    };
    writeFileSync(
      contacts,
      `${readFileSync(contacts, 'utf8').trimEnd()}\n${columns.map((name) => canary[name] ?? '').join(',')}\n`,
    );
    const env = { ...process.env, DIRECTORY_DATA: data, DIRECTORY_OUT: folder };
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('organizations.json holds 2010/canary');
    expect(stderr).not.toMatch(/Planted|999/);
    expect(existsSync(folder)).toBe(false);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
