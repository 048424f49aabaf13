import { describe, expect, it } from 'vitest';
import { sharedPhones } from '../../../src/dataset/rules/shared-phones.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['two organizations', { 3: { phone: '+12025550123', organization: 'families' } }, ['shared-phone 3 phone']],
  ['the same organization', { 3: { phone: '+12025550123' } }, []],
  ['an unknown organization', { 3: { phone: '+12025550123', organization: '' } }, []],
];

describe('sharedPhones', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(sharedPhones, 'editions/2010/contacts.csv', changes)).toEqual(expected);
  });
});
