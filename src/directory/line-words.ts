/**
 * The words of a typed line. Khmer is written without spaces, or with spaces where a name has none, so a run of Khmer
 * is cut where phrases of the data begin and end.
 */
import { fold, words } from './fold.ts';
import { rangesApart } from './line-limits.ts';
import { OTHER_UNITS } from './people-words.ts';
import type { Phrases } from './phrases.ts';
import { khmerSex, sexBeside, writtenOut } from './shorthand.ts';
import { FILLERS, NEGATIONS } from './small-words.ts';

/** "A.B.C." is the acronym ABC. */
const SPELT = /(?<!\p{L})(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?/gu;
/** Between letters and digits Khmer leaves no space either. */
const LETTER_TO_DIGIT = /(?<=[\u1780-\u17d3])(?=\d)|(?<=\d)(?=[\u1780-\u17b3])/g;
/** A sign between two words, but not "y/o", "m/f" or a number. */
const JOINING = /(?<=\p{L}{2}) ?[&+/] ?(?=\p{L}{2})/gu;
/** A run of Khmer letters, with its spaces. */
const KHMER_RUN = /[\u1780-\u17d3]+(?: [\u1780-\u17d3]+)*/g;
/** Signs that hang on the letter before them: no phrase ends before one. */
const HANGING = /[\u17b4-\u17d3]/;
/** The letter after this sign is written under the one before it: no phrase begins with it. */
const COENG = '\u17d2';
/** Next to letters that mean nothing, shorter phrases are parts of other words. */
const SHORTEST_AFTER_UNKNOWN = 4;
/** What a letter, a piece and a phrase cost; the cheapest way to cut a run is taken. */
const UNKNOWN_LETTER = 10;
const UNKNOWN_PIECE = 5;
const KNOWN_PHRASE = 1;

/** The words of a line as phraseKey() has them: Latin words one by one, of Khmer whole phrases and what stands between them. */
export function lineWords(phrases: Phrases, line: string): string[] {
  const spelt = line.replace(SPELT, (letters) => letters.replaceAll('.', ''));
  return rangesApart(spelt).flatMap(({ text, isRange }, at, parts) => {
    if (isRange) return [text];
    const behind = at > 0 ? sexBeside(text, 'before') : text;
    const signs = signsAsWords(at < parts.length - 1 ? sexBeside(behind, 'after') : behind);
    const folded = writtenOut(fold(signs).replace(LETTER_TO_DIGIT, ' '));
    const apart = folded.replace(KHMER_RUN, (run) => ` ${cutRun(phrases, run).join(' ')} `);
    return apart.split(' ').filter(Boolean).map(khmerSex);
  });
}

/** Signs that say something: "<18", "w/o boys"; and what a sign joins is denied together: "not in pp/btb", "no men & boys". */
function signsAsWords(text: string): string {
  const worded = text
    .replaceAll('<', ' under ')
    .replaceAll('>', ' over ')
    .replace(/\bw\/(?:o|out)\b/gi, 'without');
  return words(worded).some((word) => NEGATIONS.has(word)) ? worded.replace(JOINING, ' or ') : worded;
}

/** A run of Khmer cut into phrases; a part of an organization's name is left whole. */
function cutRun(phrases: Phrases, run: string): string[] {
  const joined = run.replaceAll(' ', '');
  const { parts, unknown } = cheapestCut(phrases, run);
  const named = unknown > 0 && phrases.khmerNames.some((name) => name.includes(joined));
  return named ? [joined] : parts;
}

interface Cut {
  cost: number;
  /** Where the last part begins, and whether it is a phrase. */
  from: number;
  known: boolean;
}

function cheapestCut({ written }: Phrases, run: string): { parts: string[]; unknown: number } {
  const typedApart = new Set<number>();
  let letters = 0;
  for (const letter of run)
    if (letter === ' ') typedApart.add(letters);
    else letters++;
  const joined = run.replaceAll(' ', '');
  const isPhrase = (part: string) =>
    written.has(part) || FILLERS.has(part) || OTHER_UNITS.has(part) || NEGATIONS.has(part);
  const cuts: Cut[] = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= joined.length; end++) {
    const before = cuts[end - 1] as Cut;
    const goesOn = !before.known && !typedApart.has(end - 1);
    let best: Cut = {
      cost: before.cost + UNKNOWN_LETTER + (goesOn ? 0 : UNKNOWN_PIECE),
      from: goesOn ? before.from : end - 1,
      known: false,
    };
    if (!HANGING.test(joined.charAt(end)) && joined.charAt(end - 1) !== COENG)
      for (let from = 0; from < end - 1; from++) {
        const start = cuts[from] as Cut;
        const cost = start.cost + KNOWN_PHRASE;
        if (cost >= best.cost || HANGING.test(joined.charAt(from)) || joined.charAt(from - 1) === COENG)
          continue;
        if (!start.known && !typedApart.has(from) && end - from < SHORTEST_AFTER_UNKNOWN) continue;
        if (isPhrase(joined.slice(from, end))) best = { cost, from, known: true };
      }
    cuts.push(best);
  }
  const parts: string[] = [];
  let unknown = 0;
  for (let end = joined.length; end > 0; ) {
    const { from, known } = cuts[end] as Cut;
    parts.unshift(joined.slice(from, end));
    if (!known) unknown += end - from;
    end = from;
  }
  return { parts, unknown };
}
