import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoContains } from 'd3-geo';
import Papa from 'papaparse';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { type BoundaryLayer, drawOutlines, sharedBorders } from '../../src/map/outlines.ts';

const text = readFileSync(new URL('../../data/geography/provinces-24.topo.json', import.meta.url), 'utf8');
const layer = JSON.parse(text) as BoundaryLayer;
const ids = Array.from({ length: 24 }, (_, i) => `KH-${i + 1}`);

describe('provinces-24.topo.json', () => {
  it('holds the 24 provinces in force before 31 December 2013 and says that it is schematic', () => {
    expect(layer.objects.provinces.geometries.map(({ id }) => id)).toEqual(ids);
    expect(layer.schematic).toBe(true);
    expect(layer.attribution).toContain('Natural Earth (public domain)');
  });

  it('is small', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
  });

  it('draws in few bytes', () => {
    const { provinces } = drawOutlines(layer, { x: 0, y: 0, width: 660, height: 540 });
    expect(provinces.map(({ path }) => path).join('').length).toBeLessThan(18_000);
  });
});

const surveyed = fileURLToPath(new URL('../../../shared/geo/provinces.csv', import.meta.url));

interface Surveyed {
  iso_3166_2: string;
  lon: string;
  lat: string;
  neighbours: string;
}

/** Borders that the outline has and the survey of 2014 has not: it knows no lake, and Kampong Seila lies in Koh Kong. */
const ONLY_DRAWN = ['KH-15 KH-17', 'KH-15 KH-6', 'KH-7 KH-9'];
/** Borders of the survey that the outline lacks: Kampong Seila again, and Anlong Veng, which it puts in Siem Reap. */
const ONLY_SURVEYED = ['KH-13 KH-22', 'KH-18 KH-5'];

describe.skipIf(!existsSync(surveyed))('beside the survey of 2014', () => {
  const rows = existsSync(surveyed)
    ? Papa.parse<Surveyed>(readFileSync(surveyed, 'utf8'), { header: true, skipEmptyLines: true }).data
    : [];

  it('holds the label point of each province in the same province', () => {
    const { features } = feature(layer, layer.objects.provinces);
    for (const { iso_3166_2: id, lon, lat } of rows) {
      const around = features.filter((province) => geoContains(province, [Number(lon), Number(lat)]));
      expect([id, around.map((province) => province.id)]).toEqual([id, [id === 'KH-25' ? 'KH-3' : id]]);
    }
  });

  it('has the same neighbours, but for known exceptions', () => {
    const before2014 = (id: string) => (id === 'KH-25' ? 'KH-3' : id);
    const pair = (a: string, b: string) => [a, b].sort().join(' ');
    const drawn = new Set(
      [...sharedBorders(layer)].flatMap(([id, others]) => others.map((other) => pair(id, other))),
    );
    const measured = new Set(
      rows.flatMap(({ iso_3166_2: id, neighbours }) =>
        neighbours
          .split('|')
          .filter((other) => before2014(other) !== before2014(id))
          .map((other) => pair(before2014(id), before2014(other))),
      ),
    );
    expect([...drawn].filter((border) => !measured.has(border)).sort()).toEqual(ONLY_DRAWN);
    expect([...measured].filter((border) => !drawn.has(border)).sort()).toEqual(ONLY_SURVEYED);
  });
});
