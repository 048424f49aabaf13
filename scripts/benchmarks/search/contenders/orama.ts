/** Orama, set for this data. */
import { create, insert, save, search } from '@orama/orama';
import { type Contender, MOST_RESULTS, NAME_WEIGHT } from './contender.ts';
import { foldRecord, tokens } from './folding.ts';

const NAMES = { names: 'string[]' } as const;
const ALL = { ...NAMES, kinds: 'string[]', places: 'string[]', people: 'string[]' } as const;

/** From strict to generous; a threshold of 0 asks for all words, one of 1 for any. */
const STEPS = [
  { tolerance: 0, threshold: 0 },
  { tolerance: 1, threshold: 0 },
  { tolerance: 1, threshold: 1 },
] as const;

export const orama: Contender = {
  name: 'Orama, tuned',
  settings:
    'The same words and pairs from its own tokenizer; names count double; all words as typed, then with `tolerance` 1, then any of them, each where the step before finds nothing.',
  start: async ({ records }, over) => {
    const index = create({
      schema: over === 'organizations' ? NAMES : ALL,
      components: {
        tokenizer: {
          language: 'english',
          normalizationCache: new Map(),
          tokenize: (text: string) => [...new Set(tokens(text))],
        },
      },
    });
    for (const record of records[over]) {
      const { id, names, kinds, places, people } = foldRecord(record);
      await insert(index, over === 'organizations' ? { id, names } : { id, names, kinds, places, people });
    }
    const ask = async (line: string, { tolerance, threshold }: (typeof STEPS)[number]) =>
      (
        await search(index, {
          term: line,
          tolerance,
          threshold,
          limit: MOST_RESULTS,
          boost: { names: NAME_WEIGHT },
        })
      ).hits.map(({ id }) => id);
    return {
      find: async (line) => {
        for (const step of STEPS) {
          const found = await ask(line, step);
          if (found.length > 0) return found;
        }
        return [];
      },
      write: () => JSON.stringify(save(index)),
    };
  },
};
