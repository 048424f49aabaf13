import { expect, it } from 'vitest';
import { senders } from '../../../src/dataset/rules/senders.ts';
import { checkRule } from './check-rule.ts';

const sender = 'example-clinic';

it.each<[string, Record<string, string>, string[]]>([
  ['out, by somebody else', { direction: 'out', sender }, []],
  ['unclear, read as out', { direction: 'unclear', reading: 'out', sender }, []],
  ['in', { direction: 'in', sender }, ['sender-of-nobody 2 sender']],
  ['unclear, read as in', { direction: 'unclear', reading: 'in', sender }, ['sender-of-nobody 2 sender']],
  ['unclear, not read', { direction: 'unclear', sender }, ['sender-of-nobody 2 sender']],
  ['in, without a sender', { direction: 'in' }, []],
])('%s', (_, cells, expected) => {
  expect(checkRule(senders, 'editions/2010/referrals.csv', { 2: cells })).toEqual(expected);
});
