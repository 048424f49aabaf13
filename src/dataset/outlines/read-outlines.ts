/** A GeoJSON or TopoJSON file of anybody's -> its areas in degrees, or sentences that say why it cannot be used. */
import type { GeoJSON, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { showValue } from '../unsafe-text.ts';
import { describeForeignSystem } from './coordinate-system.ts';

/** One feature that draws an area; which province it is nobody knows yet. */
export interface Area {
  /** Its place in the file or in the object of the file, from 1. */
  number: number;
  /** Its id (as "id") and every property that is text, by name. */
  names: Readonly<Record<string, string>>;
  /** Polygons of rings of positions, degrees, longitude first. The first ring is the outer one. */
  polygons: Position[][][];
}

/** What a file draws. */
export interface Outlines {
  /** The areas of each object of a TopoJSON file by its name; of a GeoJSON file there is one, without a name. */
  objects: ReadonlyMap<string, readonly Area[]>;
  /** Who drew it, where the file says so in a member `attribution`. */
  attribution?: string;
  /** True where the file says that its shapes are only roughly right. */
  schematic: boolean;
}

export type Reading = { outlines: Outlines } | { refusal: string };

const AGAIN = 'Export it again as GeoJSON in WGS 84 (EPSG:4326).';

/** What ends the reading of a file; its message is the sentence. */
class Refusal extends Error {}

/** Reads the bytes of a file. Nothing is thrown for bad data; the first thing that makes it useless is said. */
export function readOutlines(bytes: Uint8Array): Reading {
  try {
    return { outlines: readRoot(parse(bytes)) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

type Json = Record<string, unknown>;

function parse(bytes: Uint8Array): Json {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(`The file is no JSON in UTF-8; shapefiles and archives cannot be read. ${AGAIN}`);
  }
  if (!isObject(parsed)) throw new Refusal(`The file is neither GeoJSON nor TopoJSON. ${AGAIN}`);
  return parsed;
}

function readRoot(root: Json): Outlines {
  const system = describeForeignSystem(root.crs);
  if (system !== undefined) throw new Refusal(`${system} ${AGAIN}`);
  const objects =
    root.type === 'Topology'
      ? readTopology(root)
      : new Map([['', readFeatures(root as unknown as GeoJSON, '')]]);
  if ([...objects.values()].every((areas) => areas.length === 0))
    throw new Refusal('The file draws no areas: none of its features is a Polygon or MultiPolygon.');
  const { attribution, schematic } = root;
  return {
    objects,
    schematic: schematic === true,
    ...(typeof attribution === 'string' ? { attribution } : {}),
  };
}

function readTopology(root: Json): Map<string, readonly Area[]> {
  const { objects } = root;
  if (!isObject(objects)) throw new Refusal('The TopoJSON file has no objects.');
  return new Map(
    Object.entries(objects).map(([name, object]) => {
      let drawn: GeoJSON;
      try {
        drawn = feature(root as unknown as Topology, object as GeometryObject);
      } catch {
        const message = `The object "${showValue(name)}" of the TopoJSON file is damaged: its arcs do not fit together.`;
        throw new Refusal(`${message} Export it again.`);
      }
      return [name, readFeatures(drawn, ` of the object "${showValue(name)}"`)];
    }),
  );
}

/** @param where added to what a message calls a feature */
function readFeatures(root: GeoJSON, where: string): Area[] {
  const features = root.type === 'FeatureCollection' ? root.features : [root];
  if (!Array.isArray(features)) throw new Refusal('The GeoJSON file has no list of features.');
  return features.flatMap((one: unknown, index) => {
    if (!isObject(one) || one.type !== 'Feature') return [];
    const geometry = one.geometry as Geometry | null;
    const polygons = polygonsOf(geometry).map((polygon) =>
      readPolygon(polygon, `Feature ${index + 1}${where}`),
    );
    const solid = polygons.filter((polygon) => (polygon[0]?.length ?? 0) >= 4);
    return solid.length === 0 ? [] : [{ number: index + 1, names: namesOf(one), polygons: solid }];
  });
}

/** Coordinates are not looked at here: they may be anything. */
function polygonsOf(geometry: Geometry | null): unknown[] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon') return list(geometry.coordinates);
  if (geometry?.type === 'GeometryCollection')
    return list<Geometry | null>(geometry.geometries).flatMap(polygonsOf);
  return [];
}

function readPolygon(polygon: unknown, feature: string): Position[][] {
  return list(polygon).map((ring) => {
    const positions = list<unknown>(ring).map((position) => readPosition(position, feature));
    const [first, last] = [positions[0], positions.at(-1)];
    const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
    return first === undefined || closed ? positions : [...positions, first];
  });
}

function readPosition(position: unknown, feature: string): Position {
  const [x, y] = list<unknown>(position);
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new Refusal(`${feature} is damaged: one of its positions is no pair of numbers. ${AGAIN}`);
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
  const place = `${feature} has a corner at ${x}, ${y}.`;
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180)
    throw new Refusal(`${place} Longitude comes first; here it seems to be latitude. ${AGAIN}`);
  throw new Refusal(
    `${place} Longitudes end at 180 and latitudes at 90 degrees, so these are metres of a projection such as UTM. ${AGAIN}`,
  );
}

function namesOf({ id, properties }: Json): Record<string, string> {
  const all = [['id', id], ...Object.entries(isObject(properties) ? properties : {})];
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== ''),
  );
}

function list<T>(value: unknown): T[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
