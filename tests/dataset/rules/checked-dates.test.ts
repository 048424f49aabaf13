import { describe, expect, it } from 'vitest';
import { checkedDates } from '../../../src/dataset/rules/checked-dates.ts';
import { latestDay } from '../../../src/directory/freshness.ts';
import { checkRule } from './check-rule.ts';

const today = latestDay(new Date());
const inTwoDays = latestDay(new Date(Date.now() + 2 * 24 * 60 * 60 * 1000));
const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a day to come', { 2: { verified_on: '2999-01-01' } }, ['future-check 2 verified_on']],
  ['a year to come', { 2: { verified_on: '2999' } }, ['future-check 2 verified_on']],
  ['the day after tomorrow', { 2: { verified_on: inTwoDays } }, ['future-check 2 verified_on']],
  ['today, where it is latest', { 2: { verified_on: today } }, []],
  ['this month', { 2: { verified_on: today.slice(0, 7) } }, []],
  ['this year', { 2: { verified_on: today.slice(0, 4) } }, []],
  ['never checked', { 2: { verified_on: '' } }, []],
];

describe('checkedDates', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(checkedDates, 'editions/2010/contacts.csv', changes)).toEqual(expected);
  });
});
