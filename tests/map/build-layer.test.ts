import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { loadProvinces } from '../../src/dataset/load-provinces.ts';
import { type Match, matchProvinces } from '../../src/dataset/outlines/match-provinces.ts';
import { readOutlines } from '../../src/dataset/outlines/read-outlines.ts';
import { provincesInForce } from '../../src/directory/reach.ts';
import { type Built, buildLayer, type Polygons, type ProvinceAreas } from '../../src/map/build-layer.ts';
import { compareLayer } from '../../src/map/compare-layer.ts';
import { type Point, type Ring, ringsContain } from '../../src/map/geometry.ts';
import { layOutMap } from '../../src/map/layout.ts';
import { mapModel } from '../../src/map/model.ts';
import { type BoundaryLayer, sharedBorders } from '../../src/map/outlines.ts';
import { mapInput } from './input.ts';
import { WORDS } from './map-words.ts';
import { HAS_SURVEY, surveyText } from './survey.ts';
import { RIVER_TOWNS, TOWNS, type Town } from './towns.ts';

const ABOUT = { attribution: 'Example survey, 2014 (CC BY 4.0)', schematic: false };

/** A square of a degree with wavy sides; neighbours wave alike. */
function square(left: number, top: number): Polygons {
  const along = Array.from({ length: 200 }, (_, i) => i / 200);
  const wave = (t: number) => 0.02 * Math.sin(40 * t) + 0.003 * Math.sin(700 * t);
  const side = (x: number, y: number, dx: number, dy: number) =>
    along.map((t) => {
      const at = dx + dy > 0 ? t : 1 - t;
      return dx === 0 ? [x + wave(at), y + t * dy] : [x + t * dx, y + wave(at)];
    });
  const ring = [
    ...side(left, top, 1, 0),
    ...side(left + 1, top, 0, 1),
    ...side(left + 1, top + 1, -1, 0),
    ...side(left, top + 1, 0, -1),
  ];
  return [[[...ring, ring[0] as number[]]]];
}

const GRID: ProvinceAreas[] = [
  { id: 'A', areas: [square(100, 10)] },
  { id: 'B', areas: [square(101, 10)] },
  { id: 'C', areas: [square(100, 11)] },
];

