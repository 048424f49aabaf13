/** What belongs into the copy that a reader may keep on a device, and how it is packed. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import {
  type CopyManifest,
  type CopyPart,
  compress,
  megabytes,
  PARTS,
  packPart,
  typeAt,
  WORKER,
} from '../offline/copy-format.ts';
import { LANGUAGES } from '../schema/vocabulary.ts';

/** A file of the finished site, by its path below the folder, with forward slashes. */
export interface SiteFile {
  path: string;
  content: Uint8Array;
}

/** How much comes over the network and how much lies on the device afterwards, in bytes, and how many files. */
export interface CopySize {
  transfer: number;
  stored: number;
  files: number;
}

/** A packed copy: the manifest for the worker, the parts by their address, the size without the worker's own. */
export interface PackedCopy {
  manifest: CopyManifest;
  parts: Map<string, Uint8Array>;
  size: CopySize;
}

/**
 * Stand-ins in the text of pages for what is known only after the whole site, those pages too, has been packed.
 * `fillInSize` puts the numbers in.
 */
export const SIZE_MARKS: Record<keyof CopySize, string> = {
  transfer: '%copy-transfer%',
  stored: '%copy-stored%',
  files: '%copy-files%',
};

/** Small enough that a broken connection loses little, large enough that waiting for answers does not count. */
const PART_BYTES = 64_000;
/** Deflate looks back no further. */
const DICTIONARY_BYTES = 32_768;
/** The code of the detailed map, that of the worker it draws with, and its data. */
const DETAILED_MAP = /\/(map-detail|maplibre-gl)[^/]*\.(js|json)$/;

/**
 * True for a file that the copy holds: pages of both languages, what they load, and the open data. Not in it: what
 * speaks to hosts and robots, the worker and its parts, and downloads that are themselves a copy of the site (another
 * HTML document, PDF, ZIP, spreadsheets), which would double its size; and the detailed map, which would make it half
 * as large again and without which the simple map says the same.
 */
export function belongsToCopy(path: string): boolean {
  const address = addressOf(path);
  if (address === WORKER || address.startsWith(PARTS) || DETAILED_MAP.test(address)) return false;
  if (path.endsWith('.html')) return path === '404.html' || /(^|\/)index\.html$/.test(path);
  return typeAt(address) !== undefined;
}

/** The address that shows a file: "en/find/index.html" is /en/find/. */
export function addressOf(path: string): string {
  return encodeURI(`/${path.replace(/(^|\/)index\.html$/, '$1')}`);
}

/** Packs the files of a finished site that belong to the copy. The same files give the same bytes. */
export function packCopy(
  site: readonly SiteFile[],
  headers: readonly [name: string, value: string][],
): PackedCopy {
  const files = site
    .filter(({ path }) => belongsToCopy(path))
    .map(({ path, content }) => ({ address: addressOf(path), content }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  const words = dictionaryOf(files);
  const dictionary = new TextEncoder().encode(words);
  const parts = new Map<string, Uint8Array>();
  const manifest: CopyManifest = {
    dictionary: words,
    files: [],
    parts: [],
    headers: headers.filter(([name]) => !MEANT_FOR_THE_CONNECTION.test(name)),
  };
  const size: CopySize = { transfer: 0, stored: 0, files: files.length };
  let open: Record<string, Uint8Array> = {};
  let bytes = 0;
  const close = () => {
    const packed = packPart(open);
    const part = partOf(packed, Object.keys(open).length);
    parts.set(part.address, packed);
    manifest.parts.push(part);
    size.transfer += packed.length;
    open = {};
    bytes = 0;
  };
  for (const { address, content } of files) {
    const compressed = compress(content, dictionary);
    open[address] = compressed;
    // Of the compressed bytes: the same content under another dictionary is not for the worker of this build.
    manifest.files.push([address, sha256(compressed).toString('base64').slice(0, 8)]);
    bytes += compressed.length;
    size.stored += compressed.length;
    if (bytes >= PART_BYTES) close();
  }
  if (bytes > 0) close();
  return { manifest, parts, size };
}

/** The size of a copy together with its worker, which the host compresses on its way. */
export function sizeWithWorker(size: CopySize, worker: string): CopySize {
  const bytes = new TextEncoder().encode(worker);
  return {
    ...size,
    transfer: size.transfer + gzipSync(bytes).length,
    stored: size.stored + bytes.length,
  };
}

/** The files with the size of the copy in their words, in megabytes, rounded up. */
export function fillInSize(site: readonly SiteFile[], size: CopySize): SiteFile[] {
  const words: [mark: string, words: string][] = [
    [SIZE_MARKS.transfer, megabytes(size.transfer)],
    [SIZE_MARKS.stored, megabytes(size.stored)],
    [SIZE_MARKS.files, String(size.files)],
  ];
  return site.map((file) => {
    if (!file.path.endsWith('.html')) return file;
    const text = new TextDecoder().decode(file.content);
    const filled = words.reduce((done, [mark, value]) => done.replaceAll(mark, value), text);
    return filled === text ? file : { path: file.path, content: new TextEncoder().encode(filled) };
  });
}

/** The beginnings of the page of middle length of each language: between them they hold what pages repeat. */
function dictionaryOf(files: readonly { address: string; content: Uint8Array }[]): string {
  return LANGUAGES.map((language) => {
    const pages = files
      .filter(({ address }) => address.startsWith(`/${language}/`) && address.endsWith('/'))
      .sort((a, b) => a.content.length - b.content.length || (a.address < b.address ? -1 : 1));
    const middle = pages[Math.floor(pages.length / 2)]?.content ?? new Uint8Array();
    // "stream" leaves out a letter that the cut has split.
    return new TextDecoder().decode(middle.subarray(0, DICTIONARY_BYTES / LANGUAGES.length), {
      stream: true,
    });
  }).join('');
}

/** A copy is no connection; these would say nothing, or something else, of it. */
const MEANT_FOR_THE_CONNECTION = /^(cache-control|strict-transport-security)$/i;

function partOf(packed: Uint8Array, files: number): CopyPart {
  const name = sha256(packed).toString('hex').slice(0, 16);
  return { address: `${PARTS}${name}.zip`, hash: sha256(packed).toString('base64'), files };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
