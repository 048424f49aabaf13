import { describe, expect, it } from 'vitest';
import { type ConsentColumns, consentState, isOfAPerson, isToCome } from '../../src/directory/consent.ts';

const given: ConsentColumns = { consent: 'yes', consent_by: 'Planted Canary', consent_on: '2026-03-01' };
const DAY = '2026-06-15';

describe('consentState', () => {
  it.each<[string, ConsentColumns, string]>([
    ['nothing', {}, 'not-asked'],
    ['a yes with giver and day', given, 'given'],
    ['a yes for this month', { ...given, consent_on: '2026-06' }, 'given'],
    ['a yes without giver', { ...given, consent_by: undefined }, 'not-asked'],
    ['a yes without day', { ...given, consent_on: undefined }, 'not-asked'],
    ['a yes of tomorrow', { ...given, consent_on: '2026-06-16' }, 'not-asked'],
    ['the last day', { ...given, consent_expires: '2026-06-15' }, 'given'],
    ['the day after', { ...given, consent_expires: '2026-06-14' }, 'expired'],
    ['an end alone', { consent_expires: '2026-06-14' }, 'expired'],
    ['a no', { consent: 'no' }, 'refused'],
    ['a no that has an end', { consent: 'no', consent_expires: '2999-01-01' }, 'refused'],
  ])('%s', (_, columns, state) => {
    expect(consentState(columns, DAY)).toBe(state);
  });
});

describe('isToCome', () => {
  it.each([
    ['2026-06-15', false],
    ['2026-06-16', true],
    ['2026-06', false],
    ['2026-07', true],
    ['2026', false],
  ])('%s: %s', (date, expected) => expect(isToCome(date, DAY)).toBe(expected));
});

describe('isOfAPerson', () => {
  it('holds for a person and for a name in another kind of contact', () => {
    expect(isOfAPerson({ kind: 'office', person_as_printed: [] })).toBe(false);
    expect(isOfAPerson({ kind: 'person', person_as_printed: [] })).toBe(true);
    expect(isOfAPerson({ kind: 'office', person: 'Planted Canary', person_as_printed: [] })).toBe(true);
    expect(isOfAPerson({ kind: 'hotline', person_as_printed: ['P. Canary'] })).toBe(true);
  });
});
