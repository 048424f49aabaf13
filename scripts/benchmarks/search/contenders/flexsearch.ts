/** FlexSearch, set for this data. It forgives no wrong letters. */
import { Index } from 'flexsearch';
import { type Contender, MOST_RESULTS } from './contender.ts';
import { foldRecord, tokens } from './folding.ts';

export const flexsearch: Contender = {
  name: 'FlexSearch, tuned',
  settings:
    'The same words and pairs as its encoder; `tokenize` "full" for names and "forward" for services, `suggest` for lines of which not all words are there.',
  start: ({ records }, over) => {
    const index = new Index({ tokenize: over === 'organizations' ? 'full' : 'forward', encode: tokens });
    const list = records[over];
    list.forEach((record, place) => {
      const { names, kinds, places, people } = foldRecord(record);
      index.add(place, [...names, ...kinds, ...places, ...people].join(' '));
    });
    return {
      find: (line) =>
        (index.search(line, { limit: MOST_RESULTS, suggest: true }) as number[]).map(
          (place) => list[place]?.id as string,
        ),
      write: () => {
        const parts: string[] = [];
        index.export((_key: string, data: string) => {
          parts.push(data);
        });
        return parts.join('\n');
      },
    };
  },
};
