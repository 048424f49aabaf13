import { describe, expect, it } from 'vitest';
import { halfPositions } from '../../../src/dataset/rules/half-positions.ts';
import { checkRule } from './check-rule.ts';

const PLACES: [string, Record<string, string>, string[]][] = [
  ['both', { lon: '102.56', lat: '13.66' }, []],
  ['neither', { lon: '', lat: '' }, []],
  ['a longitude alone', { lon: '102.56', lat: '' }, ['half-a-position 2 lat']],
  ['a latitude alone', { lon: '', lat: '13.66' }, ['half-a-position 2 lon']],
  ['nought, which is a place', { lon: '0', lat: '0' }, []],
];

describe('half positions', () => {
  it.each(PLACES)('of a place: %s', (_, cells, expected) => {
    expect(checkRule(halfPositions, 'geography/places.csv', { 2: cells })).toEqual(expected);
  });

  it('of a province', () => {
    expect(checkRule(halfPositions, 'geography/provinces.csv', { 2: { lon: '', lat: '1' } })).toEqual([
      'half-a-position 2 lon',
    ]);
  });
});
