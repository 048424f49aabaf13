/** The countries around the one that is mapped, cut out of an atlas of the world and thinned to what a glance needs. */
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Point, ringsContain } from './geometry.ts';
import type { BoundaryLayer } from './outlines.ts';
import { ringsOf } from './rings.ts';

export type Atlas = Topology<{ countries: GeometryCollection }>;

/** Degrees. */
export interface Window {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Corners nearer than this to the last one are dropped, in degrees: 2 km, and more with each degree away. */
const STEP = 0.02;
const STEP_AWAY = 0.02;
/** Rings with fewer corners than this are islets. */
const FEWEST = 5;
/** The atlas is written again in steps of a thousandth of a degree: 100 m. */
const STEPS_PER_DEGREE = 1000;

/** How far a layer reaches, and the middle of each of its provinces. */
export function extentOf(layer: BoundaryLayer): { box: Window; middles: Point[] } {
  const boxes = feature(layer, layer.objects.provinces).features.map(({ geometry }) =>
    boxOf(
      geometry.type === 'Polygon'
        ? geometry.coordinates.flat()
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat(2)
          : [],
    ),
  );
  const corners = boxes.flatMap(({ west, south, east, north }) => [
    [west, south],
    [east, north],
  ]);
  return {
    box: boxOf(corners),
    middles: boxes.map(({ west, south, east, north }) => [(west + east) / 2, (south + north) / 2]),
  };
}

function boxOf(positions: readonly (readonly number[])[]): Window {
  const lons = positions.map(([lon = 0]) => lon);
  const lats = positions.map(([, lat = 0]) => lat);
  return {
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}

/** What is in sight around a country: as much on each side of it as the longer of its own sides. */
export function windowAround({ west, south, east, north }: Window): Window {
  const margin = Math.max(east - west, north - south);
  return { west: west - margin, south: south - margin, east: east + margin, north: north + margin };
}

/**
 * Cuts an atlas around a country. What lies outside the window is pressed onto its edge, so that arcs stay shared and
 * land stays closed.
 * @returns a quantized topology of the countries of which something lies in the window, ids as in the atlas.
 */
export function countriesAround(atlas: Atlas, country: Window): Atlas {
  const window = windowAround(country);
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] };
  const cut = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([px = 0, py = 0]) => {
      [x, y] = atlas.transform === undefined ? [px, py] : [x + px, y + py];
      return press([x * scale[0] + translate[0], y * scale[1] + translate[1]], window);
    });
    return thin(points, country);
  });
  const corners = (ring: readonly number[]) => ring.flatMap((arc) => cut[index(arc)] ?? []);
  const geometries = atlas.objects.countries.geometries.flatMap((one) => {
    const arcs = polygonsOf(one).filter(([outer = []]) => {
      const ring = corners(outer);
      return ring.length >= FEWEST && ring.some((point) => isInside(point, window));
    });
    return arcs.length === 0 ? [] : [{ type: 'MultiPolygon' as const, id: String(one.id), arcs }];
  });
  const used = [...new Set(geometries.flatMap(({ arcs }) => arcs.flat(2).map(index)))];
  const place = new Map(used.map((arc, i) => [arc, i]));
  const moved = (arc: number) => (arc < 0 ? ~(place.get(~arc) ?? 0) : (place.get(arc) ?? 0));
  return {
    type: 'Topology',
    transform: {
      scale: [1 / STEPS_PER_DEGREE, 1 / STEPS_PER_DEGREE],
      translate: [window.west, window.south],
    },
    objects: {
      countries: {
        type: 'GeometryCollection',
        geometries: geometries.map((one) => ({
          ...one,
          arcs: one.arcs.map((rings) => rings.map((ring) => ring.map(moved))),
        })),
      },
    },
    arcs: used.map((arc) => quantize(cut[arc] ?? [], window)),
  };
}

/** The id of the country that holds most of the points, degrees; undefined where none holds any. */
export function countryOf(countries: Atlas, points: readonly Point[]): string | undefined {
  const held = feature(countries, countries.objects.countries).features.map(({ id, geometry }) => {
    const rings = ringsOf(geometry);
    return { id: String(id), count: points.filter((point) => ringsContain(rings, point)).length };
  });
  const [most] = held.sort((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? undefined : most.id;
}

/** The arcs of each polygon of a country; rings of numbers, as TopoJSON has them. */
function polygonsOf(country: GeometryCollection['geometries'][number]): number[][][] {
  if (country.type === 'Polygon') return [country.arcs];
  return country.type === 'MultiPolygon' ? country.arcs : [];
}

function index(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

function press([x, y]: Point, { west, south, east, north }: Window): Point {
  return [Math.min(Math.max(x, west), east), Math.min(Math.max(y, south), north)];
}

function isInside([x, y]: Point, { west, south, east, north }: Window): boolean {
  return x > west && x < east && y > south && y < north;
}

function distanceTo({ west, south, east, north }: Window, [x, y]: Point): number {
  return Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north));
}

/** Ends stay, so that arcs go on meeting. */
function thin(points: readonly Point[], country: Window): Point[] {
  const kept: Point[] = [];
  for (const [i, point] of points.entries()) {
    const last = kept.at(-1);
    const step = STEP + STEP_AWAY * distanceTo(country, point);
    const near = last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < step;
    if (!near || i === points.length - 1) kept.push(point);
  }
  return kept;
}

function quantize(points: readonly Point[], { west, south }: Window): number[][] {
  let [x, y] = [0, 0];
  return points.map(([lon, lat]) => {
    const [toX, toY] = [
      Math.round((lon - west) * STEPS_PER_DEGREE),
      Math.round((lat - south) * STEPS_PER_DEGREE),
    ];
    const step = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return step;
  });
}
