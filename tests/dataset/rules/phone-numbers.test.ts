import { describe, expect, it } from 'vitest';
import { phoneNumbers } from '../../../src/dataset/rules/phone-numbers.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a number of another country', { 2: { phone: '+442079460000' } }, []],
  ['too few digits', { 2: { phone: '+855230000' } }, ['impossible-phone 2 phone']],
  ['a country code that does not exist', { 2: { phone: '+999123456789' } }, ['impossible-phone 2 phone']],
  ['right length, not in the plan', { 2: { phone: '+85523000000' } }, ['unknown-phone 2 phone']],
  ['no number', { 2: { phone: '' } }, []],
];

describe('phoneNumbers', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(phoneNumbers, 'editions/2010/contacts.csv', changes)).toEqual(expected);
  });
});
