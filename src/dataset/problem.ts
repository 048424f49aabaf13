/** A problem in the data is a value, so that all of them can be shown at once. */
import { describeProblem, type ProblemCode, type ProblemLevel } from '../schema/problems.ts';
import { showSentence, showValue } from './unsafe-text.ts';

export interface Problem {
  code: ProblemCode;
  level: ProblemLevel;
  /** From the parent of the directory folder on, such as data/organizations.csv. */
  file: string;
  /** The row a spreadsheet shows; the header is row 1. */
  row?: number;
  /** The line of the text file; differs from the row after a line break inside a cell. */
  line?: number;
  /** The character within the line, from 1; JSON files only. */
  character?: number;
  /** Header of the column, or the path of a setting in a JSON file. */
  column?: string;
  /** The letter a spreadsheet shows over the column. */
  columnLetter?: string;
  /** What is wrong; full sentences. Never the name or number of a person. */
  message: string;
  /** What to do; full sentences. */
  advice: string;
}

/** Where a problem stands. */
export type Place = Pick<Problem, 'file' | 'row' | 'line' | 'character' | 'column' | 'columnLetter'>;

/**
 * Makes a problem; its level comes from the catalogue, and so does its advice unless a better one is given. Whatever
 * it repeats of the data is made safe to show here, so that no report can be steered by what it is about.
 */
export function createProblem(code: ProblemCode, place: Place, message: string, advice?: string): Problem {
  const kind = describeProblem(code);
  const shown: Place = { ...place, file: showSentence(place.file) };
  if (place.column !== undefined) shown.column = showValue(place.column);
  return {
    code,
    level: kind.level,
    ...shown,
    message: showSentence(message),
    advice: showSentence(advice ?? kind.fix),
  };
}

/** The problems by file, then from top to bottom and left to right. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.row ?? a.line ?? 0) - (b.row ?? b.line ?? 0) ||
      compareLetters(a.columnLetter, b.columnLetter) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === 'error');
}

/** The letter over a spreadsheet column: 0 is A, 26 is AA. */
export function letterOfColumn(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOfColumn(Math.floor(index / 26) - 1) + last;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLetters(a = '', b = ''): number {
  return a.length - b.length || compareText(a, b);
}
