/**
 * What a file is, by its first bytes: something to open, something that cannot be read and may be published all the
 * same, or text. Whatever is none of these is refused: what cannot be read cannot be proved clean.
 */
import { isUtf8 } from 'node:buffer';
import { openBrotli, openGzip, openZip } from './archives.ts';
import { openPdf } from './pdf.ts';
import { CUT, type Inner, Unreadable } from './reading.ts';

/** What a file can be read as. */
export interface Reading {
  texts: string[];
  inner: Inner[];
}

interface Kind {
  is(bytes: Uint8Array, name: string): boolean;
  read(bytes: Uint8Array): Reading | Promise<Reading>;
}

const begins =
  (...starts: string[]) =>
  (bytes: Uint8Array) =>
    starts.some((start) => Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start);
const holdsAt =
  (offset: number, ...words: string[]) =>
  (bytes: Uint8Array) =>
    begins(...words)(bytes.subarray(offset));

const container = (is: Kind['is'], open: (bytes: Uint8Array) => Inner[] | Promise<Inner[]>): Kind => ({
  is,
  read: async (bytes) => ({ texts: [], inner: await open(bytes) }),
});
/** Only words that lie openly in it are read. */
const opaque = (is: Kind['is']): Kind => ({
  is,
  read: (bytes) => ({ texts: openWordsIn(bytes), inner: [] }),
});
const refused = (what: string, is: Kind['is']): Kind => ({
  is,
  read: () => {
    throw new Unreadable(
      `is ${what}, which the gate cannot open. Publish it unpacked or as ZIP, or leave it out.`,
    );
  },
});

const zip = begins('PK\x03\x04', 'PK\x05\x06');
const gzip = begins('\x1f\x8b\x08');
const brotli = (_: Uint8Array, name: string) => name.endsWith('.br');
const pdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
const png = begins('\x89PNG\r\n\x1a\n');
const jpeg = begins('\xff\xd8\xff');
const webp = (bytes: Uint8Array) => begins('RIFF')(bytes) && holdsAt(8, 'WEBP')(bytes);
const gif = begins('GIF87a', 'GIF89a');
const avif = holdsAt(4, 'ftypavif');
const icon = (bytes: Uint8Array, name: string) =>
  begins('\x00\x00\x01\x00')(bytes) && /\.(ico|cur)$/.test(name);
const font = begins('wOFF', 'wOF2');
/** Encrypted by the build itself; its bytes look like chance, so a readable file of that name is read. */
const sealed = (_: Uint8Array, name: string) => name.endsWith('.sealed');

/** The first that fits is taken. */
const KINDS: readonly Kind[] = [
  container(zip, openZip),
  container(gzip, openGzip),
  container(brotli, openBrotli),
  container(pdf, openPdf),
  refused('a 7z archive', begins("7z\xbc\xaf'\x1c")),
  refused('a RAR archive', begins('Rar!\x1a\x07')),
  refused('a bzip2 archive', begins('BZh')),
  refused('an xz archive', begins('\xfd7zXZ\x00')),
  refused('a zstd archive', begins('\x28\xb5\x2f\xfd')),
  refused('a tar archive', holdsAt(257, 'ustar')),
  refused('an old Office file (XLS, DOC) or one with a password', begins('\xd0\xcf\x11\xe0')),
  refused('a database', begins('SQLite format 3')),
  ...[png, jpeg, webp, gif, avif, icon, font].map(opaque),
  {
    is: (bytes) => textOf(bytes) !== undefined,
    read: (bytes) => ({ texts: [textOf(bytes) as string], inner: [] }),
  },
  opaque(sealed),
];

/** Reads a file as what it is; undefined where it is nothing that the gate knows. */
export async function readFileAs(bytes: Uint8Array, name: string): Promise<Reading | undefined> {
  const kind = KINDS.find(({ is }) => is(bytes, name));
  return kind === undefined ? undefined : await kind.read(bytes);
}

/** A control character that texts do not hold; form feed and escape are met in old ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary files from text.
const CONTROL = /[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/g;

/** The text of bytes in UTF-8, UTF-16 or a single-byte encoding; undefined where they are no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer) && !buffer.includes(0)) return buffer.toString('utf8');
  const wide = wideText(buffer);
  if (wide !== undefined) return wide;
  if (buffer.includes(0) && isUtf8(buffer)) {
    const text = buffer.toString('utf8');
    return isReadable(text) ? text : undefined;
  }
  const single = new TextDecoder('windows-1252').decode(buffer);
  return isReadable(single) ? single : undefined;
}

/** UTF-16 in either order, with a mark at its start or recognized by what it spells. */
function wideText(buffer: Buffer): string | undefined {
  if (buffer.length < 4 || buffer.length % 2 !== 0) return undefined;
  for (const label of ['utf-16le', 'utf-16be']) {
    const text = new TextDecoder(label).decode(buffer);
    const letters =
      text.slice(0, 4096).match(/[\s\x20-\x7e\u00a0-\u024f\u1780-\u17ff\u200b-\u206f\ufeff]/g)?.length ?? 0;
    if (letters > 0.9 * Math.min(text.length, 4096)) return text;
  }
  return undefined;
}

function isReadable(text: string): boolean {
  return (text.match(CONTROL)?.length ?? 0) <= text.length / 200;
}

/** Letters, and Khmer script in UTF-8, as bytes. */
const OPEN_WORDS = /(?:[\x20-\x7e\t\n\r]|\xe1[\x9e\x9f][\x80-\xbf]){6,}/g;
const WIDE_WORDS = /(?:[\x20-\x7e]\0){6,}/g;

/** What can be read in a file without opening it: titles and authors of pictures. */
function openWordsIn(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (file.includes('PK\x01\x02') && file.includes('PK\x05\x06')) {
    throw new Unreadable('has an archive behind its picture. Make it again, or leave it out.');
  }
  const open = (file.match(OPEN_WORDS) ?? []).map((run) => Buffer.from(run, 'latin1').toString('utf8'));
  const wide = (file.match(WIDE_WORDS) ?? []).map((run) => run.replaceAll('\0', ''));
  return [[...open, ...wide].join(CUT)];
}
