import { describe, expect, it } from 'vitest';
import { lookAlikeOrganizations } from '../../../src/dataset/rules/look-alike-organizations.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  [
    'the same name in other letters',
    { 5: { name_en: 'EXAMPLE clinic' } },
    ['look-alike-organization 5 name_en'],
  ],
  ['the alias of another', { 5: { aliases: 'Exampel Clinic' } }, ['look-alike-organization 5 name_en']],
  [
    'two letters apart in a long name',
    { 5: { name_en: 'Exampel Network of Everybody' } },
    ['look-alike-organization 5 name_en'],
  ],
  [
    'another number',
    { 4: { name_en: 'Example Network, office 1' }, 5: { name_en: 'Example Network, office 2' } },
    [],
  ],
  ['short names', { 4: { name_en: 'ABC' }, 5: { name_en: 'ABD' } }, []],
];

describe('lookAlikeOrganizations', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(lookAlikeOrganizations, 'organizations.csv', changes)).toEqual(expected);
  });
});
