/** From the areas of provinces, as anybody drew them, to a layer of data/geography within a budget of bytes. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import { feature, merge, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon as MultiPolygonArcs, Topology } from 'topojson-specification';
import { type Point, ringArea } from './geometry.ts';
import type { BoundaryLayer } from './outlines.ts';

/** Polygons of rings of positions, degrees; the first ring of each is the outer one. */
export type Polygons = readonly (readonly Position[][])[];

/** A province and the areas that make it: one, or its districts. */
export interface ProvinceAreas {
  id: string;
  areas: readonly Polygons[];
}

export interface Built {
  layer: BoundaryLayer;
  /** The layer as it is written, with a line end. */
  text: string;
  /** Corners of all borders before and after, shared ones once. */
  corners: { before: number; after: number };
}

/** Steps across the country while borders are compared: about half a metre, so that rounding parts no neighbours. */
const COMPARED = 1e6;
/** Steps across the country in the file: about fifty metres, a tenth of what the map can show. */
const WRITTEN = 1e4;
/** Corners that every border of a province's main area keeps, so that no simplification flattens it away. */
const ALWAYS_KEPT = 3;
/** Areas that are joined may lose or gain this share, by rounding; more means that they lie upon each other. */
const OVERLAP = 0.01;

type Layer = Topology<{ provinces: GeometryCollection }>;

/**
 * Builds a layer: the areas of a province are joined, borders are found where areas touch and are drawn once from then
 * on, corners and islets are dropped after Visvalingam until the layer fits. No province vanishes.
 * @param about what the layer says of itself
 * @param budget the most bytes that the file may have
 * @returns the layer, or the sentence that says why there is none
 */
export function buildLayer(
  provinces: readonly ProvinceAreas[],
  about: Pick<BoundaryLayer, 'attribution' | 'schematic' | 'surroundings'>,
  budget: number,
): Built | { refusal: string } {
  const wholes = joinAreas(provinces);
  const doubtful = wholes.flatMap(({ id, polygons }) => (polygons === undefined ? id : []));
  if (doubtful.length > 0) {
    const message = `Parts of ${doubtful.join(', ')} lie upon each other, so they cannot be joined.`;
    return { refusal: `${message} Keep each place in one part only.` };
  }
  const exact = topologyOf(wholes.map(({ id, polygons }) => shapeOf(polygons ?? [], id)));
  const mains = exact.objects.provinces.geometries.map((shape) => mainOf(exact, shape as MultiPolygonArcs));
  const weighed = presimplify(exact);
  keepSome(weighed, mains);
  const write = (least: number) => writeLayer(weighed, mains, least, about);

  const weights = weighed.arcs
    .flatMap((arc) => arc.map(weightOf))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  // How many corners have to go; past the last weight only those stay that are always kept.
  let [fewest, most] = [0, weights.length];
  while (fewest < most) {
    const middle = (fewest + most) >> 1;
    if (bytesOf(write(weights[middle] ?? 0).text) <= budget) most = middle;
    else fewest = middle + 1;
  }
  const built = write(fewest === 0 ? 0 : (weights[fewest] ?? Number.MAX_VALUE));
  if (bytesOf(built.text) > budget) {
    const size = bytesOf(built.text).toLocaleString('en');
    return { refusal: `Even in its plainest form the layer has ${size} bytes. Allow it more with --budget.` };
  }
  return { ...built, corners: { before: countCorners(exact), after: countCorners(built.layer) } };
}

/**
 * The areas of each province as one; undefined where they lie upon each other. All corners are rounded to one grid
 * first: what is nearly the same corner in two areas is the same from then on.
 */
function joinAreas(provinces: readonly ProvinceAreas[]): { id: string; polygons: Polygons | undefined }[] {
  const parts = topologyOf(
    provinces.flatMap(({ id, areas }) => areas.map((area) => shapeOf(area, id))),
    COMPARED,
  );
  const shapes = parts.objects.provinces.geometries as MultiPolygonArcs[];
  return provinces.map(({ id, areas }) => {
    const own = shapes.filter((shape) => shape.id === id);
    const whole = merge(parts, own).coordinates;
    const sum = areas.reduce((total, area) => total + areaOf(area), 0);
    const fits = areas.length === 1 || Math.abs(areaOf(whole) - sum) <= OVERLAP * sum;
    return { id, polygons: fits ? whole : undefined };
  });
}

