/** Files and texts that are written inside of a text: data addresses, base64, pairs of hexadecimal digits. */

import { isUtf8 } from 'node:buffer';
import { CUT } from './reading.ts';

/** What was found inside of a text. */
export interface Blob {
  bytes: Uint8Array;
  /** Said to be a file: what it holds has to be readable. Otherwise it may be an ordinary word that only looks encoded. */
  isFile: boolean;
}

/** A telephone number makes sixteen letters of base64. */
const SHORTEST = 12;
/** Base64 in lines has longer ones than this. */
const LINE = 40;
/** From this length on a data address is a file and no example in a script. */
const SHORTEST_FILE = 24;
const DATA_ADDRESS = /data:[^,"'<>]{0,200};base64,$/i;
const HEX = /^(?:[0-9a-f]{2}){8,}$/i;

/** The value of each letter of base64, -1 for all else; hyphen and underscore stand for plus and slash in addresses. */
const SEXTETS = new Int8Array(0x80).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, value) => {
  SEXTETS[letter.charCodeAt(0)] = value;
});
SEXTETS['-'.charCodeAt(0)] = 62;
SEXTETS['_'.charCodeAt(0)] = 63;

const isLetter = (code: number) => code < 0x80 && (SEXTETS[code] as number) >= 0;

/**
 * What a text holds in encoded form. Words that only happen to use the same letters are left out. `isWhole` is false
 * for a reading of parts of a text.
 */
export function* blobsOf(text: string, isWhole: boolean): Generator<Blob> {
  for (let i = 0; i < text.length; i++) {
    if (!isLetter(text.charCodeAt(i))) continue;
    const start = i;
    let piece = i;
    while (i < text.length) {
      const code = text.charCodeAt(i);
      if (!isLetter(code)) {
        const next = i - start >= LINE ? nextLine(text, i) : -1;
        if (next === -1) break;
        i = next;
        continue;
      }
      // A path or a word with hyphens may stand around an encoded piece.
      if (code === 0x2f || code === 0x2d || code === 0x5f) {
        if (i - piece >= SHORTEST) yield* guess(text, piece, i);
        piece = i + 1;
      }
      i += 1;
    }
    if (i - start < SHORTEST) continue;
    if (i - start >= SHORTEST_FILE && isDataAddress(text, start)) {
      // Behind an edge of what was read again, the rest of the file is missing.
      const isFile = isWhole || (i < text.length && !text.startsWith(CUT, i));
      yield { bytes: Buffer.from(text.slice(start, i), 'base64'), isFile };
      continue;
    }
    if (piece > start && i - piece >= SHORTEST) yield* guess(text, piece, i);
    if (isWhole && ARCHIVE.test(text.slice(start, start + 6))) {
      yield { bytes: Buffer.from(text.slice(start, i), 'base64'), isFile: true };
    } else {
      yield* guess(text, start, i);
    }
  }
}

/** Where encoded text goes on behind the end of a line; -1 where it does not. */
function nextLine(text: string, end: number): number {
  let i = end;
  if (text.charCodeAt(i) === 0x0d) i += 1;
  if (text.charCodeAt(i) !== 0x0a) return -1;
  i += 1;
  while (text[i] === ' ' || text[i] === '\t') i += 1;
  return isLetter(text.charCodeAt(i)) ? i : -1;
}

function isDataAddress(text: string, start: number): boolean {
  return text[start - 1] === ',' && DATA_ADDRESS.test(text.slice(Math.max(0, start - 220), start));
}

/** Most words decode to bytes of all kinds; only text and what may be a file is worth reading. */
function* guess(text: string, start: number, end: number): Generator<Blob> {
  const isHex = HEX.test(text.slice(start, start + 16));
  if (!isHex && !beginsReadable(text, start)) return;
  const run = text.slice(start, end);
  for (const encoding of isHex && HEX.test(run) ? (['hex', 'base64'] as const) : (['base64'] as const)) {
    const bytes = Buffer.from(run, encoding);
    if (isUtf8(bytes) || bytes.includes(0) || bytes.length >= SHORTEST_FILE) yield { bytes, isFile: false };
  }
}

/** Eight letters of base64 are six bytes: they tell most words from text and files. */
function beginsReadable(text: string, start: number): boolean {
  if (MAGIC.test(text.slice(start, start + 4))) return true;
  let continues = false;
  for (let i = start; i < start + 8; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((offset) => SEXTETS[text.charCodeAt(i + offset)] as number) as Four;
    for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d]) {
      const isHigh = byte >= 0x80;
      const isText = isHigh ? byte >= 0xc0 || continues : byte >= 0x20 || CONTROLS.has(byte);
      if (!isText || byte > 0xef || byte === 0x7f) return false;
      continues = isHigh;
    }
  }
  return true;
}

type Four = [number, number, number, number];
/** ZIP, gzip, PDF and the marks of UTF-16 and UTF-8, in base64. */
/** The beginnings of ZIP, gzip and PDF: what begins so is no word by chance, and has to be readable. */
const ARCHIVE = /^(?:UEsDB|H4sIA|JVBERi)/;
const MAGIC = /^(?:UEsD|H4sI|JVBE|\/\/4|\/v8|77u)/;
/** Zero for UTF-16, tab and the ends of lines. */
const CONTROLS = new Set([0, 9, 10, 13]);
