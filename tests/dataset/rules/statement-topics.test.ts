import { describe, expect, it } from 'vitest';
import { statementTopics } from '../../../src/dataset/rules/statement-topics.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a group', { 2: { topic: 'sh' } }, []],
  ['a theme', { 2: { topic: 'capacity' } }, []],
  ['a name instead of an id', { 2: { topic: 'shelter' } }, ['unknown-topic 2 topic']],
];

describe('statementTopics', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(statementTopics, 'editions/2010/statements.csv', changes)).toEqual(expected);
  });
});
