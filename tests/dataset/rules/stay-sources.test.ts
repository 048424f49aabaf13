import { expect, it } from 'vitest';
import { staySources } from '../../../src/dataset/rules/stay-sources.ts';
import { checkRule } from './check-rule.ts';

const source = { stay_source: 'survey-2010' };

it.each<[string, Record<string, string>, string[]]>([
  ['of the row itself', { stay: 'P2D' }, []],
  ['of another document', { stay: 'P2D', ...source, stay_page: '3' }, []],
  ['no page', { stay: 'P2D', ...source }, ['stay-source-incomplete 3 stay_page']],
  ['no document', { stay: 'P2D', stay_page: '3' }, ['stay-source-incomplete 3 stay_source']],
  ['no length', { ...source, stay_page: '3' }, ['stay-source-incomplete 3 stay']],
])('%s', (_, cells, expected) => {
  expect(checkRule(staySources, 'editions/2010/services.csv', { 3: cells })).toEqual(expected);
});
