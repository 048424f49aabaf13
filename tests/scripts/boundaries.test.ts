import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importBoundaries, type Options } from '../../scripts/import-boundaries.ts';
import { SHIPPED_FOLDER, SHIPPED_LAYERS, shippedBoundaries } from '../../scripts/shipped-boundaries.ts';
import { runNode } from '../../scripts/steps.ts';
import type { BoundaryLayer } from '../../src/map/outlines.ts';
import { HAS_SURVEY, surveyPath } from '../map/survey.ts';

it('writes the shipped layers as they are committed', () => {
  for (const [file, text] of shippedBoundaries())
    expect(readFileSync(join(SHIPPED_FOLDER, file), 'utf8') === text, file).toBe(true);
  expect([...shippedBoundaries().keys()]).toEqual(SHIPPED_LAYERS);
});

let parent: string;
let data: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'spean-boundaries-'));
  data = join(parent, 'data');
  cpSync(SHIPPED_FOLDER, join(data, 'geography'), { recursive: true });
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const boundaries = (...args: string[]) =>
  runNode('scripts/boundaries.ts', args, { env: { DIRECTORY_DATA: data } });
const layers = () => readdirSync(join(data, 'geography')).filter((file) => file.endsWith('.topo.json'));
const layer = (file: string) =>
  JSON.parse(readFileSync(join(data, 'geography', file), 'utf8')) as BoundaryLayer;
const SHIPPED = join(SHIPPED_FOLDER, 'provinces-25.topo.json');
const CREDITED = { attribution: 'Example survey, 2014 (CC BY 4.0)' };
const CREDIT = ['--attribution', CREDITED.attribution];

