/**
 * The passphrase of the sealed contacts. Whoever has the file can guess for as long as he likes, so the words must be
 * drawn by chance: 70 bits at least, which no single computer and no small company guesses.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Audience } from '../schema/vocabulary.ts';
import { normalizePassphrase } from './seal.ts';

/** What a passphrase must have. */
export const ENOUGH_BITS = 70;
const WORDS = 7;

/**
 * A passphrase drawn by chance, all its words different, and how many bits that is. Numbers come from `draw`, which
 * fills an array with even chance.
 */
export function proposePassphrase(
  draw: (numbers: Uint16Array<ArrayBuffer>) => void = (numbers) => crypto.getRandomValues(numbers),
): { passphrase: string; bits: number } {
  const numbers = new Uint16Array(WORDS);
  let words: (string | undefined)[];
  do {
    draw(numbers);
    // The length of the list, 2,048, divides 65,536, so each word is as likely as any other.
    words = [...numbers].map((number) => wordlist[number % wordlist.length]);
  } while (new Set(words).size < WORDS);
  const bits = words.reduce((sum, _, place) => sum + Math.log2(wordlist.length - place), 0);
  return { passphrase: words.join(' '), bits };
}

const LIST = new Set(wordlist);
/** Written language carries about so much for each letter. */
const BITS_OF_A_LETTER = 2.2;
/** Letters with digits or signs between them; people reuse habits, so not the six that chance would give. */
const BITS_OF_A_CHARACTER = 3;
const MOST_BITS_OF_NUMBERS = 30;

/**
 * A careful guess at the strength of a passphrase that somebody brings along. Said twice counts once, so do runs such
 * as "aaaa" and "1234". It knows no sayings and no song lines: only chance makes a good passphrase.
 */
export function estimateBits(passphrase: string): number {
  const words = normalizePassphrase(passphrase).split(' ');
  // People write dates, series and telephone numbers: numbers alone count as one word, and not as a long one.
  const isNumber = (word: string) => /^\p{Nd}+$/u.test(word);
  const parts = new Set(words.filter((word) => !isNumber(word)));
  const numbers = words.filter(isNumber).join('');
  const ofNumbers = Math.min(bitsOfPart(numbers), MOST_BITS_OF_NUMBERS);
  return [...parts].reduce((sum, part) => sum + bitsOfPart(part), ofNumbers);
}

function bitsOfPart(part: string): number {
  if (LIST.has(part)) return Math.log2(wordlist.length);
  const letters = [...part];
  const steps = letters.filter((letter, place) => {
    const before = letters[place - 1]?.codePointAt(0);
    return before === undefined || Math.abs((letter.codePointAt(0) ?? 0) - before) > 1;
  });
  const telling = Math.min(steps.length, 2 * new Set(letters).size);
  return telling * (/^[\p{L}\p{M}]+$/u.test(part) ? BITS_OF_A_LETTER : BITS_OF_A_CHARACTER);
}

/**
 * The passphrase that the contacts of this build are sealed with; undefined where none are sealed: practitioners see
 * theirs anyway. A weak one is an error, whose message does not repeat it.
 */
export function sealingPassphrase(audience: Audience, given: string | undefined): string | undefined {
  if (audience !== 'public' || given === undefined || normalizePassphrase(given) === '') return undefined;
  if (estimateBits(given) < ENOUGH_BITS) {
    throw new Error(
      'DIRECTORY_PASSPHRASE is too easy to guess, and whoever copies the sealed contacts can guess for years. ' +
        'Use the seven words that "npm run passphrase" proposes, or at least seven words drawn by chance.',
    );
  }
  return normalizePassphrase(given);
}
