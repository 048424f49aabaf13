/**
 * How a name sounds, roughly: names in Khmer are written in Latin letters in many ways ("Pteah Teuk Dong", "Ptea Tik
 * Dong"), which differ in vowels, in voiced and unvoiced letters, in aspiration and in doubled letters.
 */
import { words } from './fold.ts';

/** Letters that stand for each other, in the order in which they are replaced. */
const SAME: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/chh|ch|j/g, 'c'],
  [/ph|p|b/g, 'p'],
  [/kh|gh|g|q|x/g, 'k'],
  [/th|dh|d/g, 't'],
  [/sh|z/g, 's'],
  [/ng|gn|nh|ny/g, 'n'],
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
