/** How old what we know is. Old is said at every number, in words. */
import type { Contact, Settings } from '../schema/directory.ts';
import type { Age } from '../schema/vocabulary.ts';

export interface Freshness {
  age: Age;
  /** The date that counts: last checked, else when it was recorded; 2010, 2010-12 or 2010-12-08. */
  date: string;
  /** False where nobody has checked it since it was recorded. */
  checked: boolean;
}

/**
 * The age of a contact.
 * @param recorded when its source recorded it
 * @param today a full ISO date
 */
export function freshness(
  contact: Pick<Contact, 'verified_on'>,
  recorded: string,
  limits: Settings['freshness'],
  today: string,
): Freshness {
  const checked = contact.verified_on !== undefined;
  const date = contact.verified_on ?? recorded;
  const months = monthsBetween(date, today);
  // A date in the future is a mistake, and a mistake must not make a number look fresh.
  const age =
    months < 0
      ? 'stale'
      : months < limits.fresh_months
        ? 'fresh'
        : months < limits.due_months
          ? 'due'
          : 'stale';
  return { age, date, checked };
}

/** Whole months from a partial date to a full one; a missing month or day counts as the earliest, so that age is never understated. */
export function monthsBetween(from: string, to: string): number {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

function parts(date: string): [number, number, number] {
  const [year = '0', month = '1', day = '1'] = date.split('-');
  return [Number(year), Number(month), Number(day)];
}
