import { expect, it } from 'vitest';
import { peopleOfCriteria } from '../../../src/dataset/rules/people-of-criteria.ts';
import { checkRule } from './check-rule.ts';

it.each<[string, Record<string, string>, string[]]>([
  ['of people', { kind: 'person', people: 'girls', age_max: '12' }, []],
  ['of a condition', { kind: 'condition', people: 'girls' }, []],
  ['of a paper', { kind: 'document', people: 'girls' }, ['people-without-effect 3 people']],
  ['of a limit', { kind: 'limit', age_min: '5' }, ['people-without-effect 3 age_min']],
  ['only an oldest age', { kind: 'limit', age_max: '5' }, ['people-without-effect 3 age_max']],
  ['nobody', { kind: 'document' }, []],
])('%s', (_, cells, expected) => {
  expect(checkRule(peopleOfCriteria, 'taxonomy/criteria.csv', { 3: cells })).toEqual(expected);
});
