/**
 * The bare letters and digits of a text, with what stood between them. Names and numbers are looked for here, so that
 * accents, capitals, digits of other scripts, invisible characters, spaces and markup cannot hide them. What two
 * letters have in common is decided by `fold`, the same folding that the search of the site uses.
 */
import { fold } from '../../directory/fold.ts';

/** Stands in a text where inline markup was taken out: it may or may not part two words. */
export const INLINE_JOINT = '\ue000';
/** Stands in a text where other markup was taken out: two cells, two paragraphs. */
export const BLOCK_JOINT = '\ue001';

/** What stood before a letter or digit; 0 is nothing, not even markup. */
export const GAP = {
  /** Anything at all. */
  any: 1,
  /** Something that no telephone number is written with. */
  breaks: 2,
  /** Markup that parts cells or paragraphs. */
  block: 4,
  /** One comma and nothing else. */
  comma: 8,
  /** One point and nothing else. */
  point: 16,
} as const;

/** The letters and digits of a text. The arrays are longer than `length` and are used again for the next text. */
export interface Skeleton {
  length: number;
  codes: Uint16Array;
  /** What stood before each, see GAP. */
  gaps: Uint8Array;
  /** 1 where a word may begin, and so where the one before may end; at `length` as well. */
  starts: Uint8Array;
  /** Where each stands in the text. */
  at: Uint32Array;
  /** Where digits begin that may belong to one number; so many of them. */
  digits: Uint32Array;
  digitRuns: number;
}

const KIND = {
  unknown: 0,
  invisible: 1,
  space: 2,
  mark: 3,
  point: 4,
  comma: 5,
  inline: 6,
  block: 7,
  /** Folds to several letters, or is half of a character. */
  several: 8,
  /** May begin a character reference. */
  ampersand: 9,
  breaks: 10,
  /** From here on: what words and numbers are made of. */
  letter: 11,
  digit: 12,
  /** A Khmer letter that begins a cluster when no coeng stands before it. */
  khmerLetter: 13,
  khmerSign: 14,
};
/** What people and programs write between the digits of one number. */
const MARKS = /[-()/\u2010-\u2015\u2212\u00b7\u2022_+"'`|~*\\]/u;
const MOST_MARKS = 3;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
const DIGIT = /\p{Nd}/u;

/** One character as the search folds it: its letters or digits, nothing for invisible ones, a space for all others. */
function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const plain = character.normalize('NFKC');
  const digits = [...plain].map((one) => (DIGIT.test(one) ? String(digitValue(one)) : one)).join('');
  // Between two letters, so that what vanishes and what becomes a space can be told apart.
  return fold(`a${digits}a`).slice(1, -1);
}

/** Digits of every script stand in rows of ten. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** How each character is read and what it folds to; a character is looked at when it is first met. */
const kinds = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);

/** Characters outside of the basic plane come in two halves. */
const isHalf = (character: string) => /^[\ud800-\udfff]$/.test(character);
function meet(code: number): number {
  const character = String.fromCharCode(code);
  const letters = isHalf(character) ? '??' : foldCharacter(character);
  let kind: number = KIND.breaks;
  if (code === 0x2e) kind = KIND.point;
  else if (code === 0x2c) kind = KIND.comma;
  else if (character === INLINE_JOINT) kind = KIND.inline;
  else if (character === BLOCK_JOINT) kind = KIND.block;
  else if (character === '&') kind = KIND.ampersand;
  else if (letters.length === 1 && letters !== ' ') {
    const letter = letters.charCodeAt(0);
    folded[code] = letter;
    if (isDigit(letter)) kind = KIND.digit;
    else if (isKhmer(letter)) kind = isKhmerLetter(letter) ? KIND.khmerLetter : KIND.khmerSign;
    else kind = KIND.letter;
  } else if (letters.length > 1) kind = KIND.several;
  else if (/\s/u.test(character)) kind = KIND.space;
  else if (MARKS.test(character)) kind = KIND.mark;
  else if (letters === '') kind = KIND.invisible;
  kinds[code] = kind;
  return kind;
}

/** Kept between calls, as making them anew for every text takes longer than reading it. */
let spare: Skeleton = roomFor(0);

function roomFor(size: number): Skeleton {
  return {
    length: 0,
    codes: new Uint16Array(size),
    gaps: new Uint8Array(size),
    starts: new Uint8Array(size + 1),
    at: new Uint32Array(size),
    digits: new Uint32Array(size),
    digitRuns: 0,
  };
}

/** More room, with what stands in it so far. */
function enlarged(full: Skeleton, size: number): Skeleton {
  const larger = roomFor(size);
  larger.codes.set(full.codes);
  larger.gaps.set(full.gaps);
  larger.starts.set(full.starts);
  larger.at.set(full.at);
  larger.digits.set(full.digits);
  return larger;
}

