/**
 * The form of the copy that a reader may keep on a device: what it is called there, how its files travel and how they
 * lie. The build packs with this, the worker unpacks with it.
 *
 * Pages of one site repeat each other, so each file is compressed (deflate, RFC 1951) with two ordinary pages as its
 * dictionary: half of what gzip needs, and any file opens without the others. Files travel in parts (ZIP, entries
 * stored as they are), because some hundred requests one after the other take minutes on a slow connection.
 */
import { deflateSync, inflateSync, unzipSync, zipSync } from 'fflate';

/** The address of the worker; its name tells nothing of the site. */
export const WORKER = '/sw.js';
/** Where the parts lie on the server. */
export const PARTS = '/copy/';
/** The one cache of the copy. */
export const CACHE = 'copy';
/** The page for addresses that lead nowhere. */
export const NOT_FOUND = '/404.html';

/** A published file: the address that shows it, and a word that changes with its compressed bytes. */
export type CopyFile = [address: string, revision: string];

/** Some files that travel together. */
export interface CopyPart {
  /** Address; the name changes with the content. */
  address: string;
  /** SHA-256 of its bytes, in base64. */
  hash: string;
  /** How many files it holds. The parts hold the manifest's files in their order. */
  files: number;
}

/** All that a worker knows of its copy. A worker and its manifest are one file: they cannot be of two builds. */
export interface CopyManifest {
  /** What every file was compressed with. */
  dictionary: string;
  files: CopyFile[];
  parts: CopyPart[];
  /** The headers that the host sends with every page, so that a page from the copy is guarded as well. */
  headers: [name: string, value: string][];
}

/** The kinds of file that pages are made of. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
  sealed: 'application/octet-stream',
};

/** The media type of what an address shows; undefined for files that are no part of a page. */
export function typeAt(address: string): string | undefined {
  if (address.endsWith('/')) return TYPES.html;
  return TYPES[/\.([a-z0-9]+)$/.exec(address)?.[1] ?? ''];
}

/** Any two moments give the same archive: only content may change its hash. ZIP knows no earlier day. */
const NO_DAY = '1980-01-01T12:00:00';

/** Compresses one file. */
export function compress(content: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(content, { level: 9, dictionary });
}

/** Opens one file again. Throws where the bytes were not compressed with this dictionary. */
export function expand(compressed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return inflateSync(compressed, { dictionary });
}

/** Puts compressed files, by their address, into one part. */
export function packPart(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 0, mtime: NO_DAY });
}

/** The compressed files of a part, by their address. Throws where the bytes are no part. */
export function unpackPart(part: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(part);
}

/**
 * Other ways to write the address of a page, as a static host reads them: without what follows the question mark,
 * with index.html, without the slash at the end.
 */
export function otherAddresses({ url }: { url: URL }): URL[] {
  const plain = new URL(url.pathname, url);
  if (plain.pathname.endsWith('/index.html')) return [new URL('.', plain)];
  return plain.pathname.endsWith('/') ? [] : [new URL(`${plain.pathname}/`, plain)];
}

/** Bytes as the pages tell them: megabytes, rounded up, "1.1". */
export function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toFixed(1);
}
