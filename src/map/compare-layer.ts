/** What a layer says beside what provinces.csv says: neighbours, and points that lie inside a province. */
import { feature } from 'topojson-client';
import type { Province } from '../schema/directory.ts';
import { type Point, type Ring, ringsContain } from './geometry.ts';
import { type BoundaryLayer, poleOf, sharedBorders } from './outlines.ts';
import { ringsOf } from './rings.ts';

export interface Comparison {
  /** The point of each province that is farthest from its border, degrees; in the order of the layer. */
  labelPoints: { id: string; at: Point }[];
  /** Sentences about what differs; none is an error, because outlines may be schematic and tables may be right. */
  hints: string[];
}

/** @param provinces rows of provinces.csv; those that the layer does not draw are passed over. */
export function compareLayer(layer: BoundaryLayer, provinces: readonly Province[]): Comparison {
  const shapes = feature(layer, layer.objects.provinces).features;
  const rings = new Map(shapes.map(({ id, geometry }) => [String(id), ringsOf(geometry)]));
  return {
    labelPoints: [...rings].map(([id, some]) => ({ id, at: poleOf(some).pole })),
    hints: [...compareNeighbours(layer, provinces), ...comparePoints(rings, provinces)],
  };
}

/** Each pair once. */
function compareNeighbours(layer: BoundaryLayer, provinces: readonly Province[]): string[] {
  const borders = sharedBorders(layer);
  const rows = provinces.filter(({ id }) => borders.has(id));
  return rows.flatMap((one, i) =>
    rows.slice(i + 1).flatMap((other) => {
      const drawn = borders.get(one.id)?.includes(other.id) === true;
      const listed = one.neighbours.includes(other.id) || other.neighbours.includes(one.id);
      if (drawn === listed) return [];
      const both = `${one.id} ${one.name_en} and ${other.id} ${other.name_en}`;
      return drawn
        ? `${both} share a border; in provinces.csv they are no neighbours.`
        : `${both} share no border; in provinces.csv they are neighbours.`;
    }),
  );
}

function comparePoints(
  rings: ReadonlyMap<string, readonly Ring[]>,
  provinces: readonly Province[],
): string[] {
  return provinces.flatMap(({ id, name_en, lon, lat }) => {
    const own = rings.get(id);
    if (own === undefined || lon === undefined || lat === undefined || ringsContain(own, [lon, lat]))
      return [];
    const other = [...rings].find(([, some]) => ringsContain(some, [lon, lat]))?.[0];
    const where = other === undefined ? 'outside all outlines' : `in ${other}`;
    return [`The point of ${id} ${name_en} in provinces.csv, ${lon} ${lat}, lies ${where}.`];
  });
}
