import { readFileSync } from 'node:fs';
import { geoArea, geoContains, geoDistance } from 'd3-geo';
import Papa from 'papaparse';
import { feature, mesh } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/map/geometry.ts';
import { type BoundaryLayer, drawOutlines, sharedBorders } from '../../src/map/outlines.ts';
import { HAS_SURVEY, surveyText } from './survey.ts';
import { RIVER_TOWNS, TOWNS } from './towns.ts';

const textOf = (file: string) =>
  readFileSync(new URL(`../../data/geography/${file}`, import.meta.url), 'utf8');
const parse = (text: string) => JSON.parse(text) as BoundaryLayer;
const layers = {
  24: parse(textOf('provinces-24.topo.json')),
  25: parse(textOf('provinces-25.topo.json')),
};
const counts = [24, 25] as const;

const before2014 = (id: string) => (id === 'KH-25' ? 'KH-3' : id);
const thenOrNow = { 24: before2014, 25: (id: string) => id };

function provincesAt(layer: BoundaryLayer, at: Point) {
  const { features } = feature(layer, layer.objects.provinces);
  return features.filter((one) => geoContains(one, [...at])).map(({ id }) => id);
}

describe.each(counts)('provinces-%i.topo.json', (count) => {
  const layer = layers[count];
  const text = textOf(`provinces-${count}.topo.json`);

  it('holds the provinces of its time and says that it is schematic', () => {
    const ids = Array.from({ length: count }, (_, i) => `KH-${i + 1}`);
    expect(layer.objects.provinces.geometries.map(({ id }) => id)).toEqual(ids);
    expect(layer).toMatchObject(count === 24 ? { valid_to: '2013-12-30' } : { valid_from: '2013-12-31' });
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

  // The outline leaves the estuary on which the town of Koh Kong lies to the sea.
  it.each(TOWNS.filter(({ name }) => name !== 'Koh Kong'))('puts $name into $province', (town) => {
    expect(provincesAt(layer, town.at)).toEqual([thenOrNow[count](town.province)]);
  });

  it('puts Koh Kong nowhere, and Anlong Veng and Kampong Seila into a neighbour', () => {
    expect(provincesAt(layer, [102.98, 11.62])).toEqual([]);
    expect(provincesAt(layer, [104.07, 14.23]), 'Anlong Veng is in KH-22').toEqual(['KH-17']);
    expect(provincesAt(layer, [103.97, 11.09]), 'Kampong Seila is in KH-18').toEqual(['KH-9']);
  });
});

describe('Tboung Khmum', () => {
  it.each(RIVER_TOWNS)('is parted from Kampong Cham so that $name lies in $province', (town) => {
    expect(provincesAt(layers[25], town.at)).toEqual([town.province]);
    expect(provincesAt(layers[24], town.at)).toEqual(['KH-3']);
  });

  it('shares its borders and takes nothing from anybody else', () => {
    expect(sharedBorders(layers[25]).get('KH-25')?.toSorted()).toEqual(['KH-10', 'KH-14', 'KH-3']);
    const areas = (count: 24 | 25) =>
      new Map(
        feature(layers[count], layers[count].objects.provinces).features.map((one) => [one.id, geoArea(one)]),
      );
    const [before, after] = [areas(24), areas(25)];
    const divided = (after.get('KH-3') ?? 0) + (after.get('KH-25') ?? 0);
    expect(divided / (before.get('KH-3') ?? 0)).toBeCloseTo(1, 9);
    for (const [id, area] of before) if (id !== 'KH-3') expect([id, after.get(id)]).toEqual([id, area]);
  });
});

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

describe.skipIf(!HAS_SURVEY)('beside the survey of 2014', () => {
  const rows = Papa.parse<Surveyed>(surveyText('provinces.csv'), { header: true, skipEmptyLines: true }).data;

  it.each(counts)('%i provinces: each holds its label point', (count) => {
    for (const { iso_3166_2: id, lon, lat } of rows)
      expect([id, provincesAt(layers[count], [Number(lon), Number(lat)])]).toEqual([
        id,
        [thenOrNow[count](id)],
      ]);
  });

  it.each(counts)('%i provinces have the same neighbours, but for known exceptions', (count) => {
    const idOf = thenOrNow[count];
    const pair = (a: string, b: string) => [a, b].sort().join(' ');
    const drawn = new Set(
      [...sharedBorders(layers[count])].flatMap(([id, others]) => others.map((other) => pair(id, other))),
    );
    const measured = new Set(
      rows.flatMap(({ iso_3166_2: id, neighbours }) =>
        neighbours
          .split('|')
          .filter((other) => idOf(other) !== idOf(id))
          .map((other) => pair(idOf(id), idOf(other))),
      ),
    );
    expect([...drawn].filter((border) => !measured.has(border)).sort()).toEqual(ONLY_DRAWN);
    expect([...measured].filter((border) => !drawn.has(border)).sort()).toEqual(ONLY_SURVEYED);
  });

  it('the line along the Mekong is right to six kilometres', () => {
    const border = (layer: BoundaryLayer) =>
      mesh(
        layer,
        layer.objects.provinces,
        (a, b) => [a.id, b.id].sort().join() === 'KH-25,KH-3',
      ).coordinates.flat();
    const surveyed = border(parse(surveyText('kh-provinces-25.topo.json')));
    const kilometres = (a: number[], b: number[]) =>
      6371 * geoDistance(a as [number, number], b as [number, number]);
    const farthest = (some: number[][], others: number[][]) =>
      Math.max(...some.map((one) => Math.min(...others.map((other) => kilometres(one, other)))));
    expect(surveyed.length).toBeGreaterThan(10);
    expect(farthest(border(layers[25]), surveyed)).toBeLessThan(6);
    expect(farthest(surveyed, border(layers[25]))).toBeLessThan(6);
  });
});
