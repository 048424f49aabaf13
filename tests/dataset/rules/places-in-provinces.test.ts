import { describe, expect, it } from 'vitest';
import { placesInProvinces } from '../../../src/dataset/rules/places-in-provinces.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a place outside', { 2: { provinces: 'KH-92' } }, ['place-outside-provinces 2 places']],
  ['a place in a nationwide row', { 3: { places: 'hilltown' } }, []],
  ['a place where nothing is stated', { 4: { places: 'hilltown' } }, ['place-outside-provinces 4 places']],
];

describe('placesInProvinces', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(placesInProvinces, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
