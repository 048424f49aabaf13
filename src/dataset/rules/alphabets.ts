import { fold } from '../../directory/fold.ts';
import { quoteValue } from '../columns.ts';
import { listTables } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

const WORD_BREAK = /[^\p{L}\p{M}\p{N}]+/u;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /\p{Script=Cyrillic}|\p{Script=Greek}/u;

export const alphabets: Rule = {
  name: 'alphabets',
  description:
    'No word is written with look-alike letters of another alphabet, and no letter was lost in saving.',
  check: (draft) =>
    listTables(draft).flatMap(({ table }) =>
      table.records.flatMap((record) =>
        Object.entries(record.cells).flatMap(([column, cell]) => {
          if (cell === undefined || !(FOREIGN.test(cell) || cell.includes('\uFFFD'))) return [];
          const place = locate(table, record, column);
          return [
            ...checkLetters(cell, place, (word) => quoteValue(table.schema, column, word) ?? 'A word'),
            ...(cell.includes('\uFFFD')
              ? [
                  createProblem(
                    'damaged-text',
                    place,
                    'A letter was replaced by the sign for a lost one (U+FFFD).',
                  ),
                ]
              : []),
          ];
        }),
      ),
    ),
};

function checkLetters(
  cell: string,
  place: Parameters<typeof createProblem>[1],
  quoted: (word: string) => string,
): Problem[] {
  return cell
    .split(WORD_BREAK)
    .filter(looksLatin)
    .map((word) => {
      const letters = [...new Set(word)].filter((letter) => FOREIGN.test(letter)).map(nameLetter);
      const subject = quoted(word);
      return createProblem(
        'mixed-scripts',
        place,
        `${subject} holds letters that only look Latin: ${letters.join(', ')}.`,
      );
    });
}

/** True for a word that mixes Latin with look-alike alphabets, or is written with look-alikes only. */
function looksLatin(word: string): boolean {
  if (!FOREIGN.test(word)) return false;
  return LATIN.test(word) || !FOREIGN.test(fold(word));
}

function nameLetter(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} (${/\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic'})`;
}
