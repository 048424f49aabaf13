import { describe, expect, it } from 'vitest';
import { doubts } from '../../../src/dataset/rules/doubts.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['medium without a note', { 3: { note_en: '' } }, ['doubt-without-note 3 confidence']],
  ['high without a note', { 3: { note_en: '', confidence: 'high' } }, []],
];

describe('doubts', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(doubts, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
