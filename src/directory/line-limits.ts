/**
 * Numbers of a line that are limits, lengths of time or counts of people: "under 18", "up to 12 years", "5-12", "17 or
 * 18", "3 nights", "family of 4". They make no filter, as no record can be asked so, and are no names either; they stay
 * in the line, so that the page can say that they were left aside.
 */
import { fold } from './fold.ts';
import { AFTER_AGE, peopleCountAt, TIMES } from './people-words.ts';

/** Before a number: below, near or above it. */
const LIMITS: readonly (readonly string[])[] = [
  ...[
    'under',
    'below',
    'over',
    'above',
    'until',
    'nearly',
    'almost',
    'ជិត',
    'ក្រោម',
    'លើស',
    'តិចជាង',
    'ច្រើនជាង',
  ].map((word) => [fold(word)]),
  ...['up to', 'not yet', 'less than', 'more than', 'younger than', 'older than', 'at least', 'at most'].map(
    (words) => words.split(' '),
  ),
];
const NUMBER = /^\d{1,2}$/;
/** As rangesApart() leaves it. */
const RANGE = /^\d{1,2}-\d{1,2}$/;
/**
 * Two small numbers that belong together, of which neither alone is what was said, and no others beside them: that would
 * be a telephone number.
 */
const TYPED_RANGE =
  /(?<![\p{Script=Latin}\d]|\d[-–./ ])(\d{1,2})\s*([-–—/]|\bto\b|\bor\b|ឬ)\s*(\d{1,2})(?![\p{Script=Latin}\d]|[-–./ ]\d)/giu;
/** These join two ages only where they rise: "17 or 18", but not "boy 15 or 2 girls" and "24/7". */
const EITHER = /^(?:\/|or|ឬ)$/i;
const KHMER_DIGIT = /[០-៩]/g;

/** Cuts a line before and after its ranges of numbers ("5-12", "5 to 12"), which are written one way: "5-12". */
export function rangesApart(line: string): { text: string; isRange: boolean }[] {
  const latin = line.replace(KHMER_DIGIT, (digit) => String('០១២៣៤៥៦៧៨៩'.indexOf(digit)));
  const parts: { text: string; isRange: boolean }[] = [];
  let from = 0;
  for (const found of latin.matchAll(TYPED_RANGE)) {
    const [, least = '', sign = '', most = ''] = found;
    if (EITHER.test(sign) && Number(least) >= Number(most)) continue;
    parts.push({ text: line.slice(from, found.index), isRange: false });
    parts.push({ text: `${least}-${most}`, isRange: true });
    from = found.index + found[0].length;
  }
  return [...parts, { text: line.slice(from), isRange: false }];
}

/** How many words from one on are a limit, a length of time with its unit, or a count of people; 0 where none begins there. */
export function limitAt(asked: readonly string[], start: number): number {
  const people = peopleCountAt(asked, start);
  if (people > 0) return people;
  const limit = LIMITS.find((some) => some.every((word, at) => asked[start + at] === word))?.length ?? 0;
  const number = asked[start + limit] ?? '';
  if (!RANGE.test(number) && !NUMBER.test(number)) return 0;
  const unit = asked[start + limit + 1] ?? '';
  const units = TIMES.has(unit) || ((limit > 0 || RANGE.test(number)) && AFTER_AGE.has(unit)) ? 1 : 0;
  return limit + units > 0 || RANGE.test(number) ? limit + 1 + units : 0;
}

/** What is left of a line without them. */
export function withoutLimits(asked: readonly string[]): { names: string[]; limits: string[] } {
  const [names, limits]: [string[], string[]] = [[], []];
  for (let at = 0; at < asked.length; ) {
    const length = limitAt(asked, at);
    (length > 0 ? limits : names).push(...asked.slice(at, at + Math.max(1, length)));
    at += Math.max(1, length);
  }
  return { names, limits };
}
