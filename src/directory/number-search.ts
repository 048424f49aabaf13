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
/** What stands before the national number: the exit code, the country code or the trunk zero. */
const BEFORE = /^0+/;
const NUMBER = /^[\d\s+().:/-]+$/;

/**
 * Ids of the services with a number that ends as the line does.
 * @param line as typed: "+855 12 345 678", "012-345-678", "45678", also in Khmer digits.
 * @returns undefined where the line is no number; an empty set where nobody has it.
 */
export function servicesWithNumber(numbers: readonly KnownNumber[], line: string): Set<string> | undefined {
  const typed = [...line.trim()].map((letter) => (/\p{Nd}/u.test(letter) ? fold(letter) : letter)).join('');
  const digits = typed.replace(/\D/g, '');
  if (!NUMBER.test(typed) || digits.length < FEWEST) return undefined;
  // The last digits of a number may begin with a zero that is no trunk zero.
  const endings = [digits, digits.replace(BEFORE, '')].filter((ending) => ending.length >= FEWEST);
  const fits = (known: string) => endings.some((ending) => known.endsWith(ending));
  return new Set(numbers.filter((known) => fits(known.digits)).flatMap(({ services }) => services));
}
