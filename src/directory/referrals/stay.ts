/**
 * Whether people may stay as long as is needed. A row that states less refuses nobody: it is how far that door gets,
 * and others may lead on from there. Decision: docs/decisions/ways.md.
 */
import { readDuration } from '../../i18n/dates.ts';
import type { Stay } from '../../schema/vocabulary.ts';

export const LENGTHS = ['enough', 'not-stated', 'short'] as const;
/** How a stated length answers the length that is needed. */
export type Length = (typeof LENGTHS)[number];

/** The fewest nights that answer; a month has 30 for both sides, and a day is a night. */
const NEEDED: Record<Stay, number> = { night: 1, week: 7, month: 30, longer: 31 };
const NIGHTS = { years: 365, months: 30, days: 1 };

/**
 * @param stated the cell `stay` of services.csv: a duration such as P10D or P2Y, or one of two words. "short-term" is a
 * bed for tonight and none for longer than a month; between the two the word says nothing. "long-term" is long enough
 * for everything that is asked for.
 */
export function lengthOf(stated: string | undefined, needed: Stay): Length {
  if (stated === 'long-term') return 'enough';
  if (stated === 'short-term')
    return needed === 'night' ? 'enough' : needed === 'longer' ? 'short' : 'not-stated';
  const duration = stated === undefined ? undefined : readDuration(stated);
  if (duration === undefined) return 'not-stated';
  return duration.count * NIGHTS[duration.unit] >= NEEDED[needed] ? 'enough' : 'short';
}
