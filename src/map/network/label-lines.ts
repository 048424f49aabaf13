/** Names of parties, broken into lines that fit a column; no browser measures at build time. */
import { isKhmer, labelWidth } from '../label-width.ts';
import type { Variant } from '../sizes.ts';
import { FONT, MEASURES } from './measures.ts';

/** Khmer has no spaces between words; the dictionary of the runtime knows where they end. */
const WORDS = new Intl.Segmenter('km', { granularity: 'word' });
/** A letter with its marks and with what is written under it. */
const LETTERS = /[\s\S](?:\u17d2.|\p{M})*/gu;

export interface LabelLines {
  lines: string[];
  /** Of the widest line, in the unit of the font size. */
  width: number;
}

/** Breaks between words; a word that is wider than the column alone is broken between its letters. */
export function labelLines(name: string, size: number, column: number): LabelLines {
  const fits = (text: string) => labelWidth(text.trimEnd(), size) <= column;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(name, fits)) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return { lines, width: Math.max(...lines.map((text) => labelWidth(text, size))) };
}

export interface SetLabel {
  lines: string[];
  width: number;
  height: number;
  /** From one line to the next. */
  line: number;
}

/** A name as it is set in a variant. Khmer runs taller. */
export function setLabel(name: string, variant: Variant): SetLabel {
  const font = FONT[variant];
  const { lines, width } = labelLines(name, font, MEASURES[variant].label);
  const line = Math.round(font * (isKhmer(name) ? 1.7 : 1.3));
  return { lines, width: Math.ceil(width), height: lines.length * line, line };
}

function piecesOf(name: string, fits: (text: string) => boolean): string[] {
  const words = isKhmer(name)
    ? joinMarks([...WORDS.segment(name)].map(({ segment }) => segment))
    : name.split(/(?<=[\s/-])/u);
  return words.flatMap((word) => (fits(word) ? [word] : (word.match(LETTERS) ?? [])));
}

/** Spaces and punctuation stay with the word before them. */
function joinMarks(segments: readonly string[]): string[] {
  const words: string[] = [];
  for (const segment of segments) {
    if (words.length > 0 && !/[\p{L}\p{N}(]/u.test(segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}
