/** Somebody's outlines: which files are refused with which sentence, and how their areas find their provinces. */
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { matchOutlines } from '../../src/dataset/outlines/choose-object.ts';
import { matchProvinces, type Wanted } from '../../src/dataset/outlines/match-provinces.ts';
import { type Area, readOutlines } from '../../src/dataset/outlines/read-outlines.ts';
import type { Province } from '../../src/schema/directory.ts';

const SQUARE = [
  [
    [104, 11],
    [105, 11],
    [105, 12],
    [104, 11],
  ],
];
const area = (properties: object, coordinates: unknown = SQUARE, id?: unknown): Feature =>
  ({ type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates } }) as Feature;
const collection = (features: unknown[], members: object = {}) => ({
  type: 'FeatureCollection',
  ...members,
  features,
});
const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

function refusalOf(value: unknown): string | undefined {
  const reading = readOutlines(bytesOf(value));
  return 'refusal' in reading ? reading.refusal : undefined;
}

function areasOf(value: unknown): readonly Area[] {
  const reading = readOutlines(bytesOf(value));
  if ('refusal' in reading) throw new Error(reading.refusal);
  return [...reading.outlines.objects.values()].flat();
}

describe('readOutlines', () => {
  it.each([
    'EPSG:4326',
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:EPSG:6.9:4326',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    'OGC:CRS84',
    'WGS 84',
  ])('takes the system %s', (name) => {
    expect(
      refusalOf(collection([area({})], { crs: { type: 'name', properties: { name } } })),
    ).toBeUndefined();
  });

  it.each([
    ['urn:ogc:def:crs:EPSG::32648', /"urn:ogc:def:crs:EPSG::32648"\. Export it again as GeoJSON in WGS 84/],
    ['EPSG:3857', /the coordinate system "EPSG:3857"/],
    ['EPSG:14326', /"EPSG:14326"/],
    ['Indian 1960 / UTM zone 48N', /"Indian 1960/],
  ])('refuses the system %s', (name, sentence) => {
    expect(refusalOf(collection([area({})], { crs: { type: 'name', properties: { name } } }))).toMatch(
      sentence,
    );
  });

  it('refuses systems that stand behind a link or a code', () => {
    const link = { type: 'link', properties: { href: 'somewhere.prj', type: 'esriwkt' } };
    expect(refusalOf(collection([area({})], { crs: link }))).toMatch(/does not say in plain words/);
    expect(refusalOf(collection([area({})], { crs: { type: 'EPSG', properties: { code: 32648 } } }))).toMatch(
      /"EPSG:32648"/,
    );
    expect(
      refusalOf(collection([area({})], { crs: { type: 'EPSG', properties: { code: 4326 } } })),
    ).toBeUndefined();
    expect(refusalOf(collection([area({})], { crs: null }))).toBeUndefined();
  });

  const ring = (...positions: unknown[]) => [[...positions, positions[0]]];
  it.each<[string, unknown, RegExp]>([
    ['metres', ring([491000.5, 1272000], [492000, 1272000], [492000, 1273000]), /491000\.5, 1272000.* UTM/],
    ['latitude first', ring([11, 104], [11, 105], [12, 105]), /Longitude comes first/],
    ['no numbers', ring(['104', '11'], [105, 11], [105, 12]), /Feature 2 is damaged/],
    ['half a position', ring([104], [105, 11], [105, 12]), /Feature 2 is damaged/],
  ])('refuses coordinates that are %s', (_, coordinates, sentence) => {
    const said = refusalOf(collection([area({ name: 'Sound' }), area({}, coordinates)]));
    expect(String(said)).toMatch(sentence);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', 'PK\u0003\u0004', /no JSON in UTF-8; shapefiles/],
    ['cut off', '{"type":"FeatureCollection","features":[', /no JSON/],
    ['a list', [], /neither GeoJSON nor TopoJSON/],
    ['other JSON', { name: 'x' }, /draws no areas/],
    ['without features', { type: 'FeatureCollection' }, /no list of features/],
    [
      'points',
      collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }]),
      /no areas/,
    ],
    ['empty', collection([null, 1, { type: 'Feature', geometry: null }]), /draws no areas/],
    ['TopoJSON without objects', { type: 'Topology', arcs: [] }, /has no objects/],
    [
      'TopoJSON without its arcs',
      { type: 'Topology', arcs: [], objects: { p: { type: 'Polygon', arcs: [[3]] } } },
      /The object "p" of the TopoJSON file is damaged/,
    ],
  ])('refuses a file that is %s', (_, value, sentence) => {
    expect(refusalOf(value)).toMatch(sentence);
  });

  it('refuses bytes that are no UTF-8', () => {
    const reading = readOutlines(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
    expect(reading).toMatchObject({ refusal: expect.stringContaining('no JSON in UTF-8') });
  });

  it('reads areas with their names, closes rings and leaves the rest', () => {
    const open = [SQUARE[0]?.slice(0, 3) as number[][]];
    const read = areasOf(
      collection([
        area({ ADM1_EN: 'Kampot', level: 1, empty: ' ' }, SQUARE, 'KH-7'),
        { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: SQUARE[0] } },
        area({ id: 'own' }, open, 8),
      ]),
    );
    expect(read.map(({ number, names }) => [number, names])).toEqual([
      [1, { id: 'KH-7', ADM1_EN: 'Kampot' }],
      [3, { id: 'own' }],
    ]);
    expect(read[1]?.polygons).toEqual([SQUARE]);
  });
});

