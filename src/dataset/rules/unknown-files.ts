import { EDITION_TABLES, SHARED_TABLES } from '../../schema/tables.ts';
import { PRIVATE_FOLDER } from '../merge-private.ts';
import { createProblem, type Problem } from '../problem.ts';
import { askForWord, suggestWord } from '../suggest.ts';
import type { Rule } from './rule.ts';

const SHARED_FILES = ['directory.json', ...Object.values(SHARED_TABLES).map(({ file }) => file)];
const EDITION_FILES = ['edition.json', ...Object.values(EDITION_TABLES).map(({ file }) => file)];

const OWN = `${PRIVATE_FOLDER}/`;

export const unknownFiles: Rule = {
  name: 'unknown-files',
  description: 'Every CSV or JSON file of the folder is one that is read; private ones join a table.',
  check: ({ files, settings, editions }) => {
    const root = settings.file.split('/')[0] ?? '';
    const inEditions = editions.flatMap(({ folder }) =>
      EDITION_FILES.map((file) => `editions/${folder}/${file}`),
    );
    const boundaries = editions.flatMap(({ about }) => about.values?.boundaries ?? []);
    const known = [...SHARED_FILES, ...inEditions, ...boundaries.map((file) => `geography/${file}`)];
    const tables = known.filter((file) => file.endsWith('.csv'));
    const folders = editions.map(({ folder }) => folder);
    return (
      files
        .filter((file) => /\.(csv|json)$/i.test(file) && !known.includes(file))
        // Drawings of the map may stay when no edition uses them.
        .filter((file) => !file.endsWith('.topo.json'))
        .flatMap((file) => {
          if (file.startsWith(OWN)) return reportPrivate(root, file.slice(OWN.length), tables, folders);
          const absent = known.filter((name) => !files.includes(name));
          const advice = `${askForWord(file, absent)}Rename it, or move it out of the directory folder.`;
          return createProblem(
            'unknown-file',
            { file: `${root}/${file}` },
            'Nothing reads this file.',
            advice,
          );
        })
    );
  },
};

/** A file of the private folder is read when it has the name of a table; settings are not merged. */
function reportPrivate(
  root: string,
  file: string,
  tables: readonly string[],
  editions: readonly string[],
): Problem[] {
  if (tables.includes(file)) return [];
  const place = { file: `${root}/${OWN}${file}` };
  if (file.endsWith('.json'))
    return [
      createProblem('private-file-not-read', place, 'Settings are not merged.', 'Use the public file.'),
    ];
  const [top, edition = '', inside] = file.split('/');
  if (top === 'editions' && inside !== undefined && !editions.includes(edition)) {
    const advice = `${askForWord(edition, editions)}Put the edition itself into the public folder first.`;
    return [createProblem('private-file-not-read', place, `There is no edition "${edition}".`, advice)];
  }
  const base = file.split('/').at(-1);
  const meant = tables.find((table) => table.split('/').at(-1) === base) ?? suggestWord(file, tables);
  const advice = meant === undefined ? undefined : `Did you mean "${OWN}${meant}"? Move it there.`;
  return [createProblem('private-file-not-read', place, 'No table has this name.', advice)];
}
