/**
 * From a TopoJSON layer to drawable outlines. Arcs are thinned before polygons are made of them, so that
 * neighbours go on sharing every point of their border and no gap opens between them.
 */
import { geoMercator } from 'd3-geo';
import { feature, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Box, cutRings, distanceToRings, type Point, type Ring, ringArea } from './geometry.ts';
import { ringsOf } from './rings.ts';

/** A layer as data/geography holds it: one object `provinces` whose ids are ISO 3166-2 codes. */
export interface BoundaryLayer extends Topology<{ provinces: GeometryCollection }> {
  /** Who drew it; shown in the credit line. */
  attribution: string;
  /** True where shapes are only roughly right: never to be used to decide where a place lies. */
  schematic: boolean;
  /** Names around the country; ids as in the column `borders` of provinces.csv, degrees. */
  surroundings?: readonly { id: string; lon: number; lat: number }[];
}

export interface Outline {
  id: string;
  /** SVG path data, relative, one decimal. */
  path: string;
  rings: readonly Ring[];
  /** The point farthest from every border: where a dot or a label sits best. */
  pole: Point;
  /** Distance from the pole to the nearest border. */
  clearance: number;
}

export interface Outlines {
  provinces: readonly Outline[];
  /** Names around the country, in frame units. */
  surroundings: readonly { id: string; at: Point }[];
  /** Longitude and latitude of a point of the frame, degrees. */
  unproject(point: Point): Point;
  /** The outer border and the shore, without the provinces named. */
  coast(without: ReadonlySet<string>): string;
}

/** Corners that stand out by less than this area, in square frame units, are dropped. */
const THINNING_AREA = 1.6;
/** Islets smaller than this are dropped, unless they are all there is of a province. */
const SMALLEST_RING = 5;

/**
 * Projects a layer into a frame.
 * @param land where the country may lie, in frame units.
 */
export function drawOutlines(layer: BoundaryLayer, land: Box): Outlines {
  // Borders and not areas: to d3-geo a ring that runs the other way, as in RFC 7946, is all the world but the country.
  const projection = geoMercator().fitExtent(
    [
      [land.x, land.y],
      [land.x + land.width, land.y + land.height],
    ],
    mesh(layer, layer.objects.provinces),
  );
  const project = (lon: number, lat: number): Point => projection([lon, lat]) ?? [0, 0];
  const flat = flatten(layer, project);
  const provinces = flat.objects.provinces.geometries.map((geometry) => outlineOf(flat, geometry));
  return {
    provinces,
    surroundings: (layer.surroundings ?? []).map(({ id, lon, lat }) => ({ id, at: project(lon, lat) })),
    unproject: ([x, y]) => projection.invert?.([x, y]) ?? [0, 0],
    coast: (without) => coastOf(flat, without),
  };
}

/** Ids of the provinces that share a border in the layer, by id. */
export function sharedBorders(layer: BoundaryLayer): Map<string, string[]> {
  const { geometries } = layer.objects.provinces;
  const ids = geometries.map(({ id }) => String(id));
  return new Map(
    neighbors(geometries).map((indexes, i) => [ids[i] as string, indexes.map((j) => ids[j] as string)]),
  );
}

type FlatLayer = Topology<{ provinces: GeometryCollection }>;

/** The same topology with arcs in frame units, thinned and rounded; no transform. */
function flatten(layer: BoundaryLayer, project: (lon: number, lat: number) => Point): FlatLayer {
  const { scale = [1, 1], translate = [0, 0] } = layer.transform ?? {};
  const quantized = layer.transform !== undefined;
  const arcs = layer.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map((position) => {
      const [px = 0, py = 0] = position;
      [x, y] = quantized ? [x + px, y + py] : [px, py];
      const [fx, fy] = project(x * scale[0] + translate[0], y * scale[1] + translate[1]);
      return [round(fx), round(fy)] as const;
    });
    return thin(points).map(([px, py]) => [px, py]);
  });
  return { type: 'Topology', objects: layer.objects, arcs };
}

