/** Cuts a province of a layer in two, so that both parts and all neighbours go on sharing every point of their borders. */
import type { GeometryCollection, Polygon } from 'topojson-specification';
import { distanceToSegment, type Point, ringsContain } from './geometry.ts';
import type { BoundaryLayer } from './outlines.ts';

/** Where a province is cut; positions in degrees, longitude first. */
export interface Cut {
  /** The province that is cut; it keeps the part without `inside`. It must be one area without holes. */
  from: string;
  /** The province that begins with the cut. */
  to: string;
  /** From border to border. Its ends move to the nearest corner of the border, so that no neighbour changes. */
  line: readonly Point[];
  /** A place in the new province. */
  inside: Point;
}

/** Arcs with whole numbers, as a quantized topology counts them, from the start and not from point to point. */
type Arc = [x: number, y: number][];

/** A corner of a border: the place of an arc in the ring of the province, and of the point in the arc. */
interface Corner {
  turn: number;
  index: number;
}

/**
 * Cuts a province along a line. Arcs in which the line ends become two, in every province that has them; arcs that are
 * not touched keep their numbers. The new province comes last.
 * @throws where the layer is not quantized, or the province is more than one area, or both ends meet one arc.
 */
export function splitProvince(layer: BoundaryLayer, { from, to, line, inside }: Cut): BoundaryLayer {
  const { transform } = layer;
  if (transform === undefined) throw new Error('Only a quantized layer can be cut.');
  const { scale, translate } = transform;
  const { geometries } = layer.objects.provinces;
  const whole = geometries.find(({ id }) => id === from);
  if (whole?.type !== 'Polygon' || whole.arcs.length !== 1)
    throw new Error(`${from} is not one area without holes.`);
  const ring = whole.arcs[0] as number[];
  const arcs = layer.arcs.map((arc) => undelta(arc as Arc));
  const corners = line.map(([lon, lat]): Arc[number] => [
    Math.round((lon - translate[0]) / scale[0]),
    Math.round((lat - translate[1]) / scale[1]),
  ]);

  const ends = [corners[0], corners.at(-1)].map((end) => nearestCorner(ring, arcs, end as Point));
  const [first, second] = ends.sort((a, b) => a.turn - b.turn) as [Corner, Corner];
  if (first.turn === second.turn) throw new Error(`The line through ${from} ends twice at the same border.`);
  // The cut runs from the first corner to the second, in the order of the ring.
  const [start, end] = [first, second].map(
    ({ turn, index }) => directed(ring[turn] as number, arcs)[index],
  ) as [Arc[number], Arc[number]];
  const along = distance(corners[0] as Point, start) <= distance(corners.at(-1) as Point, start);
  const inner = (along ? corners : corners.toReversed()).slice(1, -1);

  const halves = new Map<number, [number, number]>();
  for (const { turn, index } of [first, second]) {
    const reference = ring[turn] as number;
    const number = reference < 0 ? ~reference : reference;
    const arc = arcs[number] as Arc;
    const at = reference < 0 ? arc.length - 1 - index : index;
    halves.set(number, [number, arcs.length]);
    arcs[number] = arc.slice(0, at + 1);
    arcs.push(arc.slice(at));
  }
  const cut = arcs.push([start, ...inner, end]) - 1;

  const parted = (references: readonly number[]) => references.flatMap((one) => partsOf(one, halves));
  const before = ring.slice(0, first.turn);
  const [firstHalf, rest] = partsOf(ring[first.turn] as number, halves) as [number, number];
  const between = ring.slice(first.turn + 1, second.turn);
  const [lead, lastHalf] = partsOf(ring[second.turn] as number, halves) as [number, number];
  const outer = [...before, firstHalf, cut, lastHalf, ...ring.slice(second.turn + 1)];
  const enclosed = [rest, ...between, lead, ~cut];
  const points = (references: readonly number[]) => references.flatMap((one) => directed(one, arcs).slice(1));
  const place: Point = [(inside[0] - translate[0]) / scale[0], (inside[1] - translate[1]) / scale[1]];
  const [kept, gone] = ringsContain([points(enclosed)], place) ? [outer, enclosed] : [enclosed, outer];
  if (!ringsContain([points(gone)], place)) throw new Error(`The place in ${to} does not lie in ${from}.`);

  const polygon = (id: string, references: number[]): Polygon => ({
    type: 'Polygon',
    id,
    arcs: [references],
  });
  const changed = geometries.map((geometry) => {
    if (geometry === whole) return { ...whole, arcs: [kept] };
    if (geometry.type === 'Polygon') return { ...geometry, arcs: geometry.arcs.map(parted) };
    if (geometry.type === 'MultiPolygon')
      return { ...geometry, arcs: geometry.arcs.map((rings) => rings.map(parted)) };
    return geometry;
  });
  const provinces: GeometryCollection = {
    type: 'GeometryCollection',
    geometries: [...changed, polygon(to, gone)],
  };
  return { ...layer, objects: { provinces }, arcs: arcs.map(delta) };
}

/** A reference to an arc that may have been halved, as references to what it is now; ~n runs n backwards. */
function partsOf(reference: number, halves: ReadonlyMap<number, [number, number]>): number[] {
  const parts = halves.get(reference < 0 ? ~reference : reference);
  if (parts === undefined) return [reference];
  return reference < 0 ? [~parts[1], ~parts[0]] : [...parts];
}

/** The corner of a ring that is nearest to a point; not one where three provinces meet, which no cut needs to halve. */
function nearestCorner(ring: readonly number[], arcs: readonly Arc[], to: Point): Corner {
  let [nearest, lowest]: [Corner, number] = [{ turn: 0, index: 1 }, Infinity];
  for (const [turn, reference] of ring.entries()) {
    for (const [index, point] of directed(reference, arcs).slice(0, -1).entries()) {
      const away = distance(point, to);
      if (index > 0 && away < lowest) [nearest, lowest] = [{ turn, index }, away];
    }
  }
  return nearest;
}

function directed(reference: number, arcs: readonly Arc[]): Arc {
  return reference < 0 ? (arcs[~reference] as Arc).toReversed() : (arcs[reference] as Arc);
}

function distance(a: Point, b: Point): number {
  return distanceToSegment(a, { from: b, to: b });
}

function undelta(arc: Arc): Arc {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x, y];
  });
}

function delta(arc: Arc): Arc {
  return arc.map(([x, y], i) => {
    const [px, py] = arc[i - 1] ?? [0, 0];
    return [x - px, y - py];
  });
}
