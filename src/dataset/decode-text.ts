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

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
}

// A newline byte is never part of a longer UTF-8 character, so each line can be tried alone.
function findBadLine(bytes: Uint8Array): number | undefined {
  let start = 0;
  for (let line = 1; start <= bytes.length; line++) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    if (decodeStrictly(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
  return undefined;
}
