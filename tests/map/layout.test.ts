import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  boxContains,
  boxesTouch,
  centreOf,
  ringsContain,
  segmentMeetsBox,
  segmentsCross,
} from '../../src/map/geometry.ts';
import { layOutMap } from '../../src/map/layout.ts';
import { mapModel } from '../../src/map/model.ts';
import type { BoundaryLayer } from '../../src/map/outlines.ts';
import type { Variant } from '../../src/map/sizes.ts';
import { mapInput } from './input.ts';
import { WORDS } from './map-words.ts';

const layers = { 24: layerOf(24), 25: layerOf(25) };

function layerOf(count: number): BoundaryLayer {
  const file = new URL(`../../data/geography/provinces-${count}.topo.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Provinces too small for any cluster. */
const ALWAYS_OUTSIDE = ['KH-12', 'KH-18', 'KH-23', 'KH-24'];

describe.each([
  ['en', 24],
  ['km', 24],
  ['en', 25],
  ['km', 25],
] as const)('map in %s of %i provinces', (language, count) => {
  const input = mapInput(language, count);
  const map = layOutMap(mapModel(input), layers[count], WORDS[language]);

  it.each<Variant>(['wide', 'narrow'])(
    '%s: every province exactly once, in the order of the model',
    (variant) => {
      expect(map[variant].provinces.map(({ id }) => id)).toEqual(input.provinces.map(({ id }) => id));
    },
  );

  it.each<Variant>(['wide', 'narrow'])(
    '%s: nothing overlaps and everything is inside the frame',
    (variant) => {
      const { provinces, surroundings } = map[variant];
      const boxes = [...provinces, ...surroundings].flatMap(({ id, box }) => (box ? [{ id, box }] : []));
      const touching = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => boxesTouch(a.box, b.box))
          .map((b) => [a.id, b.id]),
      );
      expect(touching).toEqual([]);
      expect(boxes.filter(({ box }) => !boxContains(map.frame, box))).toEqual([]);
    },
  );

  it.each<Variant>(['wide', 'narrow'])('%s: a block without a line stands in its own province', (variant) => {
    const strays = map[variant].provinces.filter(
      ({ box, leader }, i) => box && !leader && !ringsContain(map.outlines[i]?.rings ?? [], centreOf(box)),
    );
    expect(strays).toEqual([]);
  });

  it.each<Variant>(['wide', 'narrow'])(
    '%s: lines start in their province, cross no block and no line',
    (variant) => {
      const { provinces } = map[variant];
      for (const [i, { id, leader }] of provinces.entries()) {
        if (!leader) continue;
        expect(ringsContain(map.outlines[i]?.rings ?? [], leader.from)).toBe(true);
        for (const other of provinces) {
          if (other.id === id) continue;
          expect([id, other.id, other.box && segmentMeetsBox(leader, other.box)]).not.toContain(true);
          expect([id, other.id, other.leader && segmentsCross(leader, other.leader)]).not.toContain(true);
        }
      }
    },
  );

  it.each<Variant>(['wide', 'narrow'])(
    '%s: small provinces always stand outside, with their name',
    (variant) => {
      const outside = map[variant].provinces.filter(({ leader }) => leader);
      expect(outside.map(({ id }) => id)).toEqual(expect.arrayContaining(ALWAYS_OUTSIDE));
      expect(outside.filter(({ label }) => !label)).toEqual([]);
    },
  );

  it('shows every pin of the model, in its order', () => {
    const model = mapModel(input);
    const pins = (list: readonly { pins: readonly { group: { id: string }; count: number }[] }[]) =>
      list.map((province) => province.pins.map(({ group, count }) => [group.id, count]));
    expect(pins(map.wide.provinces)).toEqual(pins(model.provinces));
    expect(pins(map.narrow.provinces)).toEqual(pins(model.provinces));
  });
});

it('names the province that a layer does not draw', () => {
  const input = { ...mapInput('en'), provinces: [{ id: 'KH-25', label: 'Tboung Khmum' }] };
  expect(() => layOutMap(mapModel(input), layers[24], WORDS.en)).toThrow(
    'The boundary layer has no outline of KH-25.',
  );
});
