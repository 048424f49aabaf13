/**
 * How old what we know is. Old is said at every number, in words. A page is read long after it was built, so the rule
 * gives days, not only an answer: the same comparison is made in the build and again in the browser.
 */
import type { Contact, Settings } from '../schema/directory.ts';
import type { Age } from '../schema/vocabulary.ts';

/** The days on which a contact grows older; full ISO dates. */
export interface Ageing {
  /** The first day on which it has to be checked again; undefined where nobody has checked it yet. */
  dueFrom?: string;
  /** The first day on which it counts as old. */
  staleFrom: string;
}

export interface Freshness extends Ageing {
  age: Age;
  /** The date that counts: last checked, else when it was recorded; 2010, 2010-12 or 2010-12-08. */
  date: string;
  /** False where nobody has checked it since it was recorded. */
  checked: boolean;
}

/**
 * The age of a contact. Fresh is only what somebody has checked: when a source was published says nothing of who
 * answers today.
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
  const ageing = {
    ...(checked ? { dueFrom: dayAfterMonths(date, limits.fresh_months) } : {}),
    staleFrom: dayAfterMonths(date, limits.due_months),
  };
  // A date in the future is a mistake, and a mistake must not make a number look fresh.
  const age = date > today.slice(0, date.length) ? 'stale' : ageOn(today, ageing);
  return { age, date, checked, ...ageing };
}

/** The age on one day, a full ISO date. */
export function ageOn(day: string, { dueFrom, staleFrom }: Ageing): Age {
  if (day >= staleFrom) return 'stale';
  return dueFrom !== undefined && day < dueFrom ? 'fresh' : 'due';
}

/**
 * The first day on which so many whole months have passed since a date. A missing month or day counts as the earliest,
 * so that age is never understated; a month that has no such day, as a year after 29 February, is over before it is whole.
 */
export function dayAfterMonths(date: string, months: number): string {
  const [year = '0', month = '1', day = '1'] = date.split('-');
  const inMonth = (dayOfMonth: number, further = 0) =>
    new Date(Date.UTC(Number(year), Number(month) - 1 + months + further, dayOfMonth));
  const length = inMonth(0, 1).getUTCDate();
  return inMonth(Math.min(Number(day), length + 1))
    .toISOString()
    .slice(0, 10);
}

/**
 * The day at a moment where on earth it is latest (UTC+14). Whoever checks a number in the morning in Phnom Penh is
 * not in the future of a server that counts by Greenwich, and an age is never a day too young.
 */
export function latestDay(moment: Date): string {
  return new Date(moment.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
