/** Where places.csv puts towns and districts: roughly right, and never so exactly that it could be a house. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Point, type Ring, ringsContain } from '../../src/map/geometry.ts';
import { HAS_SURVEY, surveyText } from './survey.ts';

interface PlaceCells {
  id: string;
  province: string;
  name_en: string;
  kind: string;
  lon: string;
  lat: string;
}

const text = readFileSync(join(import.meta.dirname, '../../data/geography/places.csv'), 'utf8');
const places = Papa.parse<PlaceCells>(text, { header: true, skipEmptyLines: true }).data;
const placed = places.filter(({ lon }) => lon !== '');
const at = ({ lon, lat }: PlaceCells): Point => [Number(lon), Number(lat)];

interface District {
  properties: { name_en: string; province: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

/** Towns that the survey knows by the name of the district around them, and the spellings that differ. */
const IN_DISTRICT: Readonly<Record<string, string>> = {
  poipet: 'Paoy Paet',
  sisophon: 'Serei Saophoan',
  takhmao: 'Ta Khmau',
  'phnom-proek': 'Phnum Proek',
  'battambang-district': 'Battambang',
  'neak-loeung-kandal': 'Leuk Daek',
  'neak-loeung': 'Peam Ro',
  'sen-monorom': 'Saen Monourom',
  'tbeng-meanchey': 'Preah Vihear',
  'siem-reap-town': 'Siem Reap',
  'o-smach': 'Samraong',
  'anlong-veng': 'Anlong Veaeng',
};

describe('the places of Cambodia', () => {
  it('are written in hundredths of a degree', () => {
    const exact = placed.filter(({ lon, lat }) => ![lon, lat].every((cell) => /^\d+\.\d\d$/.test(cell)));
    expect(exact.map(({ id }) => id)).toEqual([]);
  });

  it('have no position where it is not known for certain', () => {
    expect(places.filter(({ lon }) => lon === '').map(({ id }) => id)).toEqual([
      'ou-chrov',
      'malai',
      'veal-vong',
      'chantrea',
    ]);
  });

  it('include every border point', () => {
    const crossings = places.filter(({ kind }) => kind === 'border_point');
    expect(crossings.filter(({ lon }) => lon === '')).toEqual([]);
  });

  it.runIf(HAS_SURVEY)('lie in their district, as it was surveyed in 2014', () => {
    const districts: District[] = HAS_SURVEY
      ? JSON.parse(surveyText('kh-districts-197-2014.geojson')).features
      : [];
    const around = (point: Point) =>
      districts
        .filter(({ geometry }) =>
          ringsContain(
            geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
            point,
          ),
        )
        .map(({ properties: { name_en, province } }) => `${name_en}, ${province}`);
    for (const place of placed) {
      expect
        .soft(around(at(place)), place.id)
        .toEqual([`${IN_DISTRICT[place.id] ?? place.name_en}, ${place.province}`]);
    }
  });
});
