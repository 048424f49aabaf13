/** Words of a line that deny what stands behind them, or before them. What is denied makes no filter. */
import type { Meaning } from './phrases.ts';
import { ADMITTED, ADMITTED_WHERE, DENIES_BEFORE, NEGATIONS, NUMBERED } from './small-words.ts';

/** How many unknown words the word of denial at a place reaches over; undefined where there is none. */
export function denialAt(asked: readonly string[], at: number): number | undefined {
  const word = asked[at] ?? '';
  const denies = DENIES_BEFORE.get(word)?.includes(asked[at + 1] ?? '') ?? true;
  return denies && !isNumberSign(asked, at) ? NEGATIONS.get(word) : undefined;
}

/** True for the "no" of "phone no" and of "in Poipet or no", which denies nothing. */
export function isNumberSign(asked: readonly string[], at: number): boolean {
  const before = asked[at - 1] ?? '';
  return asked[at] === 'no' && (before === 'or' || NUMBERED.has(before));
}

/**
 * How many words from a place on deny what was asked for last: "not accepted", but who is "not accepted by" somebody
 * asks; and "no" at the end of a line, or between two places or two persons of which the other gets a yes: "women yes,
 * men no". 0 where they do not.
 * @param next what the words behind the first one mean; asked for only where that matters.
 */
export function deniesBefore(
  asked: readonly string[],
  at: number,
  last: Meaning,
  next: () => Meaning | undefined,
): number {
  const [word = '', second, third = ''] = asked.slice(at, at + 3);
  if (NEGATIONS.get(word) === 1 && ADMITTED.has(second ?? '')) return ADMITTED_WHERE.has(third) ? 0 : 2;
  if (word !== 'no' || isNumberSign(asked, at)) return 0;
  if (second === undefined || second === 'yes') return 1;
  return asked.includes('yes', at) && last.field !== 'need' && next()?.field === last.field ? 1 : 0;
}
