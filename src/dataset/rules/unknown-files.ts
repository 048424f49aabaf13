import { EDITION_TABLES, SHARED_TABLES } from '../../schema/tables.ts';
import { createProblem } from '../problem.ts';
import { askForWord } from '../suggest.ts';
import type { Rule } from './rule.ts';

const SHARED_FILES = ['directory.json', ...Object.values(SHARED_TABLES).map(({ file }) => file)];
const EDITION_FILES = ['edition.json', ...Object.values(EDITION_TABLES).map(({ file }) => file)];

export const unknownFiles: Rule = {
  name: 'unknown-files',
  description: 'Every CSV or JSON file of the folder is one that is read.',
  check: ({ files, settings, editions }) => {
    const root = settings.file.split('/')[0];
    const inEditions = editions.flatMap(({ folder }) =>
      EDITION_FILES.map((file) => `editions/${folder}/${file}`),
    );
    const boundaries = editions.flatMap(({ about }) => about.values?.boundaries ?? []);
    const known = [...SHARED_FILES, ...inEditions, ...boundaries.map((file) => `geography/${file}`)];
    return (
      files
        .filter((file) => /\.(csv|json)$/i.test(file) && !known.includes(file))
        // Rows that are never published live in private/; drawings of the map may stay when no edition uses them.
        .filter((file) => !file.startsWith('private/') && !file.endsWith('.topo.json'))
        .map((file) => {
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
