/** Problems as annotations that GitHub shows beside the line: https://docs.github.com/actions/reference/workflow-commands */
import type { Problem } from '../problem.ts';
import { describePlace } from './text.ts';

/**
 * One workflow command for each problem; an empty text when there is none.
 * @param parent the way from the repository to the folder that holds the directory folder; empty when it is the same
 */
export function reportGithub(problems: readonly Problem[], parent = ''): string {
  return problems
    .map((problem) => {
      const title = [problem.code, describePlace(problem)].filter(Boolean).join(': ');
      const properties = [
        `file=${escapeProperty(parent === '' ? problem.file : `${parent}/${problem.file}`)}`,
        problem.line === undefined ? '' : `line=${problem.line}`,
        problem.character === undefined ? '' : `col=${problem.character}`,
        `title=${escapeProperty(title)}`,
      ].filter(Boolean);
      return `::${problem.level} ${properties.join(',')}::${escapeData(`${problem.message}\n${problem.advice}`)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
