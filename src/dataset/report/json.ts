/** Problems for other programs. */
import type { Origin } from '../merge-private.ts';
import type { Problem } from '../problem.ts';

/**
 * An object with the counts, the problems, each with the properties of Problem that are known, and what each private
 * file brought.
 */
export function reportJson(problems: readonly Problem[], origins: readonly Origin[] = []): string {
  const errors = problems.filter((problem) => problem.level === 'error').length;
  return `${JSON.stringify({ errors, warnings: problems.length - errors, problems, private: origins }, null, 2)}\n`;
}
