import { describe, expect, it } from 'vitest';
import {
  type MapInput,
  mapModel,
  mapRows,
  nationwideCells,
  pinText,
  provinceSentence,
  stateCounts,
} from '../../src/map/model.ts';
import { mapInput } from './input.ts';

const withCoverage = (changes: Partial<MapInput['coverage']>): MapInput => {
  const input = mapInput('en');
  return { ...input, coverage: { ...input.coverage, ...changes } };
};

describe('mapModel', () => {
  it('gives pins in group order and leaves out zeros', () => {
    const kandal = mapModel(mapInput('en')).provinces.find(({ id }) => id === 'KH-8');
    expect(kandal?.pins.map(({ group, count }) => `${group.letter}${count}`)).toEqual([
      'M1',
      'S1',
      'E2',
      'L1',
    ]);
  });

  it('takes a province that is not mentioned for one with nothing recorded', () => {
    const input = withCoverage({ organizations: new Map(), state: new Map() });
    expect(new Set(mapModel(input).provinces.map(({ state }) => state))).toEqual(new Set(['none-recorded']));
  });

  it('refuses pins where nothing is said to be recorded', () => {
    const { state } = mapInput('en').coverage;
    const input = withCoverage({ state: new Map([...state, ['KH-10', 'none-recorded']]) });
    expect(() => mapModel(input)).toThrow('KH-10 has organizations listed, yet its state is none-recorded.');
  });

  it('explains only what is drawn', () => {
    const { legend } = mapModel({
      ...withCoverage({ nationwide: new Map() }),
      provinces: [{ id: 'KH-10', label: 'Kratie' }],
    });
    expect(legend.groups.map(({ id }) => id)).toEqual(['sh']);
    expect(legend.states).toEqual(['not-stated']);
  });

  it('keeps nationwide organizations out of every province', () => {
    const input = mapInput('en');
    const without = mapModel(withCoverage({ nationwide: new Map() }));
    expect(mapModel(input).provinces).toEqual(without.provinces);
    expect(nationwideCells(mapModel(input)).map((pin) => pin?.count ?? 0)).toEqual([1, 0, 2, 0, 10, 3]);
  });
});

describe('mapRows', () => {
  it('says the same numbers as the pins', () => {
    const model = mapModel(mapInput('en'));
    const row = mapRows(model).find(({ id }) => id === 'KH-3');
    expect(row).toMatchObject({ id: 'KH-3', label: 'Kampong Cham', state: 'not-stated' });
    expect(row?.cells.map((pin) => pin && pinText(pin))).toEqual(['1', '1', '1', undefined, '1', undefined]);
  });
});

describe('pinText', () => {
  it('keeps those who do not say apart from those who do', () => {
    expect(pinText({ count: 3, notStated: 0 })).toBe('3');
    expect(pinText({ count: 3, notStated: 2 })).toBe('1+2');
    expect(pinText({ count: 3, notStated: 3 })).toBe('0+3');
  });
});

it('stateCounts counts every province once', () => {
  const model = mapModel(mapInput('en'));
  expect(stateCounts(model)).toEqual({ recorded: 16, limited: 0, 'not-stated': 6, 'none-recorded': 2 });
});

describe('provinceSentence', () => {
  const words = { 'not-stated': 'Not stated', 'none-recorded': 'None recorded' };
  const sentence = (id: string) => {
    const province = mapModel(mapInput('en')).provinces.find((candidate) => candidate.id === id);
    return province && provinceSentence(province, words);
  };

  it.each([
    ['KH-9', 'Koh Kong: Immediate support 1, Medical 1, Shelter 1, Legal aid 1'],
    ['KH-10', 'Kratie: Shelter 1. Not stated'],
    ['KH-23', 'Kep: None recorded'],
  ])('%s', (id, expected) => {
    expect(sentence(id)).toBe(expected);
  });
});
