/**
 * One folding for index and query: what is typed and what is stored are compared after both went through it.
 */

import { latinDigits } from './latin-digits.ts';

/** Cyrillic and Greek letters that scanners write for Latin ones ("МРК" for "MPK"). */
const LOOK_ALIKES: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  х: 'x',
  і: 'i',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
  ο: 'o',
};

const LATIN_MARKS = /[\u0300-\u036f]/g;
/** The last three are inherent vowels of Khmer, which are neither seen nor typed, and the sign that a word is said twice. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad\u17b4\u17b5\u17d7]/g;
/** A letter or sign of Khmer. */
export const KHMER = /[\u1780-\u17ff]/;
/** Khmer that is typed in several ways and looks the same, and how it is kept. */
const SAME_KHMER: readonly (readonly [typed: RegExp, kept: string])[] = [
  [/\u17a3/g, '\u17a2'],
  // The subscripts da and ta have one shape.
  [/\u17d2\u178a/g, '\u17d2\u178f'],
  // Vowels of two strokes.
  [/\u17c1\u17b8/g, '\u17be'],
  [/\u17c1\u17b6/g, '\u17c4'],
  // Signs in another order: subscript ro comes last, the register shifters before the vowel.
  [/(\u17d2\u179a)(\u17d2[\u1780-\u17a2])/g, '$2$1'],
  [/([\u17b6-\u17c8])([\u17c9\u17ca])/g, '$2$1'],
];

/**
 * Folds text for comparison: lower case, Latin accents, apostrophes and invisible characters away, look-alikes to
 * Latin, Khmer digits to 0-9, Khmer that looks the same to one way of typing it, everything else that is no letter or digit to one space.
 * "Centre" and "center" are one word.
 * Khmer vowel signs stay: without them different words would fall together.
 */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return foldAscii(text);
  const folded = latinDigits(text)
    .replace(INVISIBLE, '')
    // Full-width letters and the like are those that they look like.
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .normalize('NFKC')
    .replace(/[А-Яа-яІіΑ-Ωα-ω]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .toLowerCase()
    .replace(/['’`ʼ´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const spelt = oneSpelling(folded);
  return KHMER.test(spelt)
    ? SAME_KHMER.reduce((kept, [typed, letters]) => kept.replace(typed, letters), spelt)
    : spelt;
}

/** Folded text without the spaces between letters of Khmer, which some write and some do not. */
export function joinKhmer(folded: string): string {
  return KHMER.test(folded) ? folded.replace(/(?<=[\u1780-\u17d3]) (?=[\u1780-\u17b3])/g, '') : folded;
}

/** The same for what most texts are, in which only the last steps find something; twice as fast. */
function foldAscii(text: string): string {
  const folded = text
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return oneSpelling(folded);
}

/** Also of a word that is still being typed. */
function oneSpelling(folded: string): string {
  return folded.includes('centr') ? folded.replace(/\bcentr(?:e(?=s?\b)|\b)/g, 'center') : folded;
}

/** The folded words of a line. */
export function words(line: string): string[] {
  const folded = fold(line);
  return folded === '' ? [] : folded.split(' ');
}
