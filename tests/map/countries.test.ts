import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { type Atlas, countriesAround, countryOf, extentOf, windowAround } from '../../src/map/countries.ts';
import { type Ring, ringsContain } from '../../src/map/geometry.ts';
import type { BoundaryLayer } from '../../src/map/outlines.ts';

const resolve = createRequire(import.meta.url).resolve;
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const atlas = read(resolve('world-atlas/countries-10m.json')) as Atlas;
const layer = read(join(import.meta.dirname, '../../data/geography/provinces-24.topo.json')) as BoundaryLayer;
const { box, middles } = extentOf(layer);
const cut = countriesAround(atlas, box);
const window = windowAround(box);

describe('the countries around Cambodia', () => {
  it('are small enough to be fetched for a glance', () => {
    expect(JSON.stringify(cut).length).toBeLessThan(30_000);
  });

  it('know which of them is Cambodia', () => {
    expect(countryOf(cut, middles)).toBe('116');
    expect(countryOf(cut, [[0, 0]])).toBeUndefined();
  });

  it.each([
    ['Bangkok', '764', 100.5, 13.75],
    ['Ho Chi Minh City', '704', 106.66, 10.8],
    ['Pakse', '418', 105.8, 15.12],
    ['Kampong Thom', '116', 104.89, 12.71],
    ['open sea', undefined, 102, 9],
  ])('hold what is theirs: %s', (_, id, lon, lat) => {
    const around = feature(cut, cut.objects.countries).features.filter(({ geometry }) =>
      ringsContain(
        geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as unknown as Ring[]) : [],
        [lon, lat],
      ),
    );
    expect(around.map((one) => one.id)).toEqual(id === undefined ? [] : [id]);
  });

  it('reach no further than what can come into sight', () => {
    const lines = mesh(cut, cut.objects.countries).coordinates.flat();
    const margin = 0.001;
    const outside = lines.filter(
      ([lon = 0, lat = 0]) =>
        lon < window.west - margin ||
        lon > window.east + margin ||
        lat < window.south - margin ||
        lat > window.north + margin,
    );
    expect(outside).toEqual([]);
  });

  it('go on sharing their borders', () => {
    const inner = mesh(cut, cut.objects.countries, (a, b) => a !== b);
    expect(inner.coordinates.length).toBeGreaterThan(4);
  });
});