function built(provinces: readonly ProvinceAreas[], budget = 60_000): Built {
  const result = buildLayer(provinces, ABOUT, budget);
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

/** Every ring of a province, degrees. */
function ringsOf(layer: BoundaryLayer, id: string): Ring[] {
  const found = feature(layer, layer.objects.provinces).features.find((one) => one.id === id);
  const shape = found?.geometry;
  if (shape?.type === 'Polygon') return shape.coordinates as unknown as Ring[];
  return shape?.type === 'MultiPolygon' ? (shape.coordinates.flat() as unknown as Ring[]) : [];
}

describe('buildLayer', () => {
  it('draws a shared border once', () => {
    const { layer, text, corners } = built(GRID);
    expect(layer.objects.provinces.geometries.map(({ id, type }) => [id, type])).toEqual([
      ['A', 'Polygon'],
      ['B', 'Polygon'],
      ['C', 'Polygon'],
    ]);
    expect(Object.fromEntries(sharedBorders(layer))).toEqual({ A: ['B', 'C'], B: ['A'], C: ['A'] });
    expect(corners.before).toBeLessThan(10 * 201 + 10);
    expect(JSON.parse(text)).toEqual(layer);
    expect(layer).toMatchObject(ABOUT);
    expect(layer).not.toHaveProperty('surroundings');
  });

  it.each([6000, 3000, 1500])('fits into %i bytes and keeps neighbours and provinces', (budget) => {
    const { layer, text, corners } = built(GRID, budget);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(budget);
    expect(corners.after).toBeLessThan(corners.before);
    expect(sharedBorders(layer).get('A')).toEqual(['B', 'C']);
    expect(ringsContain(ringsOf(layer, 'C'), [100.5, 11.5])).toBe(true);
    expect(ringsContain(ringsOf(layer, 'A'), [100.5, 11.5])).toBe(false);
  });

  it('uses up the budget rather than losing shape', () => {
    expect(new TextEncoder().encode(built(GRID, 6000).text).length).toBeGreaterThan(5800);
  });

  it('says that a budget is too small', () => {
    expect(buildLayer(GRID, ABOUT, 300)).toEqual({
      refusal: expect.stringMatching(/^Even in its plainest form the layer has [\d,]+ bytes\. .*--budget\.$/),
    });
  });

  it('drops islets with the corners, but never the last area of a province', () => {
    const islet = (x: number, size: number): Polygons => [
      [
        [
          [x, 9],
          [x + size, 9],
          [x + size, 9 + size],
          [x, 9 + size],
          [x, 9],
        ],
      ],
    ];
    const provinces = [
      { id: 'A', areas: [[...square(100, 10), ...islet(100.2, 0.01)]] },
      { id: 'Islet', areas: [[...islet(101, 0.01), ...islet(101.1, 0.005)]] },
    ];
    const types = (budget: number) =>
      built(provinces, budget).layer.objects.provinces.geometries.map(({ type }) => type);
    expect(types(60_000)).toEqual(['MultiPolygon', 'MultiPolygon']);
    expect(types(1200)).toEqual(['Polygon', 'Polygon']);
    const { layer } = built(provinces, 1200);
    expect(ringsContain(ringsOf(layer, 'Islet'), [101.005, 9.005])).toBe(true);
  });

  it('joins areas into one without a border between them', () => {
    const [a, b, c] = GRID.map(({ areas }) => areas[0] as Polygons) as [Polygons, Polygons, Polygons];
    const { layer } = built([
      { id: 'AB', areas: [a, b] },
      { id: 'C', areas: [c] },
    ]);
    expect(layer.objects.provinces.geometries.map(({ type }) => type)).toEqual(['Polygon', 'Polygon']);
    expect(ringsOf(layer, 'AB')).toHaveLength(1);
    expect(sharedBorders(layer).get('AB')).toEqual(['C']);
  });

  it('refuses parts that lie upon each other', () => {
    const twice = [
      { id: 'A', areas: [square(100, 10), square(100, 10)] },
      { id: 'B', areas: [square(101, 10)] },
    ];
    expect(buildLayer(twice, ABOUT, 60_000)).toEqual({
      refusal: 'Parts of A lie upon each other, so they cannot be joined. Keep each place in one part only.',
    });
  });

  it('carries the names around the country', () => {
    const surroundings = [{ id: 'sea', lon: 99, lat: 10 }];
    expect(buildLayer(GRID, { ...ABOUT, surroundings }, 60_000)).toMatchObject({ layer: { surroundings } });
  });

  it('leaves what it is given as it was', () => {
    const before = structuredClone(GRID);
    built(GRID, 1500);
    expect(GRID).toEqual(before);
  });
});

describe('compareLayer', () => {
  const row = (id: string, neighbours: string[], lon: number, lat: number) =>
    ({ id, name_en: `Name ${id}`, neighbours, lon, lat }) as never;

  it('finds label points inside, and nothing to say where all agrees', () => {
    const { layer } = built(GRID);
    const rows = [
      row('A', ['B', 'C'], 100.5, 10.5),
      row('B', ['A'], 101.5, 10.5),
      row('C', ['A'], 100.5, 11.5),
      row('Elsewhere', ['A'], 0, 0),
    ];
    const { labelPoints, hints } = compareLayer(layer, rows);
    expect(hints).toEqual([]);
    expect(labelPoints.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    for (const { id, at } of labelPoints) expect(ringsContain(ringsOf(layer, id), at)).toBe(true);
  });

  it('names each difference once', () => {
    const rows = [row('A', ['B'], 101.5, 10.5), row('B', ['A', 'C'], 50, 10.5), row('C', ['B'], 100.5, 11.5)];
    expect(compareLayer(built(GRID).layer, rows).hints).toEqual([
      'A Name A and C Name C share a border; in provinces.csv they are no neighbours.',
      'B Name B and C Name C share no border; in provinces.csv they are neighbours.',
      'The point of A Name A in provinces.csv, 101.5 10.5, lies in B.',
      'The point of B Name B in provinces.csv, 50 10.5, lies outside all outlines.',
    ]);
  });
});

const DATA = new URL('../../data', import.meta.url).pathname;

describe.skipIf(!HAS_SURVEY)('the survey of 2014', () => {
  const provinces = loadProvinces(DATA);

  function layerOf(file: string, object: string, day: string, dissolve = false): Built {
    const reading = readOutlines(new TextEncoder().encode(surveyText(file)));
    if ('refusal' in reading) throw new Error(reading.refusal);
    const inForce = provincesInForce(provinces, day).map(({ id }) => id);
    const match = matchProvinces(reading.outlines.objects.get(object) ?? [], {
      provinces,
      inForce,
      dissolve,
    }) as Match;
    return built(
      [...match.areas].map(([id, areas]) => ({ id, areas: areas.map(({ polygons }) => polygons) })),
    );
  }

  const CASES = [
    ['kh-provinces-25.geojson', '', '2014', false, 25],
    ['kh-provinces-24-2010.geojson', '', '2010-12', false, 24],
    ['kh-provinces-25.geojson', '', '2010-12', false, 24],
    ['kh-districts-197-2014.geojson', '', '2014', true, 25],
    ['kh-districts-197-2014.topo.json', 'districts', '2010-12', true, 24],
    ['kh-provinces-25.detail.topo.json', 'provinces', '2014', false, 25],
  ] as const;

  describe.each(HAS_SURVEY ? CASES : [])('%s %s, for %s', (file, object, day, dissolve, count) => {
    const { layer, text } = layerOf(file, object, day, dissolve);
    const then = (id: string) => (count === 24 && id === 'KH-25' ? 'KH-3' : id);

    it('becomes a layer within the budget', () => {
      expect(layer.objects.provinces.geometries).toHaveLength(count);
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(60_000);
    });

    const ids = layer.objects.provinces.geometries.map(({ id }) => String(id));
    const rings = new Map(ids.map((id) => [id, ringsOf(layer, id)]));
    const provincesAt = (at: Point) => ids.filter((id) => ringsContain(rings.get(id) ?? [], at));

    it.each<Town>([
      ...TOWNS,
      ...RIVER_TOWNS.filter(({ name }) => name !== 'Krouch Chhmar'),
      { name: 'Anlong Veng', province: 'KH-22', at: [104.07, 14.23] },
      { name: 'Kampong Seila', province: 'KH-18', at: [103.97, 11.09] },
    ])('has $name in $province only', ({ province, at }) => {
      expect(provincesAt(at)).toEqual([then(province)]);
    });

    it('has the neighbours of provinces.csv and holds its points', () => {
      const rows = provinces.map((one) => ({ ...one, neighbours: one.neighbours.map(then) }));
      const { hints, labelPoints } = compareLayer(layer, rows);
      expect(hints).toEqual([]);
      for (const { id, at } of labelPoints) expect(provincesAt(at)).toEqual([id]);
    });

    it.each(['en', 'km'] as const)('has room for everything in %s', (language) => {
      const model = mapModel(mapInput(language, count));
      const map = layOutMap(model, layer, WORDS[language]);
      expect(map.wide.provinces).toHaveLength(count);
      expect(map.narrow.provinces).toHaveLength(count);
    });
  });

  it('gives districts the outlines of their provinces', () => {
    const whole = layerOf('kh-districts-197-2014.topo.json', 'provinces', '2014');
    const joined = layerOf('kh-districts-197-2014.topo.json', 'districts', '2014', true);
    expect(joined.corners.before).toBe(whole.corners.before);
  });
});
