import { describe, expect, it } from 'vitest';
import { listFiles, readDraft } from '../../../src/dataset/read-draft.ts';
import { numbersInTexts } from '../../../src/dataset/rules/numbers-in-texts.ts';
import { GOOD } from '../broken-folder.ts';
import { checkRule } from './check-rule.ts';

const STEPS = 'editions/2010/procedures.csv';

describe('numbers in texts', () => {
  it.each([
    'Ring 012 000 000.',
    'Ring 023-000-000, in the morning.',
    'Ring (012) 000 000',
    'Ring ០១២ ០០០ ០០០',
    'ទូរស័ព្ទ 012000000',
    'Ring +1 202 555 0123.',
    'Ring 012–000–000 or 012 – 000 – 000',
    'Ring 012·000·000',
    'Ring 012\u2011000\u2011000',
    'Ring 012,000,000',
    'Ring 012_000_000',
    'Ring ０１２ ０００ ０００',
    'Ring 012\n000 000',
  ])('%s', (text_en) => {
    expect(checkRule(numbersInTexts, STEPS, { 2: { text_en } })).toEqual(['number-in-text 2 text_en']);
  });

  it.each([
    'From 2007 to 2010, 1,826 people came.',
    'Held on 2010-12-07/2010-12-08.',
    'See pp. 123-456 and law 12/2008.',
    'Within 1 month, at 8:00-17:00.',
    'Open 07.30-11.30 and 14.00–17.00, or 0900-1700.',
    'From 15 02 2008, ថ្ងៃទី ១៥ ០២ ២០០៨.',
    'On 01/02/2010 and 01.02.2010, in 0.125 of 0.1234567 cases.',
  ])('%s tells none', (text_en) => {
    expect(checkRule(numbersInTexts, STEPS, { 2: { text_en } })).toEqual([]);
  });

  it('looks at the texts of an edition', () => {
    const { draft } = readDraft(GOOD, listFiles(GOOD) ?? []);
    const about = draft.editions[0]?.about;
    if (about?.values === undefined) throw new Error('The good directory has no edition.');
    expect(numbersInTexts.check(draft)).toEqual([]);
    about.values.scope_en = 'Ring 012 000 000.';
    expect(numbersInTexts.check(draft).map(({ code, column }) => `${code} ${column}`)).toEqual([
      'number-in-text scope_en',
    ]);
  });

  it('looks at every text of every table, and not where numbers belong', () => {
    const text = 'Ring +1 202 555 0123';
    expect(
      checkRule(
        numbersInTexts,
        STEPS,
        { 3: { note_en: text } },
        {
          'organizations.csv': { 2: { note_en: text } },
          'taxonomy/offices.csv': { 2: { name_en: text } },
          'editions/2010/services.csv': { 3: { note_en: text } },
          'editions/2010/statements.csv': { 2: { text_en: text } },
          'editions/2010/figures.csv': { 2: { label_en: text } },
          'editions/2010/contacts.csv': { 2: { note_en: text, phone_as_printed: '+1 202 555 0123' } },
        },
      ).sort(),
    ).toEqual([
      'editions/2010/contacts.csv: number-in-text 2 note_en',
      'editions/2010/figures.csv: number-in-text 2 label_en',
      'editions/2010/services.csv: number-in-text 3 note_en',
      'editions/2010/statements.csv: number-in-text 2 text_en',
      'number-in-text 3 note_en',
      'organizations.csv: number-in-text 2 note_en',
      'taxonomy/offices.csv: number-in-text 2 name_en',
    ]);
  });
});
