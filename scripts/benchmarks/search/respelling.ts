/**
 * How romanized Khmer is spelled in another way. Written for the benchmark alone and not shared with the search, so
 * that the search is asked for spellings that it has no list of.
 */
import type { Dice } from '../random.ts';

/** A word of a name; the syllables are known where it is romanized Khmer. */
export interface Part {
  text: string;
  syllables?: readonly string[];
}

/** Spellings that stand for one sound; the first is the one that canonical() writes. */
const SOUNDS: readonly (readonly string[])[] = [
  ['oe', 'eu', 'eo', 'ue', 'oeu'],
  ['ou', 'u', 'oo'],
  ['ea', 'ie', 'ia'],
  ['ay', 'ai', 'ey', 'ei'],
  ['ao', 'au'],
  ['a', 'aa'],
  ['i', 'y'],
  ['k', 'g', 'kh'],
  ['t', 'd', 'th'],
  ['p', 'ph'],
  ['ch', 'j', 'chh'],
  ['v', 'w'],
];
/** Two letters that are one sound of their own and must not be taken apart. */
const WHOLE = ['ng', 'nh', 'ny'];
const SOUND_OF = new Map(SOUNDS.flatMap((sound) => sound.map((spelling) => [spelling, sound] as const)));
const UNIT = new RegExp(
  `${[...SOUND_OF.keys(), ...WHOLE].sort((a, b) => b.length - a.length).join('|')}|.`,
  'gs',
);
const VOWEL = /[aeiou]/;

/** One key for all spellings of a name that differ by the rules of this file. */
export function canonical(text: string): string {
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  return (letters.match(UNIT) ?? [])
    .map((unit) => SOUND_OF.get(unit)?.[0] ?? unit)
    .join('')
    .replace(/h$/, '')
    .replace(/(.)\1+/g, '$1');
}

type Rule = (parts: readonly Part[], dice: Dice) => Part[] | undefined;

/** One sound of one word in another spelling: "Toek" to "Teuk", "Konne" to "Gonne". */
const anotherSpelling: Rule = (parts, dice) =>
  change(parts, dice, (word) => {
    const units: string[] = word.match(UNIT) ?? [];
    // A "y" at the start of a word is a consonant, and no "i".
    const places = units.flatMap((unit, at) =>
      SOUND_OF.has(unit) && !(at === 0 && unit === 'y') ? [at] : [],
    );
    if (places.length === 0) return undefined;
    const place = dice.pick(places);
    const now = units[place] as string;
    const other = dice.pick((SOUND_OF.get(now) as readonly string[]).filter((one) => one !== now));
    return units.with(place, other).join('');
  });

/** "Komah" and "Koma". */
const finalH: Rule = (parts, dice) =>
  change(parts, dice, (word) => {
    if (/[aeiou]h$/.test(word)) return word.slice(0, -1);
    return /[aeo]$/.test(word) ? `${word}h` : undefined;
  });

/** "Ratanak" and "Rattanak". */
const doubledLetter: Rule = (parts, dice) =>
  change(parts, dice, (word) => {
    const doubled = /([^aeiou])\1/.exec(word);
    if (doubled !== null) return word.replace(doubled[0], doubled[1] as string);
    const between = [...word.slice(0, -1)].flatMap((letter, at) =>
      at > 0 && /[kmnprst]/.test(letter) && VOWEL.test(word[at - 1] ?? '') && VOWEL.test(word[at + 1] ?? '')
        ? [at]
        : [],
    );
    if (between.length === 0) return undefined;
    const at = dice.pick(between);
    return word.slice(0, at) + word[at] + word.slice(at);
  });

/** "Chab Dai" and "Chabdai". */
const joined: Rule = (parts, dice) => {
  const places = parts.flatMap((part, at) =>
    part.syllables !== undefined && parts[at + 1]?.syllables !== undefined ? [at] : [],
  );
  if (places.length === 0) return undefined;
  const at = dice.pick(places);
  const [one, two] = [parts[at] as Part, parts[at + 1] as Part];
  const text = one.text + two.text.toLowerCase();
  return parts.toSpliced(at, 2, {
    text,
    syllables: [...(one.syllables ?? []), ...(two.syllables ?? [])],
  });
};

/** "Banteay" and "Ban Teay". */
const split: Rule = (parts, dice) => {
  const places = parts.flatMap((part, at) => ((part.syllables?.length ?? 0) > 1 ? [at] : []));
  if (places.length === 0) return undefined;
  const at = dice.pick(places);
  const { text, syllables = [] } = parts[at] as Part;
  const cut = dice.between(1, syllables.length - 1);
  const letters = syllables.slice(0, cut).join('').length;
  // Another rule has changed the word already, so its syllables no longer say where to cut.
  if (text.toLowerCase() !== syllables.join('').toLowerCase()) return undefined;
  return parts.toSpliced(
    at,
    1,
    { text: text.slice(0, letters), syllables: syllables.slice(0, cut) },
    { text: text.slice(letters), syllables: syllables.slice(cut) },
  );
};

/** How often each rule is tried; spellings of sounds differ most. */
const RULES: readonly Rule[] = [
  anotherSpelling,
  anotherSpelling,
  anotherSpelling,
  anotherSpelling,
  finalH,
  doubledLetter,
  joined,
  split,
];

function change(
  parts: readonly Part[],
  dice: Dice,
  respelled: (word: string) => string | undefined,
): Part[] | undefined {
  const places = parts.flatMap((part, at) => (part.syllables === undefined ? [] : [at]));
  if (places.length === 0) return undefined;
  const at = dice.pick(places);
  const part = parts[at] as Part;
  const text = respelled(part.text.toLowerCase());
  return text === undefined ? undefined : parts.with(at, { ...part, text: capital(text) });
}

/** The word with a capital letter. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The text of a name. */
export function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join(' ');
}

/**
 * The name with `changes` of its romanized words spelled in another way; undefined where it has none, or where the
 * rules led back to the same letters.
 */
export function respell(parts: readonly Part[], changes: number, dice: Dice): Part[] | undefined {
  let now = [...parts];
  for (let done = 0, tries = 0; done < changes && tries < 20; tries++) {
    const next = dice.pick(RULES)(now, dice);
    if (next === undefined) continue;
    now = next;
    done++;
  }
  return textOf(now).toLowerCase() === textOf(parts).toLowerCase() ? undefined : now;
}
