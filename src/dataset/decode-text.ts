/** Bytes -> text, without guessing: a wrong guess damages Khmer letters for good. */
import { createProblem, type Problem } from './problem.ts';

export interface DecodedText {
  text: string | undefined;
  problems: Problem[];
}

/** Decodes UTF-8 strictly and drops a byte-order mark. Problem: not-utf-8. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  if (looksLikeUtf16(bytes)) {
    const problem = createProblem(
      'not-utf-8',
      { file },
      'The file looks like UTF-16, which spreadsheets call "Unicode text".',
    );
    return { text: undefined, problems: [problem] };
  }
  const text = decodeStrictly(bytes);
  if (text !== undefined) return { text, problems: [] };
  const problem = createProblem(
    'not-utf-8',
    { file, line: findBadLine(bytes) },
    'The file is not UTF-8; it looks like Windows-1252, as some spreadsheets save "CSV".',
  );
  return { text: undefined, problems: [problem] };
}

function decodeStrictly(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

// A file begins with the Latin letters of its header, of which UTF-16 writes every second byte as zero. A zero
// further down in a file that begins well is one damaged cell, which is found by its row.
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  return start.filter((byte) => byte === 0).length > start.length / 4;
}

/** The line of the first bytes that are not UTF-8, found by halving: files can have millions of lines. */
function findBadLine(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    // A character that is cut at the end of a part is no error there.
    if (decodeStrictly(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  return bytes.subarray(0, good).filter((byte) => byte === 10).length + 1;
}
