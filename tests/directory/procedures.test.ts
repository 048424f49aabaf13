import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { listProcedures, proceduresWith } from '../../src/directory/procedures.ts';
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

it('knows in which cases a party takes part, and which documents tell them', () => {
  const told = (id: string, procedure: string, source: string, ...parties: string[]) =>
    ({ id, procedure, source, parties }) as ProcedureStep;
  const cases = listProcedures([
    told('a1', 'a', 'report', 'police'),
    told('a2', 'a', 'survey', 'clinic'),
    told('a3', 'a', 'report'),
    told('b1', 'b', 'survey', 'police', 'clinic'),
  ]);
  expect(cases.map(({ sources }) => sources)).toEqual([['report', 'survey'], ['survey']]);
  expect(proceduresWith(cases, 'clinic').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(proceduresWith(cases, 'court')).toEqual([]);
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
      'return-from-malaysia-2009',
    ]);
    expect(
      edition?.procedures.filter(({ name_km, text_km }) => name_km === undefined || text_km === undefined),
    ).toEqual([]);
  });

  it('keeps apart what different documents tell of the return from Thailand', () => {
    const accounts = cases.filter(({ steps }) => steps.some(({ text_en }) => /Thailand/.test(text_en)));
    expect(accounts.map(({ id, sources, steps }) => [id, sources, steps.length])).toEqual([
      ['return-from-thailand', ['forum-2010'], 3],
      ['return-from-thailand-2007', ['cosecam-2007'], 4],
      ['return-from-thailand-2009', ['iom-mowa-2009'], 10],
      ['return-from-abroad-2012', ['winrock-2012'], 8],
      ['return-from-viet-nam', ['forum-2010'], 2],
    ]);
    expect(cases.filter(({ sources }) => sources.length > 1)).toEqual([]);
  });

  it('says why a reading is doubtful', () => {
    const doubtful = (edition?.procedures ?? []).filter(({ confidence }) => confidence !== 'high');
    expect(doubtful.length).toBeGreaterThan(0);
    expect(doubtful.filter(({ note_en }) => note_en === undefined)).toEqual([]);
  });
});