function areaOf(polygons: Polygons): number {
  const size = (ring: readonly Position[] = []) => ringArea(ring.map(([x = 0, y = 0]): Point => [x, y]));
  return polygons.reduce(
    (sum, [outer, ...holes]) => sum + size(outer) - holes.reduce((lost, hole) => lost + size(hole), 0),
    0,
  );
}

/** A copy in which outer rings run clockwise and holes the other way, as TopoJSON and d3-geo have it. */
function shapeOf(polygons: Polygons, id?: string): Feature<MultiPolygon> {
  const turned = structuredClone(polygons).map((rings) =>
    rings.map((ring, i) => (isClockwise(ring) === (i === 0) ? ring : ring.reverse())),
  );
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: turned };
  return { type: 'Feature', ...(id === undefined ? {} : { id }), properties: null, geometry };
}

function isClockwise(ring: readonly Position[]): boolean {
  const twice = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [px = 0, py = 0] = ring.at(i - 1) as Position;
    return sum + px * y - x * py;
  }, 0);
  return twice < 0;
}

function topologyOf(features: Feature<MultiPolygon>[], steps?: number): Layer {
  const provinces: FeatureCollection = { type: 'FeatureCollection', features };
  return topology({ provinces }, steps) as Layer;
}

/** Which polygon of a shape is the largest. */
function mainOf(layer: Topology, shape: MultiPolygonArcs): number {
  const sizes = shape.arcs.map(([outer = []]) => sizeOf(layer, outer));
  return sizes.indexOf(Math.max(...sizes));
}

function sizeOf(layer: Topology, ring: number[]): number {
  return areaOf([feature(layer, { type: 'Polygon', arcs: [ring] }).geometry.coordinates]);
}

/** Gives the weightiest corners of main areas a weight that no simplification reaches. */
function keepSome(weighed: Layer, mains: readonly number[]): void {
  for (const [i, shape] of weighed.objects.provinces.geometries.entries()) {
    const [outer = []] = (shape as MultiPolygonArcs).arcs[mains[i] as number] ?? [];
    for (const reference of outer) {
      const corners = (weighed.arcs[reference < 0 ? ~reference : reference] as Position[]).slice(1, -1);
      corners.sort((a, b) => weightOf(b) - weightOf(a));
      for (const corner of corners.slice(0, ALWAYS_KEPT)) corner[2] = Infinity;
    }
  }
}

/** `presimplify` leaves the weight of a corner as its third coordinate. */
function weightOf([, , weight = 0]: Position): number {
  return weight;
}

/** The layer without what weighs less: corners, and islets that are smaller than the triangle at such a corner. */
function writeLayer(
  weighed: Layer,
  mains: readonly number[],
  least: number,
  { attribution, schematic, surroundings }: Parameters<typeof buildLayer>[1],
): Pick<Built, 'layer' | 'text'> {
  const thinned = simplify(weighed, least);
  const geometries = thinned.objects.provinces.geometries.map((shape, i) => {
    const { id, arcs } = shape as MultiPolygonArcs;
    const kept = arcs.filter(
      ([outer = []], polygon) => polygon === mains[i] || sizeOf(thinned, outer) > least,
    );
    return kept.length === 1
      ? { type: 'Polygon', id, arcs: kept[0] }
      : { type: 'MultiPolygon', id, arcs: kept };
  });
  const provinces = { type: 'GeometryCollection', geometries } as GeometryCollection;
  // Borders of dropped islets go with them.
  const pruned = filter({ ...thinned, objects: { provinces } }, () => true) as Layer;
  const { transform, objects, arcs } = quantize(pruned, WRITTEN);
  const layer: BoundaryLayer = {
    type: 'Topology',
    attribution,
    schematic,
    ...(surroundings === undefined ? {} : { surroundings }),
    ...(transform === undefined ? {} : { transform }),
    objects: { provinces: objects.provinces as GeometryCollection },
    arcs,
  };
  return { layer, text: `${JSON.stringify(layer)}\n` };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function countCorners({ arcs }: Pick<Topology, 'arcs'>): number {
  return arcs.reduce((sum, arc) => sum + arc.length, 0);
}