/** Says what is refused; empty where it was not. */
function refusalOf(file: string, options: Options): string {
  try {
    importBoundaries(file, data, options);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function write(value: unknown): string {
  const file = join(parent, 'outlines.geojson');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

describe('npm run boundaries -- FILE', () => {
  it('makes a layer of an edition and says how to put it in force', async () => {
    const { code, output } = await boundaries(SHIPPED, '--out', 'official.topo.json', ...CREDIT);
    expect(code, output).toBe(0);
    expect(output).toContain('Recognized by "id".');
    expect(output).toContain('KH-25 Tboung Khmum  105.');
    expect(output).toContain(
      'KH-7 Kampot and KH-9 Koh Kong share a border; in provinces.csv they are no neighbours.',
    );
    expect(output).toContain('"boundaries": "official.topo.json"');
    const made = layer('official.topo.json');
    expect(made.attribution).toBe(CREDITED.attribution);
    expect(made.objects.provinces.geometries).toHaveLength(25);
    expect(made.surroundings).toEqual(layer('provinces-25.topo.json').surroundings);
  });

  it('names the layer after the file, and takes its credit and its modesty', () => {
    const file = join(parent, 'Official Provinces.TopoJSON');
    cpSync(SHIPPED, file);
    expect(refusalOf(file, { budget: '20000' })).toBe('');
    const { attribution, schematic } = layer('official-provinces.topo.json');
    expect(attribution).toContain('Natural Earth');
    expect(schematic).toBe(true);
    expect(readFileSync(join(data, 'geography/official-provinces.topo.json')).length).toBeLessThanOrEqual(
      20_000,
    );
  });

  it('makes a layer for the provinces of another day, or for some', () => {
    expect(refusalOf(SHIPPED, { out: 'then.topo.json', 'valid-on': '2010-12' })).toBe('');
    expect(layer('then.topo.json').objects.provinces.geometries).toHaveLength(24);
    expect(refusalOf(SHIPPED, { out: 'some.topo.json', provinces: 'KH-7,KH-23' })).toContain(
      'KH-1 Banteay Meanchey is not among the provinces of this layer',
    );
  });

  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [104, 11],
        [105, 11],
        [105, 12],
        [104, 11],
      ],
    ],
  };
  const metres = {
    type: 'Polygon',
    coordinates: [
      [
        [5e5, 12e5],
        [6e5, 12e5],
        [6e5, 13e5],
        [5e5, 12e5],
      ],
    ],
  };
  const of = (geometry: object, properties: object = {}, more: object = {}) => ({
    type: 'FeatureCollection',
    ...more,
    features: [{ type: 'Feature', properties, geometry }],
  });

  it.each<[string, unknown, Options, RegExp]>([
    ['a projection', of(metres), CREDITED, /corner at 500000, 1200000.*UTM/s],
    [
      'another system',
      of(square, {}, { crs: { type: 'name', properties: { name: 'EPSG:32648' } } }),
      CREDITED,
      /"EPSG:32648"/,
    ],
    ['no JSON', 'PK', CREDITED, /no JSON in UTF-8/],
    ['no areas', { type: 'FeatureCollection', features: [] }, CREDITED, /draws no areas/],
    ['an unknown province', of(square, { name: 'Kampott' }), CREDITED, /"Kampott", is no known province/],
    ['a missing province', of(square, { name: 'Kampot' }), CREDITED, /KH-1 Banteay Meanchey is missing\./],
    ['nobody to credit', of(square, { name: 'Kampot' }), { provinces: 'KH-7' }, /does not say who drew it/],
    [
      'a hostile credit',
      of(square, { name: 'Kampot' }),
      { provinces: 'KH-7', attribution: '\u202ex' },
      /turns the direction/,
    ],
    ['a day that is none', of(square), { 'valid-on': '2013-02-31' }, /is no date/],
    ['provinces that are none', of(square), { provinces: 'KH-77' }, /names no province.*KH-77/],
    ['two ways to choose', of(square), { provinces: 'KH-7', 'valid-on': '2010' }, /either --provinces or/],
    ['a name with folders', of(square), { out: '../x.topo.json' }, /--out is a file name/],
    ['a budget that is none', of(square), { budget: '60kB' }, /number of bytes/],
    [
      'a budget too small',
      of(square, { name: 'Kampot' }),
      { ...CREDITED, provinces: 'KH-7', budget: '90' },
      /plainest form/,
    ],
    ['an object of GeoJSON', of(square), { ...CREDITED, object: 'x' }, /A GeoJSON file has no objects/],
  ])('refuses %s with a sentence and writes nothing', (_, value, options, sentence) => {
    const before = layers();
    const said = refusalOf(write(value), options);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('\u202e');
    expect(layers()).toEqual(before);
  });

  it('refuses what is no file, and a folder without provinces', () => {
    expect(refusalOf(join(parent, 'nowhere'), {})).toMatch(/There is no file/);
    expect(refusalOf(parent, {})).toMatch(/There is no file/);
    rmSync(join(data, 'geography/provinces.csv'));
    expect(refusalOf(SHIPPED, {})).toContain('data/geography/provinces.csv cannot be read');
  });

  it('does not write over a layer that ships with the project', () => {
    expect(() => importBoundaries(SHIPPED, join(SHIPPED_FOLDER, '..'), {})).toThrow('ships with the project');
  });

  it.each([
    [['--outt', 'x'], /Unknown option '--outt'.*Use: npm run boundaries/s],
    [['--dissolve'], /No file is named/],
    [['a.geojson', 'b.geojson'], /Only one file/],
    [['package.json'], /package\.json: nothing was written\.\s+The file draws no areas/],
  ])('ends with a sentence on %j', async (args, sentence) => {
    const { code, output } = await boundaries(...args);
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe.skipIf(!HAS_SURVEY)('the survey of 2014', () => {
  it.each([
    ['kh-provinces-25.geojson', [], 25],
    ['kh-provinces-24-2010.geojson', ['--valid-on', '2010'], 24],
    ['kh-districts-197-2014.geojson', ['--dissolve'], 25],
    ['kh-districts-197-2014.topo.json', [], 25],
  ])('%s %j becomes a layer', async (file, args, count) => {
    const { code, output } = await boundaries(
      surveyPath(file),
      '--out',
      'made.topo.json',
      ...CREDIT,
      ...args,
    );
    expect(code, output).toBe(0);
    expect(output).toContain('Neighbours and points agree with provinces.csv.');
    expect(layer('made.topo.json').objects.provinces.geometries).toHaveLength(count);
  });

  it('districts are not taken for provinces without a word', () => {
    const said = refusalOf(surveyPath('kh-districts-197-2014.geojson'), CREDITED);
    expect(said).toMatch(/KH-1 Banteay Meanchey stands 9 times.*--dissolve/s);
    expect(existsSync(join(data, 'geography/kh-districts-197-2014.topo.json'))).toBe(false);
  });
});