/** The skeleton of a text. It is overwritten by the next call. */
export function skeletonOf(text: string): Skeleton {
  if (spare.codes.length <= text.length) spare = roomFor(2 * text.length + 64);
  // Plain variables and no closure: this loop sees every character of the site several times.
  let { codes, gaps, starts, at, digits } = spare;
  let length = 0;
  let digitRuns = 0;
  let gap = 0;
  let marks = 0;
  let before: number = KIND.breaks;
  let queue = '';
  let queued = 0;
  for (let i = 0; i < text.length || queued < queue.length; ) {
    const code = queued < queue.length ? queue.charCodeAt(queued++) : text.charCodeAt(i++);
    const kind = kinds[code] || meet(code);
    if (kind >= KIND.letter) {
      codes[length] = folded[code] as number;
      gaps[length] = gap;
      starts[length] = gap !== 0 || begins(before, kind, codes[length - 1] as number) ? 1 : 0;
      at[length] = i - 1;
      if (kind === KIND.digit && (before !== KIND.digit || (gap & GAP.breaks) !== 0))
        digits[digitRuns++] = length;
      length += 1;
      gap = 0;
      marks = 0;
      before = kind;
      continue;
    }
    switch (kind) {
      case KIND.invisible:
        break;
      case KIND.inline:
        gap |= GAP.any;
        break;
      case KIND.block:
        gap |= GAP.any | GAP.block;
        break;
      case KIND.point:
        marks += 1;
        gap = gap === 0 ? GAP.any | GAP.point : mixed(gap, marks);
        break;
      case KIND.comma:
        gap = gap === 0 ? GAP.any | GAP.comma : gap | GAP.any | GAP.breaks;
        break;
      case KIND.space:
        gap = mixed(gap, marks);
        break;
      case KIND.mark:
        marks += 1;
        gap = mixed(gap, marks);
        break;
      case KIND.ampersand: {
        const reference = plainReference(text, i);
        if (reference !== '') i += reference.length;
        gap = reference === 'nbsp;' ? mixed(gap, marks) : gap | GAP.any | GAP.breaks;
        break;
      }
      case KIND.several: {
        const character = String.fromCodePoint(text.codePointAt(i - 1) as number);
        queue = isHalf(character) ? ' ' : foldCharacter(character);
        queued = 0;
        i += character.length - 1;
        const needed = length + queue.length + text.length - i;
        if (needed >= codes.length) {
          spare = enlarged(spare, 2 * needed);
          ({ codes, gaps, starts, at, digits } = spare);
        }
        break;
      }
      default:
        gap |= GAP.any | GAP.breaks;
    }
  }
  starts[length] = 1;
  spare.length = length;
  spare.digitRuns = digitRuns;
  return spare;
}

/**
 * The commonest character references, "&amp;" before a space, "&nbsp;" and quotes, stand for something between words
 * wherever they are met. They are passed over here, so that pages full of them need not be read once more. Without
 * its ampersand; empty where another or none begins.
 */
export function plainReference(text: string, i: number): string {
  switch (text.charCodeAt(i)) {
    case 0x61:
      return /^amp;(?![#a-z])/i.test(text.slice(i, i + 5)) ? 'amp;' : '';
    case 0x6e:
      return text.startsWith('nbsp;', i) ? 'nbsp;' : '';
    case 0x71:
      return text.startsWith('quot;', i) ? 'quot;' : '';
    case 0x23:
      return text.startsWith('#39;', i) || text.startsWith('#34;', i) ? '#39;' : '';
    default:
      return '';
  }
}

/** A space or mark joins what stood there before: a lone point or comma is no longer alone. */
function mixed(gap: number, marks: number): number {
  const joined = (gap | GAP.any) & ~GAP.point;
  return (gap & GAP.comma) !== 0 || marks > MOST_MARKS ? joined | GAP.breaks : joined;
}

/** The letters and digits of a value that is looked for, and where its words begin. */
export function skeletonOfValue(value: string): { letters: string; wordStarts: number[] } {
  const skeleton = skeletonOf(value);
  const wordStarts: number[] = [];
  for (let i = 1; i < skeleton.length; i++) if (skeleton.gaps[i] !== 0) wordStarts.push(i);
  return { letters: String.fromCharCode(...skeleton.codes.subarray(0, skeleton.length)), wordStarts };
}

const COENG = 0x17d2;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter or sign of the Khmer script. */
export function isKhmer(code: number): boolean {
  return code >= 0x1780 && code <= 0x17ff;
}

function isKhmerLetter(code: number): boolean {
  return code >= 0x1780 && code <= 0x17b3;
}

/** How many clusters of Khmer script a value has; other letters count none. */
export function khmerClusters(letters: string): number {
  let count = 0;
  for (let i = 0; i < letters.length; i++) {
    if (isKhmerLetter(letters.charCodeAt(i)) && letters.charCodeAt(i - 1) !== COENG) count += 1;
  }
  return count;
}

/**
 * True where a word may begin between two kinds that nothing parts: between letters and digits, between two scripts,
 * and, as Khmer is written without spaces, before each of its clusters.
 */
function begins(before: number, kind: number, letterBefore: number): boolean {
  if (kind === KIND.khmerLetter) return before < KIND.khmerLetter || letterBefore !== COENG;
  if (kind === KIND.khmerSign) return before < KIND.khmerLetter;
  return before !== kind;
}
