import { describe, expect, it } from 'vitest';
import { freshness, monthsBetween } from '../../src/directory/freshness.ts';

const limits = { fresh_months: 12, due_months: 24 };

describe('freshness', () => {
  it.each([
    ['2025-12-01', '2010-12', 'fresh', true],
    ['2025-11-21', '2010-12', 'due', true],
    ['2024-11-22', '2010-12', 'due', true],
    ['2024-11-21', '2010-12', 'stale', true],
    [undefined, '2010-12', 'stale', false],
    [undefined, '2026-10', 'fresh', false],
    ['2031-01', '2010-12', 'stale', true],
  ] as const)('checked %s, recorded %s: %s', (verified_on, recorded, age, checked) => {
    expect(freshness({ verified_on }, recorded, limits, '2026-11-21')).toEqual({
      age,
      checked,
      date: verified_on ?? recorded,
    });
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2010', '2010-12-31', 11],
    ['2010-12', '2011-01-01', 1],
    ['2010-12-08', '2011-12-07', 11],
    ['2010-12-08', '2011-12-08', 12],
  ])('%s to %s is %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});
