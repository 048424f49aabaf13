import { describe, expect, it } from 'vitest';
import { shelterPlaces } from '../../../src/dataset/rules/shelter-places.ts';
import { checkRule } from './check-rule.ts';

const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['a place of a shelter', { 3: { places: 'hilltown' } }, ['place-of-shelter 3 places']],
  ['a place of a clinic', { 2: { places: 'hilltown' } }, []],
  [
    'a confidential clinic',
    { 2: { places: 'hilltown', location: 'confidential' } },
    ['place-of-shelter 2 places'],
  ],
  ['a confidential clinic without a place', { 2: { places: '', location: 'confidential' } }, []],
  ['a place in its project', { 3: { project: 'Hilltown' } }, ['place-of-shelter 3 project']],
  ['a place in its note', { 3: { note_en: 'At the coast bridge.' } }, ['place-of-shelter 3 note_en']],
  ['a street in its note', { 3: { note_en: 'St. 271, blue gate.' } }, ['place-of-shelter 3 note_en']],
  [
    'a place in its coverage as printed',
    { 3: { coverage_as_printed: 'Hilltown' } },
    ['place-of-shelter 3 coverage_as_printed'],
  ],
  ['a province', { 3: { note_en: 'A house in Example Hills.' } }, []],
  ['a note on a clinic', { 2: { note_en: 'Street 12, Hilltown.' } }, []],
];

describe('shelterPlaces', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(shelterPlaces, 'editions/2010/services.csv', changes)).toEqual(expected);
  });
});

describe('shelterPlaces of contacts and statements', () => {
  it('looks at the contacts of a confidential service only', () => {
    const check = (location: string) => {
      const services = 'editions/2010/services.csv';
      return checkRule(
        shelterPlaces,
        services,
        { 2: { places: '', location } },
        { 'editions/2010/contacts.csv': { 2: { role: 'Hilltown office' } } },
      );
    };
    expect(check('confidential')).toEqual(['editions/2010/contacts.csv: place-of-shelter 2 role']);
    expect(check('')).toEqual([]);
  });

  it.each([
    ['sh', ['place-of-shelter 2 text_en']],
    ['sh.shelter', ['place-of-shelter 2 text_en']],
    ['general', []],
  ])('looks at statements on %s', (topic, expected) => {
    const changes = { 2: { topic, text_en: 'Full, in Hilltown.' } };
    expect(checkRule(shelterPlaces, 'editions/2010/statements.csv', changes)).toEqual(expected);
  });

  it.each([
    ['example-shelter', 'Taken over at Hilltown.', []],
    ['example-shelter', 'Taken to St. 271, Hilltown.', ['place-of-shelter 2 text_en']],
    ['', 'The embassy is at St. 271, Hilltown.', []],
  ])('lets a step of %j name a town, and no street of a shelter: %s', (parties, text_en, expected) => {
    const changes = { 2: { parties, text_en } };
    expect(checkRule(shelterPlaces, 'editions/2010/procedures.csv', changes)).toEqual(expected);
  });

  it('looks at the note on an organization that is nothing but a shelter', () => {
    const changes = { 2: { note_en: 'In Hilltown.' }, 3: { note_en: 'In Hilltown.' } };
    expect(checkRule(shelterPlaces, 'organizations.csv', changes)).toEqual(['place-of-shelter 3 note_en']);
  });
});
