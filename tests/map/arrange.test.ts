import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/map/arrange.ts';
import type { Box } from '../../src/map/geometry.ts';

const box = (x: number) => ({ x, y: 0, width: 10, height: 10 });
/** The left edges of the boxes that a province would like. */
const wish = (id: string, ...edges: number[]) => ({
  id,
  wishes: edges.map((x, index) => ({ index, box: box(x) })).values(),
});
/** The number of the wish that each province was granted. */
const granted = (provinces: Parameters<typeof arrange<{ index: number; box: Box }>>[0], frame?: Box) =>
  Object.fromEntries([...arrange(provinces, frame)].map(([id, { index }]) => [id, index]));

describe('arrange', () => {
  it('grants every first wish where none touches another', () => {
    expect(granted([wish('a', 0, 50), wish('b', 20, 0)])).toEqual({ a: 0, b: 0 });
  });

  it('does not give the dearest place of one to the makeshift of another', () => {
    expect(granted([wish('a', 0, 20), wish('b', 4, 20), wish('c', 20)])).toEqual({ a: 0, c: 0 });
  });

  it('cuts no block off at the edge of what is in sight', () => {
    expect(granted([wish('a', -2, 40)], { x: 0, y: 0, width: 100, height: 50 })).toEqual({ a: 1 });
    expect(granted([wish('a', -2, 40)])).toEqual({ a: 0 });
  });

  it('leaves a gap between blocks', () => {
    expect(granted([wish('a', 0), wish('b', 13)])).toEqual({ a: 0 });
  });

  it('asks for no more wishes than it needs', () => {
    const { id, wishes } = wish('a', 0, 50);
    arrange([{ id, wishes }]);
    expect(wishes.next().value?.index).toBe(1);
  });
});
