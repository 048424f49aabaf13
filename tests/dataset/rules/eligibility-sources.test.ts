import { describe, expect, it } from 'vitest';
import { eligibilitySources } from '../../../src/dataset/rules/eligibility-sources.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  [
    'an answer without source and page',
    { 4: { men: 'no' } },
    ['eligibility-without-source 4 eligibility_source', 'eligibility-without-source 4 eligibility_page'],
  ],
  [
    'an answer without page',
    { 2: { eligibility_page: '' } },
    ['eligibility-without-source 2 eligibility_page'],
  ],
  [
    'no answer and no source',
    { 2: { women: '', men: '', eligibility_source: '', eligibility_page: '' } },
    [],
  ],
];

describe('eligibilitySources', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(eligibilitySources, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});
