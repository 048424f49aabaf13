/** MiniSearch, set for this data. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { type Contender, MOST_RESULTS, NAME_WEIGHT } from './contender.ts';
import { foldRecord, isKhmer, tokens } from './folding.ts';

const OPTIONS: SearchOptions = {
  boost: { names: NAME_WEIGHT },
  prefix: true,
  fuzzy: (term) => (isKhmer(term) || term.length < 4 ? false : 0.2),
};

export const minisearch: Contender = {
  name: 'MiniSearch, tuned',
  settings:
    'Folded words, Khmer as pairs of written clusters; `prefix`, `fuzzy` .2 from four letters on, names count double; all words, and any of them where that finds nothing.',
  start: ({ records }, over) => {
    const index = new MiniSearch({
      fields: over === 'organizations' ? ['names'] : ['names', 'kinds', 'places', 'people'],
      tokenize: tokens,
      processTerm: (term) => term,
      extractField: (record, field) => {
        const value = (record as Record<string, string | string[]>)[field];
        return Array.isArray(value) ? value.join(' ') : (value as string);
      },
    });
    index.addAll(records[over].map(foldRecord));
    return {
      find: (line) => {
        const all = index.search(line, { ...OPTIONS, combineWith: 'AND' });
        const found = all.length > 0 ? all : index.search(line, { ...OPTIONS, combineWith: 'OR' });
        return found.slice(0, MOST_RESULTS).map(({ id }) => id as string);
      },
      write: () => JSON.stringify(index),
    };
  },
};
