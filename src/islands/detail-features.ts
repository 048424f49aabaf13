/** What the detailed map draws, as GeoJSON; degrees. */
import type { Feature, FeatureCollection } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { MapWords } from '../i18n/map-words.ts';
import type { MapDetailData } from '../map/detail-data.ts';
import type { Point } from '../map/geometry.ts';
import type { BoundaryLayer } from '../map/outlines.ts';
import type { SourceId } from './detail-style.ts';

interface World {
  layer: BoundaryLayer;
  detail: MapDetailData;
  words: MapWords;
}

/** What no question changes: countries and their borders, places, and names around the country. */
export function worldFeatures({ layer, detail, words }: World): [SourceId, Feature[]][] {
  const { countries, home } = detail;
  const { geometries } = countries.objects.countries;
  const land = merge(countries, geometries as Parameters<typeof merge>[1]);
  // The country itself has the outline of its provinces, which is another one.
  const borders = mesh(
    countries,
    countries.objects.countries,
    (a, b) => String(a.id) !== home && String(b.id) !== home,
  );
  const around = (layer.surroundings ?? []).flatMap(({ id, lon, lat }) => {
    const name = words.detail.around[id];
    return name === undefined ? [] : spot([lon, lat], { name });
  });
  return [
    ['countries', [{ type: 'Feature', geometry: land, properties: {} }]],
    ['borders', [{ type: 'Feature', geometry: borders, properties: {} }]],
    ['places', detail.places.map(({ at, kind, names }) => spot(at, { kind, name: names[words.lang] }))],
    ['around', around],
  ];
}

/** The outer border and the shore. @param without ids of provinces whose outline is drawn otherwise. */
export function coastFeature(layer: BoundaryLayer, without: ReadonlySet<string>): Feature {
  const coast = mesh(layer, layer.objects.provinces, (a, b) => a === b && !without.has(String(a.id)));
  return { type: 'Feature', geometry: coast, properties: {} };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

export function spot(at: Point, properties: Record<string, string | number>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}

export function lineFeature(points: readonly Point[], properties: Record<string, boolean>): Feature {
  const coordinates = points.map((point) => [...point]);
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties };
}
