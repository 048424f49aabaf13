import { describe, expect, it } from 'vitest';
import { procedures } from '../../../src/dataset/rules/procedures.ts';
import { checkRule } from './check-rule.ts';

const MORE = {
  procedure: 'example-return',
  name_en: 'A person who comes back from Exampleland',
  text_en: 'Something is done.',
  source: 'forum-2010',
  page: '6',
  confidence: 'high',
};
const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['one name and steps in order', {}, []],
  ['no order given', { 2: { step: '' }, 3: { step: '' } }, []],
  ['a step that is missing', { 3: { step: '3' } }, ['procedure-steps-broken 3 step']],
  ['a step that stands twice', { 3: { step: '1' } }, ['procedure-steps-broken 3 step']],
  ['one step without a number', { 2: { step: '' } }, ['procedure-steps-broken 2 step']],
  ['another name', { 3: { name_en: 'Somebody else' } }, ['procedure-name-differs 3 name_en']],
  [
    'a name that only one row has in Khmer',
    { 3: { name_km: 'ឧទាហរណ៍' } },
    ['procedure-name-differs 3 name_km'],
  ],
  [
    'a step left out, which is one mistake whatever follows',
    { 4: { ...MORE, id: 'example-return-4', step: '4' }, 5: { ...MORE, id: 'example-return-5', step: '5' } },
    ['procedure-steps-broken 4 step'],
  ],
  ['two procedures', { 3: { procedure: 'example-stay', step: '1', name_en: 'Somebody else' } }, []],
];

describe('procedures', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(procedures, 'editions/2010/procedures.csv', changes)).toEqual(expected);
  });
});
