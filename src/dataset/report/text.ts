/** Problems as text for a person at a terminal. */
import type { Origin } from '../merge-private.ts';
import type { Problem } from '../problem.ts';

/**
 * The problems by file, each with its place, what is wrong and what to do; then what private files brought, a line for
 * each; ends with a sentence that counts the problems.
 */
export function reportText(problems: readonly Problem[], origins: readonly Origin[] = []): string {
  const lines: string[] = [];
  for (const file of new Set(problems.map((problem) => problem.file))) {
    lines.push(file);
    for (const problem of problems.filter((other) => other.file === file)) {
      lines.push(`  ${problem.level}  ${[describePlace(problem), problem.code].filter(Boolean).join('  ')}`);
      lines.push(`    ${problem.message}`, `    ${problem.advice}`);
    }
    lines.push('');
  }
  if (origins.length > 0)
    lines.push(
      'From private files:',
      ...origins.map((origin) => `  ${origin.file}  ${describeOrigin(origin)}`),
      '',
    );
  lines.push(countProblems(problems));
  return `${lines.join('\n')}\n`;
}

/** "row 14 (line 15), column F (organization)", or what is known of it; empty for a whole file. */
export function describePlace({ row, line, character, column, columnLetter }: Problem): string {
  const parts: string[] = [];
  if (row !== undefined)
    parts.push(line === undefined || line === row ? `row ${row}` : `row ${row} (line ${line})`);
  else if (line !== undefined)
    parts.push(character === undefined ? `line ${line}` : `line ${line}:${character}`);
  if (columnLetter !== undefined)
    parts.push(`column ${columnLetter}${column === undefined ? '' : ` (${column})`}`);
  else if (column !== undefined) parts.push(row === undefined ? column : `column ${column}`);
  return parts.join(', ');
}

/** "2 rows added, 1 row replaced". */
export function describeOrigin({ added, replaced }: Origin): string {
  const counts = [
    [count(added, 'row'), 'added'],
    [count(replaced, 'row'), 'replaced'],
  ].filter(([words]) => words !== '');
  return counts.length === 0 ? 'no rows' : counts.map((words) => words.join(' ')).join(', ');
}

function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.level === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map((problem) => problem.file)).size;
  if (problems.length === 0) return 'No problems.';
  const counts = [count(errors, 'error'), count(warnings, 'warning')].filter((words) => words !== '');
  return `${counts.join(' and ')} in ${count(files, 'file')}.`;
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
