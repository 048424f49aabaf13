import { describe, expect, it } from 'vitest';
import { dateInWords, readDuration } from '../../src/i18n/dates.ts';

describe('dateInWords', () => {
  it.each([
    ['2010', 'en', '2010'],
    ['2010-12', 'en', 'December 2010'],
    ['2010-12-08', 'en', '8 December 2010'],
    ['2010', 'km', 'ឆ្នាំ 2010'],
    ['2010-12', 'km', 'ខែធ្នូ ឆ្នាំ 2010'],
    ['2010-12-08', 'km', 'ថ្ងៃទី 8 ខែធ្នូ ឆ្នាំ 2010'],
  ] as const)('%s in %s is %s', (date, language, text) => {
    expect(dateInWords(date, language)).toBe(text);
  });
});

describe('readDuration', () => {
  it('reads years, months and days and nothing else', () => {
    expect(readDuration('P2Y')).toEqual({ count: 2, unit: 'years' });
    expect(readDuration('P12M')).toEqual({ count: 12, unit: 'months' });
    expect(readDuration('long-term')).toBeUndefined();
  });
});
