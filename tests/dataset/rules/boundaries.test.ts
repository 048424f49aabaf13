import { describe, expect, it } from 'vitest';
import type { Draft, Drawing } from '../../../src/dataset/draft.ts';
import { listFiles, readDraft } from '../../../src/dataset/read-draft.ts';
import { boundaries } from '../../../src/dataset/rules/boundaries.ts';
import { GOOD } from '../broken-folder.ts';

const good = readDraft(GOOD, listFiles(GOOD) ?? []).draft;
const LAYER = 'example.topo.json';
const say = (draft: Draft) =>
  boundaries.check(draft).map(({ code, file, column, message }) => ({ code, at: column ?? file, message }));
const drawing = (ids: string[]): Draft => ({
  ...good,
  drawings: new Map<string, Drawing>([[LAYER, { ids, attribution: 'Example' }]]),
});

describe('boundaries', () => {
  it('accepts the good folder, in any order', () => {
    expect([...good.drawings.keys()]).toEqual([LAYER]);
    expect(say(good)).toEqual([]);
    expect(say(drawing(['KH-92', 'KH-91']))).toEqual([]);
  });

  it.each([
    [['KH-91'], 'In force on 2010-12 but not drawn: KH-92.'],
    [['KH-91', 'KH-92', 'KH-93'], 'Drawn but not in force on 2010-12: KH-93.'],
    [['KH-91', 'KH-92', ''], 'Drawn but not in force on 2010-12: one without an id.'],
    [['KH-91', 'KH-92', 'KH-91'], 'Drawn twice: KH-91.'],
    [['KH-93'], 'not drawn: KH-91, KH-92. Drawn but not in force on 2010-12: KH-93.'],
  ])('compares %j with the provinces in force', (ids, sentence) => {
    expect(say(drawing(ids))).toEqual([
      { code: 'boundaries-differ', at: 'boundaries', message: expect.stringContaining(sentence) },
    ]);
  });

  it('reports a layer that cannot be drawn, and one that credits nobody', () => {
    const at = `good/geography/${LAYER}`;
    const layered = (one: Drawing): Draft => ({ ...good, drawings: new Map([[LAYER, one]]) });
    expect(say(layered({ refusal: 'It is torn.' }))).toEqual([
      { code: 'bad-boundaries', at, message: 'It is torn.' },
    ]);
    expect(say(layered({ ids: ['KH-91', 'KH-92'], attribution: '' }))).toEqual([
      { code: 'bad-boundaries', at, message: 'The file does not say who drew the outlines.' },
    ]);
  });

  it('looks at the credit as at every other text', () => {
    const drawings = new Map<string, Drawing>([
      [LAYER, { ids: ['KH-91', 'KH-92'], attribution: 'Example \u202e' }],
    ]);
    expect(boundaries.check({ ...good, drawings }).map(({ code }) => code)).toEqual(['unsafe-character']);
  });

  it('compares nothing when provinces could not be read', () => {
    const provinces = { ...good.tables.provinces, complete: false };
    expect(say({ ...drawing([]), tables: { ...good.tables, provinces } })).toEqual([]);
  });
});
