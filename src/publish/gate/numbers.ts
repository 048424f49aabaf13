/** Telephone numbers: every way to write one as digits, and finding many of them in a text at once. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { GAP, isDigit, type Skeleton, skeletonOfValue } from './skeleton.ts';

/** Shorter runs of digits would be found in dates and page numbers. */
const SHORTEST = 6;
/** E.164 allows 15 digits; a double holds as many exactly. */
const LONGEST = 15;
/** From here on digits are so many that chance does not write them. */
const SURE = 11;
/** Fewer digits than this are a fragment of a number: it must stand alone. */
const WHOLE = 8;

/**
 * Every way a number is written, as digits: national, with the zero of its country, with the country code, with 00
 * before it, and as printed. A number without a country code is read by the rules of the country, so that a
 * spreadsheet cell that lost its zero is found as well.
 */
export function digitsOf(number: string, country: string): string[] {
  const ways = new Set<string>();
  for (const part of [number, ...number.split(/[;,/&()\n]|\s(?:or|and)\s|\s[-–]\s/)]) {
    ways.add(skeletonOfValue(part).letters.replace(/\D/g, ''));
    const parsed = parsePhoneNumberFromString(part, country as CountryCode);
    if (parsed?.isPossible() !== true) continue;
    const national = parsed.nationalNumber as string;
    const dialled = parsed.formatNational().replace(/\D/g, '');
    for (const domestic of new Set([national, dialled])) {
      ways.add(domestic);
      ways.add(`${parsed.countryCallingCode}${domestic}`);
      ways.add(`00${parsed.countryCallingCode}${domestic}`);
    }
  }
  return [...ways].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}

/** Finds the owners of the numbers in a text; tells each of them. */
export type NumberSearch = (text: string, skeleton: Skeleton, tell: (owner: number) => void) => void;

type ByValue = Map<number, number[]>;

/** Makes a search for many numbers at once; its time does not grow with their number. */
export function numberSearch(numbers: Iterable<readonly [digits: string, owner: number]>): NumberSearch {
  const byLength: (ByValue | undefined)[] = [];
  for (const [digits, owner] of numbers) {
    const values: ByValue = byLength[digits.length] ?? new Map();
    byLength[digits.length] = values;
    const value = Number(digits);
    const owners = values.get(value);
    if (owners === undefined) values.set(value, [owner]);
    else if (!owners.includes(owner)) owners.push(owner);
  }

  return (text, skeleton, tell) => {
    const { codes, gaps, length, digits, digitRuns } = skeleton;
    for (let run = 0; run < digitRuns; run++) {
      const start = digits[run] as number;
      let end = start + 1;
      while (end < length && isDigit(codes[end] as number) && ((gaps[end] as number) & GAP.breaks) === 0)
        end += 1;
      if (end - start >= SHORTEST) readRun(text, skeleton, start, end, tell);
    }
  };

  /** Neighbouring groups of digits, put together in every way; and sure numbers wherever they begin. */
  function readRun(
    text: string,
    skeleton: Skeleton,
    from: number,
    to: number,
    tell: (owner: number) => void,
  ) {
    const { codes, gaps } = skeleton;
    for (let start = from; start + SHORTEST <= to; start++) {
      const beginsGroup = start === from || gaps[start] !== 0;
      if (!beginsGroup && to - start < SURE) continue;
      let value = 0;
      let crossed = 0;
      let groups = 1;
      for (let i = start; i < to && i - start < LONGEST; i++) {
        const gap = i === start ? 0 : (gaps[i] as number);
        if ((gap & GAP.comma) !== 0 && !endsGroup(skeleton, i + 3, to)) break;
        crossed |= gap;
        if (gap !== 0) groups += 1;
        value = value * 10 + (codes[i] as number) - 0x30;
        const size = i - start + 1;
        if (size < SURE && (!beginsGroup || (i + 1 < to && gaps[i + 1] === 0))) continue;
        const owners = byLength[size]?.get(value);
        if (owners === undefined || !isWritten(text, skeleton, { start, end: i + 1, crossed, groups }))
          continue;
        for (const owner of owners) tell(owner);
      }
    }
  }
}

/** True where exactly here a group of digits ends. */
function endsGroup({ gaps }: Skeleton, i: number, to: number): boolean {
  return i === to || (i < to && gaps[i] !== 0);
}

/**
 * Attributes of drawings whose numbers are measures. They hold every number by chance when their groups are put
 * together; a whole number in one group is still found.
 */
const MEASURE =
  /\b(?:(?:d|points|viewBox|transform)["']?\s*[=:]|(?:x|y|cx|cy|r|width|height|textLength|x1|x2|y1|y2)\s*=)\s*\\?$/;
/** The longest drawing that is looked at. */
const LONGEST_DRAWING = 100_000;

function isMeasure(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_DRAWING), at);
  const quote = Math.max(before.lastIndexOf('"'), before.lastIndexOf("'"));
  return quote !== -1 && MEASURE.test(before.slice(Math.max(0, quote - 20), quote));
}

interface Written {
  start: number;
  end: number;
  /** All gaps inside, together. */
  crossed: number;
  groups: number;
}

/** Whether digits that spell a number are written as one, and not as a coordinate or two cells of a table. */
function isWritten(text: string, skeleton: Skeleton, { start, end, crossed, groups }: Written): boolean {
  const { codes, gaps, at } = skeleton;
  const size = end - start;
  if (groups > 1 && isMeasure(text, at[start] as number)) return false;
  if (size >= SURE || (size >= WHOLE && codes[start] === 0x30)) return true;
  if ((crossed & GAP.block) !== 0) return false;
  const behindPoint =
    start > 0 && gaps[start] === (GAP.any | GAP.point) && isDigit(codes[start - 1] as number);
  const isDecimal = groups === 2 && (crossed & GAP.point) !== 0;
  if (behindPoint || isDecimal) return false;
  if (size >= WHOLE) return true;
  const touches = (i: number) => i > 0 && i < skeleton.length && gaps[i] === 0;
  return (
    !touches(start) && !touches(end) && (crossed & GAP.comma) === 0 && text[(at[start] as number) - 1] !== '#'
  );
}
