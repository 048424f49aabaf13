import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { listProcedures } from '../../src/directory/procedures.ts';
import type { ProcedureStep } from '../../src/schema/directory.ts';

const step = (id: string, procedure: string, number?: number) =>
  ({ id, procedure, step: number }) as ProcedureStep;

it('puts the steps of each case in the order of the source', () => {
  const cases = listProcedures([step('b2', 'b', 2), step('a', 'a'), step('b1', 'b', 1)]);
  expect(cases.map(({ id, ordered, steps }) => [id, ordered, steps.map((one) => one.id)])).toEqual([
    ['b', true, ['b1', 'b2']],
    ['a', false, ['a']],
  ]);
});

describe('the shipped directory', () => {
  const { directory } = loadDirectory('data');
  const edition = directory?.editions.find(({ about }) => about.id === '2010');
  const cases = listProcedures(edition?.procedures ?? []);

  it('has the nine steps of the way to Viet Nam and the return from Malaysia, in both languages', () => {
    const count = (id: string) => cases.find((one) => one.id === id)?.steps.length;
    expect([count('return-to-viet-nam'), count('return-from-malaysia')]).toEqual([9, 5]);
    expect(cases.filter(({ ordered }) => ordered).map(({ id }) => id)).toEqual([
      'return-to-viet-nam',
      'return-from-malaysia',
    ]);
    expect(
      edition?.procedures.filter(({ name_km, text_km }) => name_km === undefined || text_km === undefined),
    ).toEqual([]);
  });

  it('says why a reading is doubtful', () => {
    const doubtful = (edition?.procedures ?? []).filter(({ confidence }) => confidence !== 'high');
    expect(doubtful.length).toBeGreaterThan(0);
    expect(doubtful.filter(({ note_en }) => note_en === undefined)).toEqual([]);
  });
});
