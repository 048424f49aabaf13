import { describe, expect, it } from 'vitest';
import { doNotList } from '../../../src/dataset/rules/do-not-list.ts';
import { checkRule } from './check-rule.ts';

const REGISTER = 'private/do-not-list.csv';
const CONTACTS = 'editions/2010/contacts.csv';
const STATEMENTS = 'editions/2010/statements.csv';

/** What the rule says when one entry of a private register meets a few changed cells. */
function meet(what: string, value: string, file: string, changes: Record<number, Record<string, string>>) {
  return checkRule(doNotList, file, changes, { [REGISTER]: { 2: { id: 'd001', what, value } } });
}

describe('doNotList', () => {
  it('says nothing without a register', () => {
    expect(checkRule(doNotList, CONTACTS, { 3: { person: 'Planted Canary' } })).toEqual([]);
  });

  it.each([
    ['the id', 'example-shelter', ['id', 'name_en']],
    ['the name', 'EXAMPLE  HOUSE', ['name_en']],
    ['the acronym', 'exh', ['acronym']],
    ['another organization', 'Example Farm', []],
    ['a word of the name', 'Example', []],
  ])('finds an organization by %s', (_, value, columns) => {
    const named = {
      3: { name_en: value === 'example-shelter' ? 'Example Shelter' : 'Example House', note_en: '' },
    };
    const found = meet('organization', value, 'organizations.csv', named);
    expect(found.filter((said) => /^on-the-do-not-list 3 /.test(said))).toEqual(
      columns.map((column) => `on-the-do-not-list 3 ${column}`),
    );
  });

  it.each([
    ['Example Farm', "The Example Farm's gate.", 1],
    ['The Example Farm', 'example-farm has no beds', 1],
    ['Example Farm', 'An example: farmers.', 0],
    ['Hope', 'Hope has no beds.', 1],
    ['Hope', 'No hope of a bed.', 0],
    ['កសិដ្ឋាន', 'នៅកសិដ្ឋាននេះ', 1],
  ])('finds the organization "%s" in "%s"', (value, text_en, times) => {
    expect(meet('organization', value, STATEMENTS, { 3: { text_en } })).toHaveLength(times);
  });

  it.each(['Planted Canary', 'Mr. Planted Canary', 'CANARY Planted', 'Plánted Canary'])(
    'finds a person written "%s"',
    (person) => {
      expect(meet('person', 'Planted Canary', CONTACTS, { 3: { person } })).toEqual([
        'on-the-do-not-list 3 person',
      ]);
      expect(
        meet('person', 'Ms Planted Canary', CONTACTS, { 3: { person_as_printed: `Somebody;${person}` } }),
      ).toEqual(['on-the-do-not-list 3 person_as_printed']);
      expect(meet('person', 'Planted Canary', STATEMENTS, { 3: { text_en: `Ask ${person}.` } })).toEqual([
        'on-the-do-not-list 3 text_en',
      ]);
    },
  );

  it('leaves a longer name alone, and a single name that is a word of a place', () => {
    expect(meet('person', 'Planted Canary', CONTACTS, { 3: { person: 'Planted Canaryman' } })).toEqual([]);
    expect(meet('person', 'Hills', STATEMENTS, { 3: { text_en: 'Nobody in Example Hills.' } })).toEqual([]);
    expect(meet('person', 'Hills', CONTACTS, { 3: { person: 'Hills' } })).toEqual([
      'on-the-do-not-list 3 person',
    ]);
  });

  it.each(['+85523999777', '023 999 777'])('finds the number %s in any notation', (value) => {
    expect(meet('phone', value, CONTACTS, { 3: { phone: '+85523999777' } })).toEqual([
      'on-the-do-not-list 3 phone',
    ]);
    for (const written of [
      '023999777',
      '(023) 99-97.77',
      '00855 23 999 777',
      '០២៣ ៩៩៩ ៧៧៧',
      '+855 (0)23 999777',
    ]) {
      expect(meet('phone', value, CONTACTS, { 3: { phone_as_printed: written } })).toEqual([
        'on-the-do-not-list 3 phone_as_printed',
      ]);
      expect(meet('phone', value, CONTACTS, { 3: { note_en: `Or ${written}, at night` } })).toEqual([
        'on-the-do-not-list 3 note_en',
      ]);
    }
    expect(
      meet('phone', value, CONTACTS, { 3: { phone: '+85523999778', note_en: 'pages 23, 999, 777' } }),
    ).toEqual([]);
  });

  it('finds an address', () => {
    expect(meet('email', 'Canary@Example.org', CONTACTS, { 3: { email: 'canary@example.org' } })).toEqual([
      'on-the-do-not-list 3 email',
    ]);
    expect(
      meet('email', 'canary@example.org', STATEMENTS, { 3: { text_en: 'Write to (canary@example.org).' } }),
    ).toEqual(['on-the-do-not-list 3 text_en']);
    expect(meet('email', 'canary@example.org', CONTACTS, { 3: { email: 'a.canary@example.org' } })).toEqual(
      [],
    );
  });

  it('looks into private rows too', () => {
    const canary = {
      id: 'quiet',
      kind: 'person',
      person: 'Planted Canary',
      visibility: 'withheld',
      source: 'forum-2010',
      page: '1',
    };
    expect(meet('person', 'Planted Canary', 'private/editions/2010/contacts.csv', { 2: canary })).toEqual([
      'on-the-do-not-list 2 person',
    ]);
  });

  it.each([
    ['organization', 'Example Farm', []],
    ['person', 'Planted Canary', ['do-not-list-names-a-person 2 value']],
    ['phone', '023 999 777', ['do-not-list-names-a-person 2 value']],
    ['email', 'canary@example.org', ['do-not-list-names-a-person 2 value']],
  ])('takes of a public register: %s', (what, value, expected) => {
    expect(checkRule(doNotList, 'do-not-list.csv', { 2: { id: 'd001', what, value } })).toEqual(expected);
  });

  it.each([
    ['organization', '…'],
    ['person', '?'],
    ['phone', '023'],
    ['email', 'canary'],
  ])('refuses a %s that matches nothing', (what, value) => {
    expect(meet(what, value, CONTACTS, {})).toEqual([
      'private/do-not-list.csv: entry-matches-nothing 2 value',
    ]);
  });
});
