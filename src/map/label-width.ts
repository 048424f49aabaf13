/**
 * Widths of map labels, estimated without a font: the map is laid out at build time, where no browser measures.
 * Ratios are advance widths of Noto Sans Khmer 600, in em, measured once and rounded up.
 */
const KHMER_BASE = 0.67;
const LATIN: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[ijl.,:;'’|!]/u, 0.3],
  [/[ frtI()-]/u, 0.42],
  [/[csz–]/u, 0.5],
  [/[mwMW]/u, 0.97],
  [/[A-Z]/u, 0.74],
];
const LATIN_OTHER = 0.63;

/** Letters whose own width is not that of ក. */
const KHMER_LETTERS: Readonly<Record<string, number>> = {
  ...same('ឃញឍយលសហឡ', 0.97),
  ...same('ឈណ', 1.28),
  ...same('រវ', 0.37),
};
/** What a vowel sign adds beside its letter; signs above and below add nothing. */
const KHMER_SIGNS: Readonly<Record<string, number>> = {
  ...same('ាើេែៃ', 0.3),
  ...same('ឿៀោៅ', 0.6),
  ...same('ះៈ', 0.4),
};
/** What a letter adds when it is written under another one. */
const KHMER_SUBSCRIPTS: Readonly<Record<string, number>> = same('ឃឍបយរសឈ', 0.3);

const KHMER_LETTER = /[\u1780-\u17b3]/u;
const KHMER = /[\u1780-\u17ff]/u;
const INVISIBLE = /[\u200b-\u200d\u00ad]/u;
const COENG = '\u17d2';

/**
 * @param text Latin or Khmer, one line.
 * @param size font size; the answer has the same unit.
 * @returns a width that the text, set in weight 600, does not exceed.
 */
export function labelWidth(text: string, size: number): number {
  let em = 0;
  let previous = '';
  for (const letter of text) {
    em += letterWidth(letter, previous);
    previous = letter;
  }
  return em * size;
}

/** Widths in em; a plus sign is as wide as in the widest fonts that devices bring. */
const DIGIT = 0.61;
const PLUS = 0.84;

/** Width of a number such as "3" or "1+2", in the unit of the font size. */
export function numberWidth(number: string, size: number): number {
  return [...number].reduce((width, letter) => width + (letter === '+' ? PLUS : DIGIT) * size, 0);
}

/** True where a label holds Khmer script, which runs taller. */
export function isKhmer(text: string): boolean {
  return KHMER.test(text);
}

function letterWidth(letter: string, previous: string): number {
  if (INVISIBLE.test(letter)) return 0;
  if (previous === COENG) return KHMER_SUBSCRIPTS[letter] ?? 0;
  if (KHMER_LETTER.test(letter)) return KHMER_LETTERS[letter] ?? KHMER_BASE;
  if (KHMER.test(letter)) return KHMER_SIGNS[letter] ?? 0;
  return LATIN.find(([letters]) => letters.test(letter))?.[1] ?? LATIN_OTHER;
}

function same(letters: string, em: number): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, em]));
}
