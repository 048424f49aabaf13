import { describe, expect, it } from 'vitest';
import { isPartialDate } from '../../src/schema/fields.ts';

describe('isPartialDate', () => {
  it.each([
    ['2010', true],
    ['2010-12', true],
    ['2010-12-08', true],
    ['2012-02-29', true],
    ['2010-02-29', false],
    ['2010-13', false],
    ['2010-00', false],
    ['2010-12-00', false],
    ['2010-1', false],
    ['8/12/2010', false],
    ['២០១០', false],
  ])('%s: %s', (value, expected) => expect(isPartialDate(value)).toBe(expected));
});
