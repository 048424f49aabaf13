import { describe, expect, it } from 'vitest';
import { shelterPlaces } from '../../../src/dataset/rules/shelter-places.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a place of a shelter', { 3: { places: 'hilltown' } }, ['place-of-shelter 3 places']],
  ['a place of a clinic', { 2: { places: 'hilltown' } }, []],
];

describe('shelterPlaces', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(shelterPlaces, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
