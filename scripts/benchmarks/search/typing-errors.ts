/** Slips of the fingers, one letter each. */
import type { Dice } from '../random.ts';

const NEIGHBOURS: Record<string, string> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'kop',
  m: 'nk',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
};

/**
 * The text with one letter wrong, missing, doubled, or swapped with the next. The first letter of a word stays, as it
 * mostly does. Undefined where no word has three letters.
 */
export function mistype(text: string, dice: Dice): string | undefined {
  const places = [...text].flatMap((letter, at) =>
    /[a-z]/i.test(letter) && /[a-z]/i.test(text[at - 1] ?? '') && wordAround(text, at).length >= 3
      ? [at]
      : [],
  );
  if (places.length === 0) return undefined;
  const at = dice.pick(places);
  const [before, letter, after] = [text.slice(0, at), text[at] as string, text.slice(at + 1)];
  const next = after.charAt(0);
  switch (dice.pick(['wrong', 'wrong', 'missing', 'doubled', 'swapped'])) {
    case 'wrong':
      return before + dice.pick([...(NEIGHBOURS[letter.toLowerCase()] ?? 'e')]) + after;
    case 'missing':
      return before + after;
    case 'doubled':
      return before + letter + letter + after;
    default:
      return /[a-z]/i.test(next) && next !== letter
        ? before + next + letter + after.slice(1)
        : before + after;
  }
}

function wordAround(text: string, at: number): string {
  const start = text.slice(0, at).search(/[a-z]*$/i);
  return /^[a-z]*/i.exec(text.slice(start))?.[0] ?? '';
}
