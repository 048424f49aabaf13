/** `npm run reference`: writes docs/columns.md and docs/problems.md; with --check it only says whether they are up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeColumnReference } from '../src/dataset/reference/columns.ts';
import { writeProblemReference } from '../src/dataset/reference/problems.ts';
import { PROJECT } from './steps.ts';

const PAGES = [
  { file: 'docs/columns.md', text: writeColumnReference() },
  { file: 'docs/problems.md', text: writeProblemReference() },
];

const stale = PAGES.filter(({ file, text }) => {
  const full = join(PROJECT, file);
  return !existsSync(full) || readFileSync(full, 'utf8') !== text;
});
const [option, ...others] = process.argv.slice(2);

if (others.length > 0 || (option !== undefined && option !== '--check')) {
  console.error('The only option is --check.');
  process.exitCode = 1;
} else if (option === undefined) {
  for (const { file, text } of stale) writeFileSync(join(PROJECT, file), text);
  console.log(
    stale.length === 0 ? 'Nothing to write.' : `Wrote ${stale.map(({ file }) => file).join(' and ')}.`,
  );
} else if (stale.length > 0) {
  console.error(
    `Out of date: ${stale.map(({ file }) => file).join(', ')}. Run "npm run reference" and commit the result.`,
  );
  process.exitCode = 1;
}
