/** docs/problems.md: every problem that the check can report, and every rule that compares tables. */
import { PROBLEMS } from '../../schema/problems.ts';
import { RULES } from '../rules/index.ts';
import { writeTable, writeTitle } from './markdown.ts';

const INTRODUCTION = `"npm run check" names each problem by its code. Errors stop the build; warnings are shown and do
not. No message repeats the name or the number of a person: open the file at the row and column that it names.`;

/** The whole page. */
export function writeProblemReference(): string {
  const sections = Object.entries(PROBLEMS).map(
    ([code, { level, title, why, fix, example }]) =>
      `## ${code}\n\n**${title}** (${level}). ${why}\n\n- How to fix: ${fix}\n- Example: ${example}`,
  );
  const rules = writeTable(
    ['Rule', 'What must hold'],
    RULES.map(({ name, description }) => [name, description]),
  );
  return `${[
    writeTitle('Problems', 'src/schema/problems.ts and src/dataset/rules/'),
    INTRODUCTION,
    ...sections,
    `## Rules that compare tables\n\n${rules}`,
  ].join('\n\n')}\n`;
}
