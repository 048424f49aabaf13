import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxContains, ringsContain } from '../../src/map/geometry.ts';
import { mapModel, PROVINCE_STATES, stateCounts } from '../../src/map/model.ts';
import type { BoundaryLayer } from '../../src/map/outlines.ts';
import { COUNT_SIZE, thumbnail, thumbnailShapes } from '../../src/map/thumbnail.ts';
import { mapInput } from './input.ts';

const layer = JSON.parse(
  readFileSync(new URL('../../data/geography/provinces-24.topo.json', import.meta.url), 'utf8'),
) as BoundaryLayer;
const shapes = thumbnailShapes(layer);
const model = mapModel(mapInput('en'));
const drawn = thumbnail(model, shapes, 'md');
const byId = (id: string) => drawn.find((province) => province.id === id);

describe('thumbnailShapes', () => {
  it('keeps every province, and all of it inside the frame', () => {
    expect(shapes.outlines).toHaveLength(24);
    const points = shapes.outlines.flatMap(({ rings }) => rings.flat());
    const outside = points.filter(([x, y]) => !boxContains(shapes.frame, { x, y, width: 0, height: 0 }));
    expect(outside).toEqual([]);
  });

  it('weighs little', () => {
    expect(shapes.outlines.map(({ path }) => path).join('').length).toBeLessThan(10_000);
  });
});

describe('thumbnail', () => {
  it('shows the state of each province once', () => {
    const states = new Map(drawn.map(({ id, state }) => [id, state]));
    expect(drawn).toHaveLength(24);
    expect(states).toEqual(new Map(model.provinces.map(({ id, state }) => [id, state])));
  });

  it('draws dashed outlines last', () => {
    const ranks = drawn.map(({ state }) => PROVINCE_STATES.indexOf(state));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('writes the number of the group where there is room, and nowhere else', () => {
    expect(byId('KH-2')?.count?.text).toBe('1');
    expect(byId('KH-12')?.count, 'seven, in the smallest of places').toBeUndefined();
    expect(byId('KH-10')?.count, 'none of this group').toBeUndefined();
    for (const { id, count } of drawn) {
      if (count === undefined) continue;
      const { rings = [] } = shapes.outlines.find((outline) => outline.id === id) ?? {};
      const [x, y] = count.at;
      const half = count.text.length * COUNT_SIZE * 0.3;
      for (const corner of [
        [x - half, y],
        [x + half, y],
        [x - half, y - COUNT_SIZE * 0.7],
        [x + half, y - COUNT_SIZE * 0.7],
      ] as const) {
        expect([id, ringsContain(rings, corner)]).toEqual([id, true]);
      }
    }
  });

  it('writes no number where no group is shown', () => {
    expect(thumbnail(model, shapes).filter(({ count }) => count)).toEqual([]);
  });

  it('names the province that a layer does not draw', () => {
    const input = { ...mapInput('en'), provinces: [{ id: 'KH-25', label: 'Tboung Khmum' }] };
    expect(() => thumbnail(mapModel(input), shapes)).toThrow('The boundary layer has no outline of KH-25.');
  });
});

describe('stateCounts', () => {
  it('counts every province once', () => {
    expect(stateCounts(model)).toEqual({ recorded: 16, limited: 0, 'not-stated': 6, 'none-recorded': 2 });
  });
});