/** Visvalingam's method: drops the corner with the smallest triangle until every corner matters. Ends stay. */
function thin(points: readonly Point[]): readonly Point[] {
  const kept = [...points];
  const closed = sameSpot(kept[0], kept.at(-1));
  const fewest = closed ? 4 : 2;
  const areaAt = (i: number) =>
    i > 0 && i < kept.length - 1
      ? ringArea([kept[i - 1] as Point, kept[i] as Point, kept[i + 1] as Point])
      : Infinity;
  const areas = kept.map((_, i) => areaAt(i));
  while (kept.length > fewest) {
    let smallest = THINNING_AREA;
    let at = -1;
    for (let i = 1; i < areas.length - 1; i++) {
      const area = areas[i] as number;
      if (area < smallest) [smallest, at] = [area, i];
    }
    if (at === -1) break;
    kept.splice(at, 1);
    areas.splice(at, 1);
    areas[at - 1] = areaAt(at - 1);
    areas[at] = areaAt(at);
  }
  return kept;
}

function outlineOf(flat: FlatLayer, geometry: GeometryCollection['geometries'][number]): Outline {
  const drawn = feature(flat, geometry);
  const all = ringsOf('geometry' in drawn ? drawn.geometry : undefined);
  const largest = Math.max(...all.map(ringArea));
  const rings = all.filter((ring) => ringArea(ring) >= Math.min(SMALLEST_RING, largest));
  return {
    id: String(geometry.id),
    path: rings.map((ring) => `${pathOf(ring.slice(0, -1))}z`).join(''),
    rings,
    ...poleOf(rings),
  };
}

function coastOf(flat: FlatLayer, without: ReadonlySet<string>): string {
  const lines = mesh(flat, flat.objects.provinces, (a, b) => a === b && !without.has(String(a.id)));
  return lines.coordinates
    .map((line) => line.map(([x = 0, y = 0]) => [x, y] as const))
    .filter((line) => !sameSpot(line[0], line.at(-1)) || ringArea(line) >= SMALLEST_RING)
    .map(pathOf)
    .join('');
}

/**
 * The point of a shape that is farthest from its border, in the unit of the rings.
 * @param fineness into how many steps the longer side is divided: few are enough, because the pole only has to look
 * central; a shape that is too thin for them is searched again.
 */
export function poleOf(rings: readonly Ring[], fineness = 40): { pole: Point; clearance: number } {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const step = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) / fineness;
  let pole: Point = rings[0]?.[0] ?? [0, 0];
  let clearance = 0;
  const levels = steps(top + step / 2, Math.max(...ys), step);
  const cuts = cutRings(rings, levels);
  for (const x of steps(left + step / 2, Math.max(...xs), step)) {
    for (const [line, y] of levels.entries()) {
      const isInside = (cuts[line] as number[]).filter((cut) => cut > x).length % 2 === 1;
      const distance = isInside ? distanceToRings(rings, [x, y], clearance) : 0;
      if (distance > clearance) [clearance, pole] = [distance, [x, y]];
    }
  }
  return clearance > 0 || fineness > 200 ? { pole, clearance } : poleOf(rings, fineness * 4);
}

function steps(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let value = from; value < to; value += step) values.push(value);
  return values;
}

/** Path data in steps of a tenth, each relative to the last written point, so that rounding never adds up. */
function pathOf(points: readonly Point[]): string {
  let [atX, atY] = [0, 0];
  return points
    .map(([x, y], i) => {
      const [toX, toY] = [Math.round(x * 10), Math.round(y * 10)];
      const step = numbers(toX - atX, toY - atY);
      [atX, atY] = [toX, toY];
      return i === 0 ? `M${step}` : i === 1 ? `l${step}` : step.startsWith('-') ? step : ` ${step}`;
    })
    .join('');
}

/** "1.2-.5": two tenths as short as SVG allows. */
function numbers(x: number, y: number): string {
  const [first, second] = [short(x), short(y)];
  return second.startsWith('-') ? `${first}${second}` : `${first} ${second}`;
}

function short(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sameSpot(a: Point | undefined, b: Point | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
