import { describe, expect, it } from 'vitest';
import {
  cutRings,
  distanceToRings,
  distanceToSegment,
  type Ring,
  ringsContain,
} from '../../src/map/geometry.ts';

/** A square with a square hole, and an island with a corner that lies on a level. */
const RINGS: Ring[] = [
  [
    [0, 0],
    [40, 0],
    [40, 40],
    [0, 40],
  ],
  [
    [10, 10],
    [30, 12],
    [25, 30],
    [9, 28],
  ],
  [
    [50, 5.5],
    [60, 20],
    [48, 20.5],
  ],
];
const LEVELS = Array.from({ length: 60 }, (_, i) => i - 4.5);

describe('cutRings', () => {
  it('knows the inside as well as ringsContain does', () => {
    const cuts = cutRings(RINGS, LEVELS);
    for (const [line, y] of LEVELS.entries()) {
      for (let x = -3; x < 65; x += 0.7) {
        const isInside = (cuts[line] ?? []).filter((cut) => cut > x).length % 2 === 1;
        expect([x, y, isInside]).toEqual([x, y, ringsContain(RINGS, [x, y])]);
      }
    }
  });
});

describe('distanceToRings', () => {
  const lines = RINGS.flatMap((ring) =>
    ring.map((to, i) => ({ from: ring.at(i - 1) as (typeof ring)[number], to })),
  );

  it('is the distance to the nearest of all lines', () => {
    for (let x = -20; x < 80; x += 7.3) {
      for (let y = -20; y < 60; y += 6.1) {
        const nearest = Math.min(...lines.map((line) => distanceToSegment([x, y], line)));
        expect(distanceToRings(RINGS, [x, y])).toBe(nearest);
      }
    }
  });

  it('need not be exact where it is near enough', () => {
    expect(distanceToRings(RINGS, [5, 20], 6)).toBeLessThanOrEqual(6);
    expect(distanceToRings(RINGS, [20, 5], 1)).toBe(5);
  });
});
