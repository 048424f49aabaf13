/** The first row of a CSV file: which column is which. */
import type * as z from 'zod';
import { isPersonal, isRequired, listColumns } from './columns.ts';
import { createProblem, letterOfColumn, type Place, type Problem } from './problem.ts';
import { suggestWord } from './suggest.ts';
import { showValue } from './unsafe-text.ts';

export interface Header {
  columns: string[];
  /** False when the rows below make no sense without a better header. */
  readable: boolean;
  problems: Problem[];
}

const DELIMITERS = [
  { sign: ';', name: 'semicolons' },
  { sign: '\t', name: 'tabs' },
];

/** Reads the header cells; the rows below only tell whether an unnamed column is in use. */
export function readHeader(
  cells: readonly string[],
  below: readonly { cells: string[] }[],
  file: string,
  schema: z.ZodObject,
): Header {
  const known = listColumns(schema);
  const place: Place = { file, row: 1, line: 1 };
  const refuse = (code: 'missing-header' | 'wrong-delimiter', message: string): Header => ({
    columns: [],
    readable: false,
    problems: [createProblem(code, place, message)],
  });

  const only = cells.length === 1 ? (cells[0] ?? '') : '';
  for (const { sign, name } of DELIMITERS) {
    const split = only.split(sign).map((cell) => cell.trim());
    if (split.filter((cell) => known.includes(cell)).length > 1) {
      return refuse('wrong-delimiter', `The cells of this file are separated by ${name}.`);
    }
  }
  if (!cells.some((cell) => known.includes(cell))) {
    return refuse(
      'missing-header',
      `The first row names none of the columns: ${known.slice(0, 4).join(', ')} …`,
    );
  }

  // Spreadsheets save empty columns at the right edge.
  const columns = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  const problems: Problem[] = [];
  for (const [index, column] of columns.entries()) {
    const at: Place = { ...place, column, columnLetter: letterOfColumn(index) };
    if (column === '') {
      if (below.some((record) => record.cells[index])) {
        const { column: _, ...unnamed } = at;
        problems.push(createProblem('unnamed-column', unnamed, 'This column has cells but no name.'));
      }
    } else if (columns.indexOf(column) < index) {
      problems.push(createProblem('doubled-column', at, `The column "${showValue(column)}" stands twice.`));
    } else if (!known.includes(column)) {
      problems.push(reportUnknown(column, columns, at, schema));
    }
  }
  const misspelt = new Set(columns.map((column) => findMeant(column, columns, schema)));
  for (const column of known) {
    if (!columns.includes(column) && !misspelt.has(column) && isRequired(schema, column)) {
      problems.push(
        createProblem('missing-column', { ...place, column }, `The column "${column}" is missing.`),
      );
    }
  }
  return { columns, readable: true, problems };
}

function findMeant(column: string, columns: readonly string[], schema: z.ZodObject): string | undefined {
  const known = listColumns(schema);
  if (column === '' || known.includes(column)) return undefined;
  return suggestWord(
    column,
    known.filter((name) => !columns.includes(name)),
  );
}

function reportUnknown(column: string, columns: readonly string[], at: Place, schema: z.ZodObject): Problem {
  const meant = findMeant(column, columns, schema);
  if (meant !== undefined) {
    return createProblem(
      'misspelt-column',
      at,
      `There is no column "${showValue(column)}".`,
      `Did you mean "${meant}"? Correct the name in the header row.`,
    );
  }
  // In a table of people an odd header may be a record that slid up; it is not repeated.
  const holdsPeople = listColumns(schema).some((name) => isPersonal(schema, name));
  if (holdsPeople && !/^[a-z][a-z_]*$/.test(column)) {
    const { column: _, ...unnamed } = at;
    return createProblem('unknown-column', unnamed, 'No column has this name, so its cells are left out.');
  }
  return createProblem(
    'unknown-column',
    at,
    `There is no column "${showValue(column)}", so its cells are left out.`,
  );
}
