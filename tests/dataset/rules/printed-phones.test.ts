import { describe, expect, it } from 'vitest';
import { printedPhones } from '../../../src/dataset/rules/printed-phones.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['other digits', { 2: { phone_as_printed: '1 202 555 0132' } }, ['phone-differs-from-print 2 phone']],
  ['one spelling that fits', { 2: { phone_as_printed: '202 555 0132;(202) 555-0123' } }, []],
  [
    'leading zero for the country code',
    { 2: { phone: '+85523000000', phone_as_printed: '023 00 00 00' } },
    [],
  ],
  ['Khmer digits', { 2: { phone: '+85523000000', phone_as_printed: '០២៣ ០០ ០០ ០០' } }, []],
  [
    'a digit missing in print',
    { 2: { phone: '+85523000000', phone_as_printed: '023 00 00 0' } },
    ['phone-differs-from-print 2 phone'],
  ],
  ['no printed number', { 2: { phone_as_printed: '' } }, []],
];

describe('printedPhones', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(printedPhones, 'editions/2010/contacts.csv', changes)).toEqual(expected);
  });
});