const province = (id: string, name_en: string, more: Partial<Province> = {}) =>
  ({
    id,
    slug: name_en.toLowerCase().replaceAll(' ', '-'),
    pcode: id.replace('-', '0'),
    name_en,
    name_km: '',
    aliases: [],
    neighbours: [],
    ...more,
  }) as unknown as Province;
const PROVINCES = [
  province('KH-3', 'Kampong Cham', { name_km: 'កំពង់ចាម', aliases: ['Kompong Cham', 'KPC'] }),
  province('KH-7', 'Kampot', { name_km: 'កំពត' }),
  province('KH-25', 'Tboung Khmum', {
    valid_from: '2013-12-31',
    split_from: 'KH-3',
    aliases: ['Tbong Khmum'],
  }),
];
const NOW: Wanted = { provinces: PROVINCES, inForce: ['KH-3', 'KH-7', 'KH-25'], dissolve: false };
const THEN: Wanted = { ...NOW, inForce: ['KH-3', 'KH-7'] };
const named = (...names: Record<string, string>[]): Area[] =>
  names.map((one, i) => ({ number: i + 1, names: one, polygons: [] }));

/** Province ids with the numbers of their areas, or the sentences. */
function matched(areas: readonly Area[], wanted: Wanted) {
  const match = matchProvinces(areas, wanted);
  if ('refusals' in match) return match.refusals;
  return Object.fromEntries([...match.areas].map(([id, some]) => [id, some.map(({ number }) => number)]));
}

