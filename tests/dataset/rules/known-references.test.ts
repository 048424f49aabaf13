import { describe, expect, it } from 'vitest';
import { knownReferences } from '../../../src/dataset/rules/known-references.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  [
    'an id that does not exist',
    { 2: { organization: 'example-clinik' } },
    ['unknown-reference 2 organization'],
  ],
  ['one of a list', { 2: { accepts: 'adults-only;adult-only' } }, ['unknown-reference 2 accepts']],
  ['an id of another table', { 2: { organization: 'survey-2010' } }, ['unknown-reference 2 organization']],
];

describe('knownReferences', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(knownReferences, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
