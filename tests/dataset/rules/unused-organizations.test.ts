import { describe, expect, it } from 'vitest';
import { unusedOrganizations } from '../../../src/dataset/rules/unused-organizations.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  [
    'named by nobody',
    { 7: { id: 'example-school', name_en: 'School', kind: 'ngo' } },
    ['unused-organization 7 id'],
  ],
  [
    'parent of another',
    { 7: { id: 'example-school', name_en: 'School', kind: 'ngo' }, 2: { parent: 'example-school' } },
    [],
  ],
];

describe('unusedOrganizations', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(unusedOrganizations, 'organizations.csv', changes)).toEqual(expected);
  });
});
