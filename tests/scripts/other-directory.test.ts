import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

it('builds the site of another directory without a change of code', { timeout: 120_000 }, () => {
  const parent = mkdtempSync(join(tmpdir(), 'directory-'));
  const folder = join(parent, 'site');
  const data = join(parent, 'data');
  const env = { ...process.env, DIRECTORY_DATA: data, DIRECTORY_OUT: folder };
  try {
    cpSync(join(root, 'tests/fixtures/directories/good'), data, { recursive: true });
    addEdition(data, '2009');
    execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, env, stdio: 'pipe' });
    expect(readdirSync(parent), 'The unfinished folder is gone.').toEqual(['data', 'site']);
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).toMatch(/<h1/);
    expect(readdirSync(join(folder, 'en/organizations')).length).toBeGreaterThan(1);
    expect(readFileSync(join(folder, 'en/index.html'), 'utf8')).not.toMatch(/Cambodia/);
    // Each edition is counted; the finder answers from one of them only.
    const coverageOf = (path: string) => readFileSync(join(folder, 'en', path, 'index.html'), 'utf8');
    expect(coverageOf('coverage')).toMatch(/href="?\/en\/find\/#[^>]*need=/);
    const older = coverageOf('editions/2009/coverage');
    expect(older).toMatch(/href="?\/data\/2009\/coverage\.csv/);
    expect(older).not.toMatch(/\/find\/#/);
    expect(existsSync(join(folder, 'data/2009/coverage.csv'))).toBe(true);
    expect(existsSync(join(folder, 'en/editions/2010/coverage'))).toBe(false);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});

/** Adds an edition that says the same as that of 2010, a year or more before it. */
function addEdition(data: string, id: string): void {
  const edition = join(data, 'editions', id);
  cpSync(join(data, 'editions/2010'), edition, { recursive: true });
  const about = JSON.parse(readFileSync(join(edition, 'edition.json'), 'utf8')) as object;
  writeFileSync(join(edition, 'edition.json'), JSON.stringify({ ...about, id, date: id }));
}

/** A copy of the good directory with a canary among its contacts, and where its site would go. */
function plantCanary(): { parent: string; data: string; folder: string } {
  const parent = mkdtempSync(join(tmpdir(), 'leaking-'));
  const data = join(parent, 'data');
  cpSync(join(root, 'tests/fixtures/directories/good'), data, { recursive: true });
  const firstCells = (file: string) =>
    (readFileSync(join(data, file), 'utf8').split('\n')[1] as string).split(',');
  const [organization, source] = ['organizations.csv', 'sources.csv'].map(
    (file) => firstCells(file)[0] as string,
  ) as [string, string];
  const contacts = join(data, 'editions/2010/contacts.csv');
  const columns = (readFileSync(contacts, 'utf8').split('\n')[0] as string).split(',');
  const canary: Record<string, string> = {
    id: 'canary',
    organization,
    person: 'Planted Canary',
    kind: 'person',
    phone: '+85523999777',
    phone_as_printed: '023 999 777',
    visibility: 'practitioner',
    source,
    page: '1',
  };
  writeFileSync(
    contacts,
    `${readFileSync(contacts, 'utf8').trimEnd()}\n${columns.map((name) => canary[name] ?? '').join(',')}\n`,
  );
  return { parent, data, folder: join(parent, 'site') };
}

/** Writes a note to the first organization. */
function writeNote(data: string, note: string): void {
  const file = join(data, 'organizations.csv');
  const [header, row, ...rest] = readFileSync(file, 'utf8').split('\n') as [string, string, ...string[]];
  const cells = row.split(',');
  cells[header.split(',').indexOf('note_en')] = note;
  writeFileSync(file, [header, cells.join(','), ...rest].join('\n'));
}

const buildSite = (environment: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });

it('stops at the gate when a text repeats what only practitioners may see', { timeout: 120_000 }, () => {
  const { parent, data, folder } = plantCanary();
  try {
    writeNote(data, 'Ask for Planted Canary.');
    const { status, stdout, stderr } = buildSite({ DIRECTORY_DATA: data, DIRECTORY_OUT: folder });
    expect(status).toBe(1);
    expect(stderr).toContain('data/2010/organizations.json holds 2010/canary.');
    expect(stderr).toContain('Find the record in its contacts.csv');
    expect(`${stdout}${stderr}`).not.toMatch(/Planted|999/);
    expect(readdirSync(parent), 'Neither a site nor half of one is left.').toEqual(['data']);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});

it('lets practitioners have what is theirs, but nobody the passphrase', { timeout: 120_000 }, () => {
  const { parent, data, folder } = plantCanary();
  try {
    writeNote(data, 'Planted Canary opens it with Plank Nine Canary Tin.');
    const { status, stderr } = buildSite({
      DIRECTORY_DATA: data,
      DIRECTORY_OUT: folder,
      DIRECTORY_AUDIENCE: 'practitioner',
      DIRECTORY_PASSPHRASE: 'plank nine canary tin',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('data/2010/organizations.json holds DIRECTORY_PASSPHRASE.');
    expect(stderr).not.toMatch(/2010\/canary|plank nine/i);
    expect(readdirSync(parent)).toEqual(['data']);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
