import { describe, expect, it } from 'vitest';
import { provincesOfEditions } from '../../../src/dataset/rules/provinces-in-force.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a province of later', { 2: { provinces: 'KH-91;KH-93' } }, ['province-not-in-force 2 provinces']],
  ["an unknown province is another rule's", { 2: { provinces: 'KH-99' } }, []],
];

describe('provincesOfEditions', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(provincesOfEditions, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
