/** Writes the copy in one file into a built folder. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Rolldown } from 'vite';
import { oneFileAddress } from '../src/publish/one-file/name.ts';
import { oneFile, withFileSize } from '../src/publish/one-file/one-file.ts';
import type { Directory } from '../src/schema/directory.ts';
import type { Audience } from '../src/schema/vocabulary.ts';
import { PROJECT } from './steps.ts';

/** Makes the copy of the site in a folder, and writes its size into the pages that offer it. Gives its bytes. */
export async function writeOneFile(
  folder: string,
  { settings, editions }: Directory,
  audience: Audience,
): Promise<number> {
  const edition = editions.find(({ about }) => about.id === settings.current_edition)?.about;
  if (edition === undefined) throw new Error(`There is no edition "${settings.current_edition}".`);
  const files = readFolder(folder);
  const copy = oneFile(files, await bundle('src/islands/one-file.ts'), {
    audience,
    settings,
    edition,
    today: new Date().toISOString().slice(0, 10),
    site: process.env.DIRECTORY_URL,
  });
  const bytes = Buffer.byteLength(copy);
  const target = join(folder, oneFileAddress(settings, edition.id, audience));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, copy);
  for (const [address, content] of files) {
    if (!address.endsWith('.html')) continue;
    const html = new TextDecoder().decode(content);
    const sized = withFileSize(html, bytes);
    if (sized !== html) writeFileSync(join(folder, address), sized);
  }
  return bytes;
}

function readFolder(folder: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).replaceAll('\\', '/')}`, readFileSync(file)]),
  );
}

/** A script with all that it imports, as text that runs without being a module. */
async function bundle(entry: string): Promise<string> {
  const built = (await build({
    root: PROJECT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(PROJECT, entry), formats: ['iife'], name: 'copy' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no script.`);
  return chunk.code;
}
