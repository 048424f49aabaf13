import { describe, expect, it } from 'vitest';
import { servicesWithNumber } from '../../src/directory/number-search.ts';

const numbers = [
  { digits: '85510000123', services: ['a'] },
  { digits: '85523000456', services: ['b', 'c'] },
];

describe('servicesWithNumber', () => {
  it.each([
    ['+855 10 000 123', ['a']],
    ['00855 10 000 123', ['a']],
    ['855-10-000-123', ['a']],
    ['010 000 123', ['a']],
    ['010.000.123', ['a']],
    ['(010) 000 123', ['a']],
    ['+855 (0)10 000 123', ['a']],
    ['855 010 000 123', ['a']],
    ['០១០ ០០០ ១២៣', ['a']],
    ['00456', ['b', 'c']],
    ['00123', ['a']],
    ['3000456', ['b', 'c']],
    ['00 045 699', []],
  ])('%s', (line, services) => {
    expect([...(servicesWithNumber(numbers, line) ?? ['no number'])]).toEqual(services);
  });

  it.each(['123', 'boy 15', '0', '', 'shelter 85510000123'])('takes "%s" for no number', (line) => {
    expect(servicesWithNumber(numbers, line)).toBeUndefined();
  });
});
