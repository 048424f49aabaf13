/**
 * `npm run check [-- folder] [-- --format text|github|json]`: reads a directory folder and reports every problem.
 * Exit code 1 when there is an error, 0 when there are warnings only.
 */
import path from 'node:path';
import { type LoadedDirectory, loadDirectory } from '../src/dataset/load-directory.ts';
import { hasErrors } from '../src/dataset/problem.ts';
import { reportGithub } from '../src/dataset/report/github.ts';
import { reportJson } from '../src/dataset/report/json.ts';
import { reportText } from '../src/dataset/report/text.ts';

const FORMATS = ['text', 'github', 'json'] as const;
type Format = (typeof FORMATS)[number];

const USAGE = 'Use: npm run check -- [folder] [--format text|github|json]';

/** What the command line asks for, or the sentence that says what is wrong with it. */
function readArguments(args: readonly string[]): { folder: string; format: Format } | string {
  let folder: string | undefined;
  let format: Format = 'text';
  for (let index = 0; index < args.length; index++) {
    const [name, attached] = (args[index] ?? '').split('=', 2) as [string, string?];
    if (name === '--format') {
      const wanted = attached ?? args[++index] ?? '';
      const known = FORMATS.find((candidate) => candidate === wanted);
      if (known === undefined)
        return `There is no format "${wanted}". The formats are: ${FORMATS.join(', ')}.`;
      format = known;
    } else if (name.startsWith('-')) return `There is no option "${name}".`;
    else if (folder !== undefined) return 'Only one folder can be checked at a time.';
    else folder = args[index];
  }
  return { folder: folder ?? process.env.DIRECTORY_DATA ?? 'data', format };
}

function report({ problems, origins }: LoadedDirectory, folder: string, format: Format): string {
  if (format === 'json') return reportJson(problems, origins);
  if (format === 'text') return reportText(problems, origins);
  return reportGithub(
    problems,
    path
      .relative('', path.dirname(path.resolve(folder)))
      .split(path.sep)
      .join('/'),
    origins,
  );
}

const wanted = readArguments(process.argv.slice(2));
if (typeof wanted === 'string') {
  console.error(`${wanted}\n${USAGE}`);
  process.exitCode = 1;
} else {
  const loaded = loadDirectory(wanted.folder);
  process.stdout.write(report(loaded, wanted.folder, wanted.format));
  process.exitCode = hasErrors(loaded.problems) ? 1 : 0;
}
