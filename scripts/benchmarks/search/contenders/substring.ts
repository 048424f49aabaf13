/** The least that somebody would write: every word of the line stands somewhere in the record. */
import { words } from '../../../../src/directory/fold.ts';
import { type Contender, MOST_RESULTS } from './contender.ts';
import { foldRecord } from './folding.ts';

export const substring: Contender = {
  name: 'substring',
  settings:
    'Folded text; every word of the line stands somewhere in the record, in the order of the records.',
  start: ({ records }, over) => {
    const texts = records[over].map((record) => {
      const { id, names, kinds, places, people } = foldRecord(record);
      return { id, text: [...names, ...kinds, ...places, ...people].join('\n') };
    });
    return {
      find: (line) => {
        const asked = words(line);
        const found: string[] = [];
        for (const { id, text } of texts) {
          if (!asked.every((word) => text.includes(word))) continue;
          found.push(id);
          if (found.length === MOST_RESULTS) break;
        }
        return found;
      },
    };
  },
};
