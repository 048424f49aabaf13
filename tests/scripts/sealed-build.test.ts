/** Whole builds of a made-up directory, with and without a passphrase. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { Gate } from '../../src/publish/gate/gate.ts';
import { openWords, secretsOf } from '../../src/publish/gate/secrets.ts';
import { open } from '../../src/publish/seal.ts';
import { GUARDED, PASSPHRASE, PLANTED, plantDirectory } from '../planted-directory.ts';

const root = join(import.meta.dirname, '../..');
const { data, site, remove } = plantDirectory();
afterAll(remove);

function build(folder: string, env: Record<string, string>) {
  return spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    env: { ...process.env, DIRECTORY_DATA: data, DIRECTORY_OUT: folder, DIRECTORY_PASSPHRASE: '', ...env },
    encoding: 'utf8',
  });
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
const SEALED = 'data/2010/contacts.sealed';

describe('the public site with a passphrase', () => {
  beforeAll(() => {
    const { status, stderr } = build(site, { DIRECTORY_PASSPHRASE: PASSPHRASE });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 180_000);

  it('carries the contacts as one sealed file, and the page that opens it', async () => {
    expect(filesOf(site).filter((name) => name.endsWith('.sealed'))).toEqual([SEALED]);
    const opened = await open(readFileSync(join(site, SEALED)), PASSPHRASE);
    const text = typeof opened === 'string' ? opened : new TextDecoder().decode(opened);
    expect(GUARDED.filter((value) => !text.includes(value))).toEqual([]);
    expect(text).not.toMatch(/Hidden Canary|999444|999 444/);
    expect(await open(readFileSync(join(site, SEALED)), 'some other words')).toBe('wrong-passphrase');
    for (const page of ['en/unlock/index.html', 'km/unlock/index.html'])
      expect(existsSync(join(site, page)), page).toBe(true);
  });

  it('shows them in no file, sealed or not', () => {
    const { directory } = loadDirectory(data);
    if (directory === undefined) throw new Error('The planted directory has errors.');
    const gate = new Gate(secretsOf(directory, 'public'), openWords(directory));
    expect(gate.recordsIn(`${PLANTED.canary.person} ${PLANTED.hidden.phone}`)).toHaveLength(2);
    const telling = filesOf(site).filter((name) => {
      const bytes = readFileSync(join(site, name));
      const raw = bytes.toString('latin1');
      return (
        /Canary|999 ?(777|666|555|444)|planted canary words/i.test(raw) ||
        (/\.(html|json|csv|js|css|txt)$/.test(name) && gate.recordsIn(bytes.toString('utf8')).length > 0)
      );
    });
    expect(telling).toEqual([]);
  });
});

it('the public site without one has no such file, no page for it and no word of it', {
  timeout: 180_000,
}, () => {
  const folder = `${site}-plain`;
  expect(build(folder, {}).status).toBe(0);
  const files = filesOf(folder);
  expect(files.filter((name) => /sealed|unlock/.test(name))).toEqual([]);
  const telling = files
    .filter((name) => /(^|\/)(index|404)\.html$/.test(name))
    .filter((name) => /spean-(seal|contacts|unlock)|unlock/i.test(readFileSync(join(folder, name), 'utf8')));
  expect(telling).toEqual([]);
});

it('the practitioner site has none, whatever is set', { timeout: 180_000 }, () => {
  const folder = `${site}-practitioner`;
  const env = { DIRECTORY_AUDIENCE: 'practitioner', DIRECTORY_PASSPHRASE: PASSPHRASE };
  expect(build(folder, env).status).toBe(0);
  expect(filesOf(folder).filter((name) => /sealed|unlock/.test(name))).toEqual([]);
});

it('a weak passphrase stops the build before it begins, and is not repeated', () => {
  const folder = `${site}-weak`;
  const { status, stdout, stderr } = build(folder, { DIRECTORY_PASSPHRASE: 'horse battery staple' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^DIRECTORY_PASSPHRASE is too easy to guess/);
  expect(stdout + stderr).not.toMatch(/horse|battery/);
  expect(existsSync(folder)).toBe(false);
});
