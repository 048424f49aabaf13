/**
 * One folding for index and query: what is typed and what is stored are compared after both went through it.
 */

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
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/**
 * Folds text for comparison: lower case, Latin accents, apostrophes and invisible characters away, look-alikes to
 * Latin, Khmer digits to 0-9, Khmer letter U+17A3 to U+17A2, everything else that is no letter or digit to one space.
 * Khmer vowel signs stay: without them different words would fall together.
 */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return foldAscii(text);
  return text
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .replace(/[А-Яа-яІіΑ-Ωα-ω]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/\u17a3/g, '\u17a2')
    .toLowerCase()
    .replace(/['’`ʼ´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The same for what most texts are, in which only the last steps find something; twice as fast. */
function foldAscii(text: string): string {
  return text
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The folded words of a line. */
export function words(line: string): string[] {
  const folded = fold(line);
  return folded === '' ? [] : folded.split(' ');
}
