import { describe, expect, it } from 'vitest';
import { retiredIds } from '../../../src/dataset/rules/retired-ids.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['still in use', { 2: { old_id: 'families' } }, ['retired-id-in-use 2 old_id']],
  ['leads to nothing', { 2: { new_id: 'nobody' } }, ['retired-id-leads-nowhere 2 new_id']],
  ['an id of another kind', { 2: { kind: 'service' } }, ['retired-id-leads-nowhere 2 new_id']],
  ['a service of any edition', { 2: { kind: 'service', new_id: 'clinic-general' } }, []],
];

describe('retiredIds', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(retiredIds, 'retired-ids.csv', changes)).toEqual(expected);
  });
});
