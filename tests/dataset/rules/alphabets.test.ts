import { describe, expect, it } from 'vitest';
import { alphabets } from '../../../src/dataset/rules/alphabets.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['Cyrillic inside a Latin word', { 2: { name_en: 'Ехample' } }, ['mixed-scripts 2 name_en']],
  ['a word of look-alikes only', { 2: { acronym: 'ЕХС' } }, ['mixed-scripts 2 acronym']],
  ['one value of a list', { 2: { aliases: 'Clinic;Сlinic' } }, ['mixed-scripts 2 aliases']],
  ['real Greek and Cyrillic words', { 2: { note_en: 'κλινική, больница, α' } }, []],
  ['Khmer beside Latin', { 2: { note_km: 'ឧទាហរណ៍ NGO ២' } }, []],
  ['a lost letter', { 2: { note_en: 'Caf\uFFFD' } }, ['damaged-text 2 note_en']],
];

describe('alphabets', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(alphabets, 'organizations.csv', changes)).toEqual(expected);
  });
});
