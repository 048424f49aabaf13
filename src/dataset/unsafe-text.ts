/**
 * Characters that no text of a directory needs and that can hide, reorder or break what a reader sees: control
 * characters, marks that turn the direction of writing (https://trojansource.codes), halves of characters, private and
 * invisible letters. Khmer keeps its word separator (U+200B) and joiners (U+200C, U+200D, U+2060); texts keep tabs and
 * line breaks. No language of a directory is written from right to left, so no mark of direction is needed.
 */

/** A cell or setting that is longer is no cell any more; the longest note of the shipped data has under 600 characters. */
export const LONGEST_TEXT = 5000;

/** More of a value than this is not repeated in a message. */
const LONGEST_QUOTE = 60;
/** Longer lists of ids are cut in messages. */
const LONGEST_MESSAGE = 1500;

/** Kinds of characters with the words that explain them; the first that fits is named. */
const KINDS: readonly { pattern: RegExp; words: string }[] = [
  { pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, words: 'turns the direction of writing' },
  { pattern: /\p{Cs}/u, words: 'is half of a character' },
  { pattern: /\p{Cc}/u, words: 'is a control character' },
  { pattern: /\p{Co}/u, words: 'is a letter that only one font knows' },
  { pattern: /\p{Noncharacter_Code_Point}/u, words: 'is no character' },
  { pattern: /\p{M}/u, words: 'is one of too many marks on one letter' },
];
const OTHER_KIND = 'is invisible';

const CHARACTER = String.raw`[[\p{Cc}--[\t\n]]\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u061c\u115f\u1160\u180e\u200e\u200f\u2028-\u202e\u2061-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\u{e0000}-\u{e007f}]`;
// The longest stack of signs on one Khmer letter has five; anything far above runs into other lines.
const UNSAFE = new RegExp(`${CHARACTER}|\\p{M}{9}`, 'v');
const EVERY_UNSAFE = new RegExp(`${CHARACTER}|(?<=\\p{M}{8})\\p{M}`, 'gv');

// Latin and Khmer letters and signs, which is nearly every file; the full pattern takes ten times as long.
const UNCOMMON =
  /[^\t\n -~\u00a0-\u024f\u1780-\u17dd\u17e0-\u17e9\u200b-\u200d\u2010-\u2027\u2030-\u205e]|[\u17b4-\u17d3\u17dd]{9}/;

/** True where a text holds nothing that is refused; quick, so that whole files can be asked first. */
export function isSafe(text: string): boolean {
  return !UNCOMMON.test(text) || !UNSAFE.test(text);
}

/** The first refused character as a sentence about "this cell" or another subject, or undefined. */
export function describeUnsafe(text: string, subject: string): string | undefined {
  const found = UNSAFE.exec(text);
  if (found === null) return undefined;
  const kind = KINDS.find(({ pattern }) => pattern.test(found[0]))?.words ?? OTHER_KIND;
  const position = [...text.slice(0, found.index)].length + 1;
  return `Character ${position} of ${subject} is ${nameCharacter(found[0])}, which ${kind}.`;
}

/** True for a text that has characters and shows none of them. */
export function isBlank(text: string): boolean {
  return text !== '' && /^[\s\p{Cf}\p{M}\u2800]*$/u.test(text);
}

/** The text without the characters that are refused, and no longer than a text may be. */
export function removeUnsafe(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(EVERY_UNSAFE, '');
}

/** A value of the data as a message may repeat it: on one line, short, every refused character by its number. */
export function showValue(value: string): string {
  const letters = [...value.slice(0, 2 * LONGEST_QUOTE + 1)];
  const short = letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : value;
  return showSentence(short);
}

/** A whole message: on one line, every refused character by its number, and not without end. */
export function showSentence(text: string): string {
  const shown = text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(EVERY_UNSAFE, (character) => `[${nameCharacter(character)}]`);
  return shown.length > LONGEST_MESSAGE ? `${shown.slice(0, LONGEST_MESSAGE)}…` : shown;
}

function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
