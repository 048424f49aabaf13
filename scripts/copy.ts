/** Writes what a device needs for a copy of a built folder: the parts, the worker, and the size on the pages that tell it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CopyManifest, PARTS, WORKER } from '../src/offline/copy-format.ts';
import { type CopySize, fillInSize, packCopy, type SiteFile, sizeWithWorker } from '../src/publish/copy.ts';
import { bundle, readFolder, writeInto } from './built-folder.ts';
import { parseHeaders } from './serve.ts';

/** Makes the copy of a finished folder anew. Gives its size, and the dictionary that its parts open with. */
export async function writeCopy(folder: string): Promise<{ size: CopySize; dictionary: string }> {
  rmSync(join(folder, PARTS), { recursive: true, force: true });
  const files = [...readFolder(folder)].map(([path, content]): SiteFile => ({ path, content }));
  const headers = headersOfEveryPage(files);
  const draft = packCopy(files, headers);
  const size = sizeWithWorker(draft.size, await bundleWorker(draft.manifest));
  const filled = fillInSize(files, size);
  const { manifest, parts } = packCopy(filled, headers);
  for (const [index, file] of filled.entries())
    if (file !== files[index]) writeInto(folder, file.path, file.content);
  for (const [address, part] of parts) writeInto(folder, address, part);
  writeInto(folder, WORKER, await bundleWorker(manifest));
  return { size, dictionary: manifest.dictionary };
}

function headersOfEveryPage(files: readonly SiteFile[]): [string, string][] {
  const file = files.find(({ path }) => path === '_headers');
  const blocks = file === undefined ? [] : parseHeaders(new TextDecoder().decode(file.content));
  return blocks.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);
}

function bundleWorker(manifest: CopyManifest): Promise<string> {
  return bundle('src/offline/worker.ts', { COPY_MANIFEST: JSON.stringify(manifest) });
}
