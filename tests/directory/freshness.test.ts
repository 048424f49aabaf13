import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, dayAfterMonths, freshness, latestDay } from '../../src/directory/freshness.ts';

const limits = { fresh_months: 12, due_months: 24 };

describe('freshness', () => {
  it.each([
    ['2025-12-01', '2010-12', 'fresh', '2026-12-01', '2027-12-01'],
    ['2025-11-22', '2010-12', 'fresh', '2026-11-22', '2027-11-22'],
    ['2025-11-21', '2010-12', 'due', '2026-11-21', '2027-11-21'],
    ['2024-11-22', '2010-12', 'due', '2025-11-22', '2026-11-22'],
    ['2024-11-21', '2010-12', 'stale', '2025-11-21', '2026-11-21'],
    // Parts of a date count from their first day.
    ['2025-11', '2010-12', 'due', '2026-11-01', '2027-11-01'],
    ['2025-12', '2010-12', 'fresh', '2026-12-01', '2027-12-01'],
    ['2026', '2010-12', 'fresh', '2027-01-01', '2028-01-01'],
    ['2025', '2010-12', 'due', '2026-01-01', '2027-01-01'],
    ['2026-11-21', '2010-12', 'fresh', '2027-11-21', '2028-11-21'],
  ] as const)('checked %s, recorded %s: %s', (verified_on, recorded, age, dueFrom, staleFrom) => {
    const found = freshness({ verified_on }, recorded, limits, '2026-11-21');
    expect(found).toEqual({ age, checked: true, date: verified_on, dueFrom, staleFrom });
  });

  it.each([
    ['2010-12', 'stale', '2012-12-01'],
    ['2024-11-22', 'due', '2026-11-22'],
    // Lately recorded is not checked: nobody has asked who answers.
    ['2026-10', 'due', '2028-10-01'],
    ['2026-11-21', 'due', '2028-11-21'],
  ] as const)('recorded %s and never checked: %s', (recorded, age, staleFrom) => {
    const found = freshness({ verified_on: undefined }, recorded, limits, '2026-11-21');
    expect(found).toEqual({ age, checked: false, date: recorded, staleFrom });
  });

  it.each(['2026-11-22', '2026-12', '2027', '2031-01'])(
    'a day to come makes nothing fresh: %s',
    (verified_on) => {
      expect(freshness({ verified_on }, '2010-12', limits, '2026-11-21').age).toBe('stale');
      expect(freshness({ verified_on: undefined }, verified_on, limits, '2026-11-21').age).toBe('stale');
    },
  );

  it('is never fresh longer than it is not old, whatever the limits', () => {
    const turned = { fresh_months: 24, due_months: 12 };
    expect(freshness({ verified_on: '2025-06' }, '2010', turned, '2026-11-21').age).toBe('stale');
  });

  it('only grows as days go by', () => {
    const order = ['fresh', 'due', 'stale'];
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, day, fc.nat(60), fc.nat(60), (checked, one, other, fresh, more) => {
        const iso = (date: Date) => date.toISOString().slice(0, 10);
        const ageing = {
          dueFrom: dayAfterMonths(iso(checked), fresh),
          staleFrom: dayAfterMonths(iso(checked), fresh + more),
        };
        const [early, late] = [iso(one), iso(other)].sort() as [string, string];
        expect(order.indexOf(ageOn(early, ageing))).toBeLessThanOrEqual(order.indexOf(ageOn(late, ageing)));
      }),
    );
  });
});

describe('dayAfterMonths', () => {
  it.each([
    ['2010', 12, '2011-01-01'],
    ['2010', 6, '2010-07-01'],
    ['2010-12', 1, '2011-01-01'],
    ['2010-12-08', 12, '2011-12-08'],
    ['2010-12-31', 24, '2012-12-31'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-01-31', 1, '2025-03-01'],
    ['2024-01-30', 1, '2024-03-01'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2025-08-31', 1, '2025-10-01'],
    ['2025-10-31', 2, '2025-12-31'],
  ])('%s and %i months: %s', (date, months, day) => {
    expect(dayAfterMonths(date, months)).toBe(day);
  });
});

describe('latestDay', () => {
  it.each([
    ['2026-11-21T09:59:59Z', '2026-11-21'],
    ['2026-11-21T10:00:00Z', '2026-11-22'],
    // Six in the morning in Phnom Penh, when Greenwich still has the day before.
    ['2026-11-21T23:00:00Z', '2026-11-22'],
    ['2024-02-28T12:00:00Z', '2024-02-29'],
  ])('%s: %s', (moment, day) => {
    expect(latestDay(new Date(moment))).toBe(day);
  });
});
