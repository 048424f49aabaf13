/**
 * Cells that a spreadsheet would calculate, and how they are written so that it does not: with an apostrophe before
 * them, which every spreadsheet takes for "this is text" (https://owasp.org/www-community/attacks/CSV_Injection). A
 * program that separates cells by semicolons, tabs or lines whatever the file says begins a new cell there, so each
 * such part is guarded. Telephone numbers and plain numbers stay as they are. Reading takes the apostrophes away again.
 */

// The full-width signs are calculated by spreadsheets set to Japanese or Chinese.
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠]/;
const GUARDED = /^'[\s'"]*[=+\-@＝＋－＠]/;
/** +85512000000, +855 12 000 000, -5, -0.25: nothing in them can be calculated. */
const NUMBER = /^\s*(?:\+\d[\d ]*|-\d+(?:\.\d+)?)\s*$/;
const PARTS = /([;\t\r\n])/;

/** The cell as a CSV file for spreadsheets may hold it. `restoreFormulas` gives the same cell back. */
export function guardFormulas(cell: string): string {
  return eachPart(cell, (part) => (FORMULA.test(part) && !NUMBER.test(part) ? `'${part}` : part));
}

/** The cell as it was before `guardFormulas`; any other cell as it is. */
export function restoreFormulas(cell: string): string {
  if (!cell.includes("'")) return cell;
  return eachPart(cell, (part) => (GUARDED.test(part) ? part.slice(1) : part));
}

function eachPart(cell: string, change: (part: string) => string): string {
  return cell.split(PARTS).map(change).join('');
}