describe('matchProvinces', () => {
  const found = { 'KH-3': [1], 'KH-7': [2], 'KH-25': [3] };

  it.each([
    ['ISO codes', ['KH-3', 'KH-7', 'KH-25']],
    ['P-codes', ['KH03', 'KH07', 'KH025']],
    ['slugs', ['kampong-cham', 'kampot', 'tboung-khmum']],
    ['names with kinds and accents', ['Kâmpong Chăm Province', 'KAMPOT', 'Tboung  Khmum']],
    ['aliases', ['Kompong Cham', 'Kampot', 'Tbong Khmum']],
    ['Khmer names with their kind', ['ខេត្តកំពង់ចាម', 'កំពត', 'Tboung Khmum']],
  ])('knows %s, whatever the property is called', (_, names) => {
    expect(matched(named(...names.map((name) => ({ country: 'Cambodia', whatever: name }))), NOW)).toEqual(
      found,
    );
  });

  it('believes the property that recognizes most, and says so', () => {
    // Names of towns that are names of provinces as well.
    const areas = named(
      { town: 'Kampot', code: 'KH-3' },
      { town: 'Kampong Cham', code: 'KH-7' },
      { town: 'Suong', code: 'KH-25' },
    );
    expect(matched(areas, NOW)).toEqual(found);
    expect(matchProvinces(areas, NOW)).toMatchObject({ notes: ['Recognized by "code".'] });
  });

  it('asks another property about what is left, but not for a province that is found', () => {
    const areas = named(
      { en: 'Kampong Cham', km: 'កំពង់ចាម' },
      { en: 'Kampot', km: 'x' },
      { en: 'Tboung Kmoum', alt: 'KH-25' },
      { en: 'Lake', alt: 'Kampot' },
    );
    expect(matched(areas.slice(0, 3), NOW)).toEqual(found);
    expect(matchProvinces(areas.slice(0, 3), NOW)).toMatchObject({
      notes: ['Recognized by "en", then "alt".'],
    });
    expect(matched(areas, NOW)).toContain('Feature 4, "Lake", is no known province.');
  });

  it('lists what is missing, unknown and doubled, with what to do', () => {
    const areas = named({ name: 'Kampong Cham' }, { name: 'Kampong Chem' }, { name: 'KPC' }, {});
    expect(matched(areas, NOW)).toMatchInlineSnapshot(`
      [
        "KH-3 Kampong Cham stands 2 times: features 1, 3.",
        "Keep one of each; if they are parts of a province, such as districts, add --dissolve to join them.",
        "KH-7 Kampot is missing.",
        "KH-25 Tboung Khmum is missing.",
        "Add it to the file, or the spelling that the file has for it to the aliases in geography/provinces.csv.",
        "Feature 2, "Kampong Chem", is no known province. Did you mean KH-3 Kampong Cham?",
        "Feature 4 has neither an id nor a name.",
        "Add the spelling of the file to the aliases in geography/provinces.csv, or take the feature out of the file.",
      ]
    `);
  });

  it('proposes the day for which the file is right', () => {
    expect(matched(named({ name: 'KH-3' }, { name: 'KH-7' }), NOW)).toEqual([
      'KH-25 Tboung Khmum is missing.',
      'The file shows the provinces as on 2013-12-30: add --valid-on 2013-12-30 if that is the layer you want.',
    ]);
  });

  it('joins a province to the one that it was part of', () => {
    const areas = named({ name: 'KH-3' }, { name: 'KH-7' }, { name: 'KH-25' });
    expect(matched(areas, THEN)).toEqual({ 'KH-3': [1, 3], 'KH-7': [2] });
    expect(matchProvinces(areas, THEN)).toMatchObject({
      notes: expect.arrayContaining([
        'KH-25 Tboung Khmum is joined to KH-3 Kampong Cham, which it was part of.',
      ]),
    });
    const later = [...PROVINCES, province('KH-99', 'Example', { valid_from: '2030-01-01' })];
    expect(
      matched(named(...['KH-3', 'KH-7', 'KH-99'].map((name) => ({ name }))), { ...THEN, provinces: later }),
    ).toEqual([
      expect.stringMatching(/^KH-99 Example is not among the provinces of this layer \(feature 3\)\./),
    ]);
  });

  it('joins districts where it is told to', () => {
    const areas = named({ in: 'KH-3' }, { in: 'KH-3' }, { in: 'KH-7' }, { in: 'KH-25' });
    expect(matched(areas, { ...NOW, dissolve: true })).toEqual({ 'KH-3': [1, 2], 'KH-7': [3], 'KH-25': [4] });
    expect(matched(areas, NOW)).toEqual([
      'KH-3 Kampong Cham stands 2 times: features 1, 2.',
      expect.stringContaining('--dissolve'),
    ]);
  });

  it('cuts long lists short', () => {
    const areas = named(...Array.from({ length: 197 }, (_, i) => ({ name: `District ${i}` })));
    const said = matched(areas, NOW) as string[];
    expect(said).toContain('187 more features are no known provinces.');
    expect(said.length).toBeLessThan(20);
  });
});

describe('matchOutlines', () => {
  const provinces = named({ name: 'KH-3' }, { name: 'KH-7' }, { name: 'KH-25' });
  const outlines = (objects: Record<string, Area[]>) => ({
    objects: new Map(Object.entries(objects)),
    schematic: false,
  });

  it('finds the object that holds the provinces', () => {
    const match = matchOutlines(
      outlines({ lake: named({ name: 'Lake' }), adm1: provinces, roads: [] }),
      NOW,
      undefined,
    );
    expect(match).toMatchObject({ notes: ['The provinces are the object "adm1".', 'Recognized by "name".'] });
  });

  it.each([
    [
      { a: provinces, b: provinces },
      undefined,
      'More than one object could be the provinces: "a", "b". Say which one',
    ],
    [
      { a: named({ name: 'x' }), b: named({ name: 'y' }) },
      undefined,
      'No object is just the provinces: "a", "b". Say',
    ],
    [{ adm1: provinces }, 'amd1', 'no object "amd1" that draws areas. Did you mean "adm1"?'],
    [{ '': provinces }, 'adm1', 'A GeoJSON file has no objects; leave --object out.'],
  ])('asks which one where it cannot tell: %#', (objects, asked, sentence) => {
    expect(matchOutlines(outlines(objects as Record<string, Area[]>), NOW, asked)).toEqual({
      refusals: [expect.stringContaining(sentence)],
    });
  });

  it('takes the one that is asked for', () => {
    expect(matchOutlines(outlines({ a: provinces, b: provinces }), NOW, 'b')).toHaveProperty('areas');
  });
});
