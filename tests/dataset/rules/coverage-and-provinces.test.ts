import { describe, expect, it } from 'vitest';
import { coverageAndProvinces } from '../../../src/dataset/rules/coverage-and-provinces.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  [
    'listed without provinces',
    { 2: { provinces: '', places: '' } },
    ['listed-without-provinces 2 provinces'],
  ],
  ['nationwide with provinces', { 3: { provinces: 'KH-91' } }, ['provinces-without-listed 3 coverage']],
  ['not stated with provinces', { 4: { provinces: 'KH-91' } }, ['provinces-without-listed 4 coverage']],
];

describe('coverageAndProvinces', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(coverageAndProvinces, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
