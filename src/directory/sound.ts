/**
 * How a name sounds, roughly: names in Khmer are written in Latin letters in many ways ("Pteah Teuk Dong", "Ptea Tik
 * Dong"), which differ in vowels, in voiced and unvoiced letters, in aspiration and in doubled letters.
 */
import { KHMER, words } from './fold.ts';

/** Letters that stand for each other, in the order in which they are replaced. */
const SAME: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/ng|gn|nh|ny/g, 'n'],
  [/chh|ch|j/g, 'c'],
  [/ph|p|b/g, 'p'],
  [/kh|gh|g|q|x/g, 'k'],
  [/th|dh|d/g, 't'],
  [/sh|z/g, 's'],
  [/w/g, 'v'],
];
const VOWELS = /[aeiouy]+/g;
/** An h that opens no syllable only colours the vowel before it. */
const SILENT = /h/g;

/** The sound of a folded Latin word; empty for other scripts and for words of vowels only. */
export function sound(word: string): string {
  if (!/^[a-z0-9]+$/.test(word)) return '';
  const [first = ''] = word;
  let heard = word.replace(/(.)\1+/g, '$1');
  for (const [pattern, letter] of SAME) heard = heard.replace(pattern, letter);
  heard = heard.slice(0, 1) + heard.slice(1).replace(SILENT, '');
  const opening = /[aeiouy]/.test(first) ? 'a' : '';
  return opening + heard.replace(VOWELS, '').replace(/(.)\1+/g, '$1');
}

/** The sounds of the words of a line, those that have one. */
export function sounds(line: string): string[] {
  return words(line).map(sound).filter(Boolean);
}

/** The consonants of Khmer from U+1780 on, each as a Latin letter of that sound; the last one only carries a vowel. */
const LATIN_FOR_KHMER = 'kkkknccccnttttnttttnppppmyrlvssshla';

/**
 * The sound of a folded line in Khmer letters as that of a Latin name, for those that are known by a Latin name only:
 * "ដំណក់ទឹក" is Damnok Toek. As no space says where a word ends, no letter stands twice in a row. Empty for other lines.
 */
export function soundOfKhmer(folded: string): string {
  if (!KHMER.test(folded)) return '';
  const latin = folded
    // "Organization" and "centre" stand before many names.
    .replace(/^(?:អង្គការ|មជ្ឈមណ្ឌល) ?/, '')
    // A letter under this sign is silent.
    .replace(/[\u1780-\u17a2][\u17b6-\u17c5]?\u17cd/g, '')
    // How letters of other languages are written: fa, ga, za.
    .replace(/\u17a0\u17d2\u179c/g, 'f')
    .replace(/\u17a0\u17d2/g, '')
    .replace(/[\u1780-\u17a2]/g, (letter) => LATIN_FOR_KHMER[letter.charCodeAt(0) - 0x1780] as string)
    .replace(/\u17c6/g, 'm')
    .replace(/[\u17a5-\u17c5]/g, 'a')
    .replace(/[^a-z]/g, '')
    // Written, and not heard: "កុមារ" is Komah.
    .replace(/r$/, '');
  return sound(latin);
}

/** The sound of several words as if it were that of one, as soundOfKhmer() gives it. */
export function withoutDoubles(heard: string): string {
  return heard.replace(/(.)\1+/g, '$1');
}
