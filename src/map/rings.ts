import type { Geometry } from 'geojson';
import type { Ring } from './geometry.ts';

/** Every ring of an area, outer borders and holes alike, in the unit of its positions; none of any other geometry. */
export function ringsOf(geometry: Geometry | undefined): Ring[] {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.flat().map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const));
}
