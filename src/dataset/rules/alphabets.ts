import { fold } from '../../directory/fold.ts';
import { quoteValue } from '../columns.ts';
import { listTables } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate, type Table } from '../read-table.ts';
import type { Rule } from './rule.ts';

const WORD_BREAK = /[^\p{L}\p{M}\p{N}]+/u;
const LATIN = /\p{Script=Latin}/u;
// The blocks of Greek and Cyrillic, and the sign for a lost letter: every cell is asked, so this has to be quick.
const SUSPECT =
  /[\u0370-\u052f\u1c80-\u1c8f\u1d26-\u1d2b\u1d5d-\u1d6a\u1d78\u1dbf\u1f00-\u1fff\u2126\u2de0-\u2dff\ua640-\ua69f\uab65\ufffd\ud800-\udbff]|[\ufe2e\ufe2f]/;
const FOREIGN = /\p{Script=Cyrillic}|\p{Script=Greek}/u;

export const alphabets: Rule = {
  name: 'alphabets',
  description:
    'No word is written with look-alike letters of another alphabet, and no letter was lost in saving.',
  check: (draft) => {
    const problems: Problem[] = [];
    for (const { table } of listTables(draft)) {
      for (const record of table.records) {
        for (const [column, cell] of Object.entries(record.cells)) {
          if (cell !== undefined && SUSPECT.test(cell))
            problems.push(...checkCell(table, record, column, cell));
        }
      }
    }
    return problems;
  },
};

function checkCell(
  table: Table,
  record: { row: number; line: number },
  column: string,
  cell: string,
): Problem[] {
  const place = locate(table, record, column);
  const problems = checkLetters(cell, place, (word) => quoteValue(table.schema, column, word) ?? 'A word');
  if (cell.includes('\uFFFD')) {
    const message = 'A letter was replaced by the sign for a lost one (U+FFFD).';
    problems.push(createProblem('damaged-text', place, message));
  }
  return problems;
}

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
