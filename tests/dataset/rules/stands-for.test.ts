import { expect, it } from 'vitest';
import { standsFor } from '../../../src/dataset/rules/stands-for.ts';
import { checkRule } from './check-rule.ts';

it.each<[string, Record<number, Record<string, string>>, string[]]>([
  ['a word that stands for itself', {}, []],
  ['a word for NGOs', { 6: { stands_for: 'ngo' } }, []],
  ['people who come by themselves', { 6: { stands_for: 'person' } }, []],
  ['one NGO for all of them', { 2: { stands_for: 'ngo' } }, ['stands-for-without-role 2 stands_for']],
  ['a police for people', { 5: { stands_for: 'person' } }, ['stands-for-without-role 5 stands_for']],
])('%s', (_, changes, expected) => {
  expect(checkRule(standsFor, 'organizations.csv', changes)).toEqual(expected);
});
