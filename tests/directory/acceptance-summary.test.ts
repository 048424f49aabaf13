import { describe, expect, it } from 'vitest';
import { summarizeAcceptance } from '../../src/directory/acceptance-summary.ts';

const yes = { men: 'yes' as const, eligibility_source: 's', eligibility_page: ['12'] };
const silent = { eligibility_page: [] };
const of = (services: Parameters<typeof summarizeAcceptance>[0], person: string) =>
  summarizeAcceptance(services).find((accepted) => accepted.person === person)?.answers;

describe('summarizeAcceptance', () => {
  it('says what all say, with its place', () => {
    expect(of([yes, yes], 'men')).toEqual([{ answer: 'yes', all: true, at: { source: 's', page: ['12'] } }]);
  });
  it('does not stretch the word of some to all', () => {
    expect(of([yes, silent], 'men')).toMatchObject([{ answer: 'yes', all: false }]);
  });
  it('keeps two answers side by side', () => {
    expect(of([yes, { ...yes, men: 'no' }], 'men')?.map(({ answer }) => answer)).toEqual(['yes', 'no']);
  });
  it('says not stated where nobody says anything', () => {
    expect(of([yes, silent], 'women')).toEqual([{ answer: 'not-stated', all: true, at: undefined }]);
  });
});
