import { expect, it } from 'vitest';
import { arcLine } from '../../src/map/arc-line.ts';
import { type Point, type Ring, ringsContain } from '../../src/map/geometry.ts';

/** A square of one degree around a point. */
const square = ([lon, lat]: Point): { pole: Point; rings: Ring[] } => ({
  pole: [lon, lat],
  rings: [
    [
      [lon - 0.5, lat - 0.5],
      [lon + 0.5, lat - 0.5],
      [lon + 0.5, lat + 0.5],
      [lon - 0.5, lat + 0.5],
    ],
  ],
});
const west = square([103, 12]);
const east = square([107, 12]);
const first = (points: readonly Point[]) => points[0] as Point;
const last = (points: readonly Point[]) => points.at(-1) as Point;

it('begins in the one province and ends in the other, short of where their names stand', () => {
  const { points } = arcLine(west, east);
  expect(ringsContain(west.rings, first(points))).toBe(true);
  expect(ringsContain(east.rings, last(points))).toBe(true);
  expect(first(points)).not.toEqual(west.pole);
  expect(last(points)[0]).toBeLessThan(east.pole[0]);
});

it('points the way it arrives', () => {
  expect(arcLine(west, east).bearing).toBeGreaterThan(90);
  expect(arcLine(west, east).bearing).toBeLessThan(130);
  expect(arcLine(square([105, 10]), square([105, 14])).bearing).toBeGreaterThan(0);
});

it('goes there and back on two lines', () => {
  const there = arcLine(west, east).points.map(([, lat]) => lat);
  const back = arcLine(east, west).points.map(([, lat]) => lat);
  expect(Math.max(...there)).toBeGreaterThan(12.3);
  expect(Math.min(...back)).toBeLessThan(11.7);
});

it('has room for its number on the line, first in the middle', () => {
  const { spots } = arcLine(west, east);
  expect(spots[0]?.[0]).toBeCloseTo(105, 1);
  expect(new Set(spots.map(String)).size).toBe(spots.length);
});

it('ends well in a province that is not known to have an outline', () => {
  const { points } = arcLine({ ...west, rings: [] }, { ...east, rings: [] });
  expect(first(points)[0]).toBeCloseTo(103);
  expect(last(points)[0]).toBeCloseTo(107);
});
