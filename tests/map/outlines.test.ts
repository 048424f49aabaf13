import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type BoundaryLayer, drawOutlines, poleOf } from '../../src/map/outlines.ts';

const layer = JSON.parse(
  readFileSync(new URL('../../data/geography/provinces-24.topo.json', import.meta.url), 'utf8'),
) as BoundaryLayer;
const LAND = { x: 10, y: 10, width: 600, height: 500 };

it('draws rings that run the other way as well, which RFC 7946 asks for', () => {
  const turn = (rings: number[][]) => rings.map((ring) => ring.map((arc) => ~arc).reverse());
  const geometries = layer.objects.provinces.geometries.map((one) => {
    if (one.type === 'Polygon') return { ...one, arcs: turn(one.arcs) };
    return one.type === 'MultiPolygon' ? { ...one, arcs: one.arcs.map(turn) } : one;
  });
  const turned = { ...layer, objects: { provinces: { ...layer.objects.provinces, geometries } } };
  const poles = (some: BoundaryLayer) => drawOutlines(some, LAND).provinces.map(({ id, pole }) => [id, pole]);
  expect(poles(turned)).toEqual(poles(layer));
});

it('finds a pole in a province that is thinner than the first search is fine', () => {
  const strip = [
    [
      [0, 0],
      [100, 99.9],
      [100, 100],
      [0, 0.1],
    ],
  ] as const;
  const { pole, clearance } = poleOf(strip);
  expect(clearance).toBeGreaterThan(0);
  expect(Math.abs(pole[0] - pole[1])).toBeLessThan(0.2);
});
