import { describe, expect, it } from 'vitest';
import { consent } from '../../../src/dataset/rules/consent.ts';
import { latestDay } from '../../../src/directory/freshness.ts';
import { checkRule } from './check-rule.ts';

// The day that the rule goes by, which is the latest one anywhere.
const today = latestDay(new Date());
const yesterday = latestDay(new Date(Date.now() - 86_400_000));
const given = { consent: 'yes', consent_by: 'Planted Canary', consent_on: '2026-03-01' };
/** Row 2 of the good contacts is a public office, row 3 a person for practitioners. */
const CASES: [string, Record<number, Record<string, string>>, string[]][] = [
  ['nobody asked', {}, []],
  ['an office that is public', { 2: { consent: '' } }, []],
  ['a person made public', { 3: { visibility: 'public' } }, ['public-person-without-consent 3 visibility']],
  [
    'an office that names a person',
    { 2: { person: 'Planted Canary' } },
    ['public-person-without-consent 2 visibility'],
  ],
  ['a person who agreed', { 3: { visibility: 'public', ...given } }, []],
  [
    'a yes that nobody gave',
    { 3: { visibility: 'public', ...given, consent_by: '' } },
    ['consent-incomplete 3 consent_by', 'public-person-without-consent 3 visibility'],
  ],
  ['a yes without a day', { 3: { ...given, consent_on: '' } }, ['consent-incomplete 3 consent_on']],
  ['a day without a yes', { 3: { consent_on: '2026-03-01' } }, ['consent-incomplete 3 consent']],
  ['an end without a yes', { 3: { consent_expires: '2999-01-01' } }, ['consent-incomplete 3 consent']],
  [
    'a day to come',
    { 3: { visibility: 'public', ...given, consent_on: '2999' } },
    ['future-consent 3 consent_on', 'public-person-without-consent 3 visibility'],
  ],
  ['today', { 3: { ...given, consent_on: today } }, []],
  [
    'an end before the beginning',
    { 2: { ...given, consent_on: '2999-02', consent_expires: '2999-01-31' } },
    ['future-consent 2 consent_on', 'consent-ends-before-it-begins 2 consent_expires'],
  ],
  ['an end on the same day', { 3: { ...given, consent_on: today, consent_expires: today } }, []],
  [
    'an end that has passed',
    { 2: { ...given, consent_on: '2019', consent_expires: yesterday } },
    ['contact-now-withheld 2 consent_expires'],
  ],
  ['a no', { 3: { consent: 'no' } }, ['contact-now-withheld 3 consent']],
  ['a no to what is withheld anyway', { 3: { consent: 'no', visibility: 'withheld' } }, []],
];

describe('consent', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(checkRule(consent, 'editions/2010/contacts.csv', changes)).toEqual(expected);
  });
});
