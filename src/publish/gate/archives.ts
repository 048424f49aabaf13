/**
 * What is inside of archives. They are read strictly: the directory of a ZIP may say less than what is in it, and
 * what the gate does not see is published all the same.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import { CUT, type Inner, Unreadable } from './reading.ts';

/** More than this from one file is a mistake, or meant to be one. */
export const MOST_BYTES = 256 * 1024 * 1024;

const DAMAGED = 'is damaged. Make it again, or leave it out.';
const ENCRYPTED = 'is encrypted. Publish it without a password, or leave it out.';
const TOO_LARGE = `holds more than ${MOST_BYTES / 1024 / 1024} MB. Divide it, or leave it out.`;

function unpack(work: () => Uint8Array): Uint8Array {
  try {
    return work();
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isLarge ? TOO_LARGE : DAMAGED);
  }
}

export function openGzip(bytes: Uint8Array): Inner[] {
  return [{ name: 'unpacked', bytes: unpack(() => gunzipSync(bytes, { maxOutputLength: MOST_BYTES })) }];
}

export function openBrotli(bytes: Uint8Array): Inner[] {
  return [
    { name: 'unpacked', bytes: unpack(() => brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES })) },
  ];
}

/** Sizes and signatures of the ZIP format (APPNOTE 4.3). */
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
/** Between two files a data descriptor may stand, and nothing else. */
const LONGEST_DESCRIPTOR = 24;

/** Every file of a ZIP, and its comments. Refuses what is encrypted, hidden between the files, or differently packed. */
export function openZip(bytes: Uint8Array): Inner[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('utf8');
  try {
    const end = findEnd(view);
    let at = view.getUint32(end + 16, true);
    const begins = at;
    const inner: Inner[] = [];
    const about: string[] = [];
    const taken: [from: number, to: number][] = [];
    let unpacked = 0;
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(at, true) !== ENTRY.signature) throw new Unreadable(DAMAGED);
      const flags = view.getUint16(at + 8, true);
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      ) as [number, number, number];
      const local = view.getUint32(at + 42, true);
      const name = words(at + ENTRY.size, at + ENTRY.size + nameLength);
      about.push(words(at + ENTRY.size, at + ENTRY.size + nameLength + extra + comment));
      at += ENTRY.size + nameLength + extra + comment;
      if ((flags & 0x2041) !== 0 || method === 99) throw new Unreadable(ENCRYPTED);
      if (view.getUint32(local, true) !== LOCAL.signature) throw new Unreadable(DAMAGED);
      const data = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      about.push(words(local + LOCAL.size, data));
      taken.push([local, data + packed]);
      const content = bytes.subarray(data, data + packed);
      if (method !== 0 && method !== 8)
        throw new Unreadable('is packed in a way that the gate cannot open. Use ordinary ZIP.');
      const file =
        method === 0 ? content : unpack(() => inflateRawSync(content, { maxOutputLength: MOST_BYTES }));
      unpacked += file.length;
      if (unpacked > MOST_BYTES) throw new Unreadable(TOO_LARGE);
      if (!name.endsWith('/') || file.length > 0) inner.push({ name, bytes: file });
    }
    about.push(words(end + END.size, bytes.length));
    inner.push({ name: 'names and comments', text: about.join(CUT) });
    refuseHidden([...taken, [begins, at], [end, bytes.length]]);
    return inner;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(DAMAGED);
  }
}

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - END.size - END.longestComment);
  for (let at = view.byteLength - END.size; at >= earliest; at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw new Unreadable(DAMAGED);
}

/** Bytes that belong to no file can hold one that other programs find. */
function refuseHidden(taken: [from: number, to: number][]): void {
  let reached = 0;
  for (const [from, to] of taken.sort(([a], [b]) => a - b)) {
    if (from > reached + LONGEST_DESCRIPTOR || from < reached) {
      throw new Unreadable('holds bytes that belong to none of its files. Make it again, or leave it out.');
    }
    reached = to;
  }
}
