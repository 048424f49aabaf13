/** Problems for other programs. */
import type { Problem } from '../problem.ts';

/** An object with the counts and the problems, each with the properties of Problem that are known. */
export function reportJson(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.level === 'error').length;
  return `${JSON.stringify({ errors, warnings: problems.length - errors, problems }, null, 2)}\n`;
}
