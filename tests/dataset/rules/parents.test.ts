import { describe, expect, it } from 'vitest';
import { parents } from '../../../src/dataset/rules/parents.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['part of itself', { 2: { parent: 'example-clinic' } }, ['parent-cycle 2 parent']],
  [
    'a circle of three is said once',
    { 4: { parent: 'example-police' }, 5: { parent: 'example-shelter' } },
    ['parent-cycle 3 parent'],
  ],
  ['a chain', { 4: { parent: 'example-police' } }, []],
];

describe('parents', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(parents, 'organizations.csv', changes)).toEqual(expected);
  });
});
