/** Writes what a device needs for a copy of a built folder: the parts, the worker, and the size on the pages that tell it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { type CopyManifest, PARTS, WORKER } from '../src/offline/copy-format.ts';
import { type CopySize, fillInSize, packCopy, type SiteFile, sizeWithWorker } from '../src/publish/copy.ts';
import { parseHeaders } from './serve.ts';
import { PROJECT } from './steps.ts';

/** Makes the copy of a finished folder anew. Gives its size, and the dictionary that its parts open with. */
export async function writeCopy(folder: string): Promise<{ size: CopySize; dictionary: string }> {
  rmSync(join(folder, PARTS), { recursive: true, force: true });
  const files = readFiles(folder);
  const headers = headersOfEveryPage(files);
  const draft = packCopy(files, headers);
  const size = sizeWithWorker(draft.size, await bundleWorker(draft.manifest));
  const filled = fillInSize(files, size);
  const { manifest, parts } = packCopy(filled, headers);
  for (const [index, file] of filled.entries())
    if (file !== files[index]) write(folder, file.path, file.content);
  for (const [address, part] of parts) write(folder, address, part);
  write(folder, WORKER, await bundleWorker(manifest));
  return { size, dictionary: manifest.dictionary };
}

function readFiles(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ path: name.replaceAll('\\', '/'), content: readFileSync(join(folder, name)) }));
}

function headersOfEveryPage(files: readonly SiteFile[]): [string, string][] {
  const file = files.find(({ path }) => path === '_headers');
  const blocks = file === undefined ? [] : parseHeaders(new TextDecoder().decode(file.content));
  return blocks.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);
}

async function bundleWorker(manifest: CopyManifest): Promise<string> {
  const bundle = (await build({
    root: PROJECT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      COPY_MANIFEST: JSON.stringify(manifest),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: join(PROJECT, 'src/offline/worker.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return bundle.output[0].code;
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
