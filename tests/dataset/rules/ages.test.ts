import { describe, expect, it } from 'vitest';
import { ages } from '../../../src/dataset/rules/ages.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['crossed ages', { 2: { age_min: '60', age_max: '18' } }, ['ages-crossed 2 age_min']],
  ['one and the same age', { 2: { age_min: '18', age_max: '18' } }, []],
  ['an open end', { 2: { age_max: '' } }, []],
];

describe('ages', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(ages, 'editions/2010/services.csv', changes)).toEqual(expected);
  });

  it('crossed ages of a condition', () => {
    const changes = { 2: { age_min: '18', age_max: '5' } };
    expect(checkRule(ages, 'taxonomy/criteria.csv', changes)).toEqual(['ages-crossed 2 age_min']);
  });
});
