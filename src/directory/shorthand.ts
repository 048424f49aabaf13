/** What people write short for a person and an age, written out: "F16", "19 m", "16 y/o", "boy15", "ស្រី ១៦". */
import { fold } from './fold.ts';
import { PERSON_WORDS } from './people-words.ts';

const LATIN_PEOPLE = PERSON_WORDS.flatMap(([, phrases]) => phrases).filter((phrase) =>
  /^[a-z]+$/.test(phrase),
);
/** Letters that are cut from the digits behind them; others may be a name, such as A21. */
const PERSON_AND_NUMBER = new RegExp(`\\b(${LATIN_PEOPLE.join('|')})(?=\\d{1,2}\\b)`, 'g');
/** "M/F" asks for either. */
const EITHER_SEX = /\b(?:m (?:or )?f|f (?:or )?m)\b/g;
const SEX = { m: 'male', f: 'female' };
/** Khmer words for male and female that stand alone; within others they may be a part of a name. */
const KHMER_SEX: ReadonlyMap<string, string> = new Map(
  Object.entries({ ប្រុស: 'បុរស', ស្រី: 'ស្ត្រី' }).map(([short, word]) => [fold(short), fold(word)]),
);

/** A folded word of a line, of which runs of Khmer are cut, written out where it says male or female. */
export function khmerSex(word: string): string {
  return KHMER_SEX.get(word) ?? word;
}

/** The letter for a sex at the end of a text, before a range of ages, or at its beginning, after one: "m 15/16". */
export function sexBeside(text: string, range: 'before' | 'after'): string {
  const lone = range === 'after' ? /(?<![\p{L}\d])([mf])\s*$/iu : /^\s*([mf])(?![\p{L}\d])/iu;
  return text.replace(lone, (_, letter: string) => SEX[letter.toLowerCase() as keyof typeof SEX]);
}

/** @param folded a folded line, Khmer letters and digits apart. */
export function writtenOut(folded: string): string {
  const sex = (letter: string) => SEX[letter as keyof typeof SEX];
  return (
    folded
      .replace(/(?<=\d ?)y o\b/g, 'yo')
      .replace(PERSON_AND_NUMBER, '$1 ')
      .replace(EITHER_SEX, 'male or female')
      .replace(/\b([mf]) ?(\d{1,2})(?= |$|y)/g, (_, letter: string, age: string) => `${sex(letter)} ${age}`)
      // "2m" are two of them, or hardly anybody of that age: no age is better than a wrong one.
      .replace(
        /\b([1-4]) ?([mf])(?= |$)(?! (?:child|kid|minor)\b)/g,
        (_, count: string, letter: string) => `${count} ${sex(letter)}s`,
      )
      .replace(/\b(\d{1,2}) ?([mf])(?= |$)/g, (_, age: string, letter: string) => `${age} ${sex(letter)}`)
  );
}
