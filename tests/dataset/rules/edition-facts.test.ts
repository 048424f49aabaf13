import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/dataset/draft.ts';
import { listFiles, readDraft } from '../../../src/dataset/read-draft.ts';
import { editionFacts } from '../../../src/dataset/rules/edition-facts.ts';
import { GOOD } from '../broken-folder.ts';

const good = readDraft(GOOD, listFiles(GOOD) ?? []).draft;
const codes = (draft: Draft) => editionFacts.check(draft).map(({ code, column }) => `${code} ${column}`);

describe('editionFacts', () => {
  it('accepts the good folder', () => expect(codes(good)).toEqual([]));

  it('misses a drawing', () => {
    expect(codes({ ...good, files: [] })).toEqual(['missing-file boundaries']);
  });

  it('compares the id with the folder, and the current edition with the folders', () => {
    const editions = good.editions.map((edition) => ({ ...edition, folder: '2009' }));
    expect(codes({ ...good, editions })).toEqual([
      'edition-id-differs id',
      'unknown-current-edition current_edition',
    ]);
  });

  it('says nothing of sources when their table could not be read', () => {
    const sources = { ...good.tables.sources, records: [], complete: false };
    expect(codes({ ...good, tables: { ...good.tables, sources } })).toEqual([]);
  });
});
