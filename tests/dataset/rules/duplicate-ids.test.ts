import { describe, expect, it } from 'vitest';
import { duplicateIds } from '../../../src/dataset/rules/duplicate-ids.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['the same id twice', { 5: { id: 'example-clinic' } }, ['duplicate-id 5 id']],
  [
    'three times',
    { 4: { id: 'families' }, 5: { id: 'families' } },
    ['duplicate-id 5 id', 'duplicate-id 6 id'],
  ],
];

describe('duplicateIds', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(duplicateIds, 'organizations.csv', changes)).toEqual(expected);
  });
});
