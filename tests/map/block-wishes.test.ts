import { describe, expect, it } from 'vitest';
import { blockWishes } from '../../src/map/block-wishes.ts';
import { type MapProvince, mapModel } from '../../src/map/model.ts';
import { mapInput } from './input.ts';

const model = mapModel(mapInput('en'));
const province = (id: string) => model.provinces.find((one) => one.id === id) as MapProvince;
const INSIDE = { at: [100, 100], size: [90, 60], outside: false } as const;
const OUTSIDE = { at: [300, 300], size: [90, 60], outside: true } as const;
const POLE = [120, 110] as const;
const words = { noneRecorded: 'none recorded', oneGroup: false };

describe('blockWishes', () => {
  it('wants all pins first, then the number of organizations, then that number without a name', () => {
    const wishes = [
      ...blockWishes(province('KH-2'), 'wide', { home: INSIDE, pole: POLE, magnified: 1 }, words),
    ];
    const [first] = wishes;
    expect(first?.cluster.pins.map(({ group }) => group.id)).toEqual(['im', 'md', 'sh', 'ed', 'lg', 'cm']);
    expect(first?.cluster.note).toBeNull();
    const last = wishes.at(-1);
    expect([last?.cluster.pins.length, last?.cluster.label, last?.cluster.note?.text]).toEqual([
      0,
      null,
      '4',
    ]);
  });

  it('stands outside with a line until the map is near, then in the province', () => {
    const at = (magnified: number) =>
      blockWishes(province('KH-12'), 'wide', { home: OUTSIDE, pole: POLE, magnified }, words).next().value;
    expect(at(1)?.leader).toBe(true);
    expect(at(1)?.box.x).toBeGreaterThan(200);
    expect(at(2)?.leader).toBe(false);
    expect(at(2)?.box.x).toBeLessThan(120);
  });

  it('says on a small map one number, and a name only outside', () => {
    const small = (id: string, outside: boolean, oneGroup = false) =>
      blockWishes(
        province(id),
        'narrow',
        { home: outside ? OUTSIDE : INSIDE, pole: POLE, magnified: 1 },
        { ...words, oneGroup },
      ).next().value?.cluster;
    expect([small('KH-2', false)?.label, small('KH-2', false)?.note?.text]).toEqual([null, '4']);
    expect(small('KH-12', true)?.label?.text).toBe('Phnom Penh');
    expect(small('KH-10', false, true)?.pins).toHaveLength(1);
    expect(small('KH-11', false)).toBeUndefined();
    expect(small('KH-23', true)?.note?.text).toBe('–');
  });

  it('says that nothing is recorded', () => {
    const [wish] = blockWishes(province('KH-11'), 'wide', { home: INSIDE, pole: POLE, magnified: 1 }, words);
    expect(wish?.cluster.note?.text).toBe('none recorded');
  });
});
