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
const BASE64 = /[A-Za-z0-9+/_-]{12,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const DATA_ADDRESS = /data:[^,"'<>]{0,200};base64,$/i;
const HEX = /^(?:[0-9a-f]{2}){8,}$/i;
/** From this length on a data address is a file and no example in a script. */
const SHORTEST_FILE = 24;

/**
 * What a text holds in encoded form. Words that only happen to use the same letters are left out. `isWhole` is false
 * for a reading of parts of a text.
 */
export function* blobsOf(text: string, isWhole: boolean): Generator<Blob> {
  for (const match of text.matchAll(BASE64)) {
    const [run] = match;
    if (run.length >= SHORTEST_FILE && isDataAddress(text, match.index)) {
      // Behind an edge of what was read again, the rest of the file is missing.
      const isFile =
        match.index + run.length < text.length && !text.startsWith(CUT, match.index + run.length);
      yield { bytes: Buffer.from(run, 'base64'), isFile: isFile || isWhole };
      continue;
    }
    for (const piece of piecesOf(run)) {
      if (HEX.test(piece)) yield* guess(Buffer.from(piece, 'hex'));
      else if (beginsReadable(piece)) yield* guess(Buffer.from(piece, 'base64'));
    }
  }
}

function isDataAddress(text: string, start: number): boolean {
  return text[start - 1] === ',' && DATA_ADDRESS.test(text.slice(Math.max(0, start - 220), start));
}

/** Letters and digits decode to bytes of all kinds; only text and what may be a file is worth reading. */
function* guess(bytes: Buffer): Generator<Blob> {
  if (isUtf8(bytes) || bytes.includes(0) || bytes.length >= SHORTEST_FILE) yield { bytes, isFile: false };
}

/** The whole, and its parts where a path or a word with hyphens stands around the encoded piece. */
function piecesOf(run: string): string[] {
  if (!/[/_-]/.test(run)) return [run];
  return [run, ...run.split(/[/_-]/).filter(({ length }) => length >= 12)];
}

/** Eight letters of base64 are six bytes: cheap to look at before the rest is decoded. */
function beginsReadable(run: string): boolean {
  if (/^(?:UEsD|H4sI|JVBE|\/\/4|\/v8|77u)/.test(run)) return true;
  const start = Buffer.from(run.slice(0, 8), 'base64');
  let high = false;
  for (const byte of start) {
    const continues = byte >= 0x80 && byte < 0xc0;
    if (continues ? !high : byte === 0x7f || byte > 0xef || (byte < 0x20 && ![0, 9, 10, 13].includes(byte))) {
      return false;
    }
    high = byte >= 0x80;
  }
  return true;
}
