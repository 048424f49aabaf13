/** Problems as annotations that GitHub shows beside the line: https://docs.github.com/actions/reference/workflow-commands */
import type { Origin } from '../merge-private.ts';
import type { Problem } from '../problem.ts';
import { describeOrigin, describePlace } from './text.ts';

/**
 * One workflow command for each problem, and a notice for each private file; an empty text when there is none.
 * @param parent the way from the repository to the folder that holds the directory folder; empty when it is the same
 */
export function reportGithub(
  problems: readonly Problem[],
  parent = '',
  origins: readonly Origin[] = [],
): string {
  const inRepository = (file: string) => escapeProperty(parent === '' ? file : `${parent}/${file}`);
  const notices = origins.map(
    (origin) =>
      `::notice file=${inRepository(origin.file)},title=private rows::${escapeData(describeOrigin(origin))}\n`,
  );
  const commands = problems.map((problem) => {
    const title = [problem.code, describePlace(problem)].filter(Boolean).join(': ');
    const properties = [
      `file=${inRepository(problem.file)}`,
      problem.line === undefined ? '' : `line=${problem.line}`,
      problem.character === undefined ? '' : `col=${problem.character}`,
      `title=${escapeProperty(title)}`,
    ].filter(Boolean);
    return `::${problem.level} ${properties.join(',')}::${escapeData(`${problem.message}\n${problem.advice}`)}\n`;
  });
  return [...commands, ...notices].join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
