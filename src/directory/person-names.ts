/** The names of people as lists write them: with titles, and with the family name at either end. */
import { fold } from './fold.ts';

const TITLES =
  /^(?:(?:mrs|mr|ms|miss|madam|sir|dr|prof|professor|general|gen|col|h e|lok srey|lok|neak|sr|br|fr|pastor) )+(?=.)/;
const KHMER_TITLES = /^(?:ឯកឧត្តម|លោកជំទាវ|លោកស្រី|លោក|អ្នកស្រី|អ្នកនាង|កញ្ញា)\s*(?=.)/;

/** A name folded, without titles. */
export function plainName(name: string): string {
  return fold(name).replace(TITLES, '').replace(KHMER_TITLES, '');
}

/** A plain name and the same with its family name at the other end: lists write both. */
export function nameOrders(name: string): string[] {
  const words = name.split(' ');
  if (words.length === 1) return [name];
  const [first, last] = [words[0], words.at(-1)];
  return [...new Set([name, [...words.slice(1), first].join(' '), [last, ...words.slice(0, -1)].join(' ')])];
}
