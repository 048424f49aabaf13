/** Fuse.js as it comes, and as well as it can be set for this data. */
import Fuse from 'fuse.js';
import { fold, words } from '../../../../src/directory/fold.ts';
import type { SearchRecord } from '../search-set.ts';
import { type Contender, MOST_RESULTS, NAME_WEIGHT } from './contender.ts';
import { foldRecord, tokens } from './folding.ts';

const KEYS = ['names', 'kinds', 'places', 'people'];
const WEIGHTED = KEYS.map((name) => ({ name, weight: name === 'names' ? NAME_WEIGHT : 1 }));
const TUNED = { keys: WEIGHTED, ignoreLocation: true, threshold: 0.36 };

export const fuseDefault: Contender = {
  name: 'Fuse.js, default',
  settings: 'Keys, and nothing else set.',
  start: ({ records }, over) => {
    const keys = over === 'organizations' ? ['names'] : KEYS;
    return searchOf(new Fuse([...records[over]], { keys }), (line) => line);
  },
};

export const fuseTuned: Contender = {
  name: 'Fuse.js, tuned',
  settings:
    'Folded text, `ignoreLocation`, `threshold` .36, names count double; over services every word of the line must be in one of the keys (`$and` of `$or`).',
  start: ({ records }, over) => {
    if (over === 'organizations')
      return searchOf(new Fuse(records[over].map(foldRecord), { ...TUNED, keys: ['names'] }), fold);
    return searchOf(new Fuse(records[over].map(foldRecord), TUNED), (line) => ({
      $and: words(line).map((word) => ({ $or: KEYS.map((key) => ({ [key]: word })) })),
    }));
  },
};

export const fuseTokens: Contender = {
  name: 'Fuse.js, token search',
  settings:
    'The same with `useTokenSearch`, `tokenMatch` "any", and a tokenizer that pairs the written clusters of Khmer.',
  start: ({ records }, over) =>
    searchOf(
      new Fuse(records[over].map(foldRecord), {
        ...TUNED,
        keys: over === 'organizations' ? ['names'] : WEIGHTED,
        useTokenSearch: true,
        tokenMatch: 'any',
        tokenize: tokens,
      }),
      fold,
    ),
};

function searchOf(fuse: Fuse<SearchRecord>, ask: (line: string) => Parameters<typeof fuse.search>[0]) {
  return {
    find: (line: string) => fuse.search(ask(line), { limit: MOST_RESULTS }).map(({ item }) => item.id),
    write: () => JSON.stringify(fuse.getIndex().toJSON()),
  };
}
