import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/map/arrange.ts';

const box = (x: number, y = 0) => ({ x, y, width: 10, height: 10 });

describe('arrange', () => {
  it('grants every first wish where none touches another', () => {
    const granted = arrange([
      { id: 'a', boxes: [box(0), box(50)] },
      { id: 'b', boxes: [box(20), box(0)] },
    ]);
    expect([...granted]).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('does not give the dearest place of one to the makeshift of another', () => {
    const granted = arrange([
      { id: 'a', boxes: [box(0), box(20)] },
      { id: 'b', boxes: [box(4), box(20)] },
      { id: 'c', boxes: [box(20)] },
    ]);
    expect(granted.get('a')).toBe(0);
    expect(granted.get('c')).toBe(0);
    expect(granted.has('b')).toBe(false);
  });

  it('cuts no block off at the edge of what is in sight', () => {
    const wishes = [{ id: 'a', boxes: [box(-2), box(40)] }];
    expect(arrange(wishes, { x: 0, y: 0, width: 100, height: 50 }).get('a')).toBe(1);
    expect(arrange(wishes).get('a')).toBe(0);
  });

  it('leaves a gap between blocks', () => {
    expect(
      arrange([
        { id: 'a', boxes: [box(0)] },
        { id: 'b', boxes: [box(13)] },
      ]).has('b'),
    ).toBe(false);
  });
});
