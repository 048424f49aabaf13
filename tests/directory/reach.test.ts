import { describe, expect, it } from 'vitest';
import { provincesInForce, provincesOfPlaces, reach } from '../../src/directory/reach.ts';

const places = provincesOfPlaces([{ id: 'riverside', province: 'XX-1' }]);

describe('reach', () => {
  it.each([
    [{ coverage: 'nationwide' as const, provinces: [], places: [] }, 'nationwide'],
    [{ coverage: 'listed' as const, provinces: ['XX-1'], places: [] }, 'listed'],
    [{ coverage: 'listed' as const, provinces: ['XX-1'], places: ['riverside'] }, 'partly'],
    [{ coverage: 'listed' as const, provinces: ['XX-2'], places: [] }, undefined],
    [{ coverage: 'not-stated' as const, provinces: [], places: [] }, undefined],
  ])('%o reaches XX-1: %s', (service, how) => {
    expect(reach(service, 'XX-1', places)).toBe(how);
  });

  it('is not narrowed by a place in another province', () => {
    expect(
      reach({ coverage: 'listed', provinces: ['XX-1', 'XX-2'], places: ['riverside'] }, 'XX-2', places),
    ).toBe('listed');
  });
});

describe('provincesInForce', () => {
  const provinces = [
    { id: 'old' },
    { id: 'new', valid_from: '2013-12-31' },
    { id: 'gone', valid_to: '2012-01-01' },
  ];
  it.each([
    ['2010-12', ['old', 'gone']],
    ['2012-01-01', ['old']],
    ['2013-12-30', ['old']],
    ['2013-12-31', ['old', 'new']],
    ['2013-12', ['old', 'new']],
    ['2014', ['old', 'new']],
  ])('on %s', (date, ids) => {
    expect(provincesInForce(provinces, date).map((province) => (province as { id: string }).id)).toEqual(ids);
  });
});
