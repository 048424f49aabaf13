/** Whose number is it? A line of digits, in any notation, is looked up among the contacts that the reader may see. */
import { fold } from './fold.ts';

/** A number and the services that it stands with. */
export interface KnownNumber {
  /** International, digits only. */
  digits: string;
  services: readonly string[];
}

/** Fewer digits belong to too many numbers. */
const FEWEST = 5;
/** What stands before a national or an international number: the trunk zero or the exit code. */
const BEFORE = /^0+/;
/** "+855 (0)12 ...": a zero that is dialled at home only. */
const TRUNK_IN_BRACKETS = /\(\s*0\s*\)/g;
const NUMBER = /^[\d\s+().:/-]+$/;

/**
 * Ids of the services with a number that ends as the line does.
 * @param line as typed: "+855 12 345 678", "012-345-678", "45678", also in Khmer digits.
 * @returns undefined where the line is no number; an empty set where nobody has it.
 */
export function servicesWithNumber(numbers: readonly KnownNumber[], line: string): Set<string> | undefined {
  const typed = [...line.trim()].map((letter) => (/\p{Nd}/u.test(letter) ? fold(letter) : letter)).join('');
  const digits = typed.replace(TRUNK_IN_BRACKETS, '').replace(/\D/g, '');
  if (!NUMBER.test(typed) || digits.length < FEWEST) return undefined;
  // The last digits of a number may begin with a zero that is no trunk zero.
  const endings = [
    digits,
    digits.replace(BEFORE, ''),
    digits.replace(/^(00)?(\d{1,3})0(?=\d{8})/, '$2'),
  ].filter((ending) => ending.length >= FEWEST);
  const fits = (known: string) => endings.some((ending) => known.endsWith(ending));
  const alike = new Set(endings.flatMap((ending) => byEnding(numbers).get(ending.slice(-FEWEST)) ?? []));
  return new Set([...alike].filter((known) => fits(known.digits)).flatMap(({ services }) => services));
}

const endingsOf = new WeakMap<readonly KnownNumber[], Map<string, KnownNumber[]>>();

/** Numbers by their last digits; whole ones where they have fewer. */
function byEnding(numbers: readonly KnownNumber[]): Map<string, KnownNumber[]> {
  const known = endingsOf.get(numbers);
  if (known !== undefined) return known;
  const made = new Map<string, KnownNumber[]>();
  for (const number of numbers) {
    const ending = number.digits.slice(-FEWEST);
    const some = made.get(ending);
    if (some === undefined) made.set(ending, [number]);
    else some.push(number);
  }
  endingsOf.set(numbers, made);
  return made;
}
