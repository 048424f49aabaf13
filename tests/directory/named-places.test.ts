import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { isPlaceConfidential, shelteringTypes } from '../../src/directory/confidential-places.ts';
import { namedPlaces } from '../../src/directory/named-places.ts';
import { redact } from '../../src/publish/redact.ts';
import type { Directory, Place } from '../../src/schema/directory.ts';

const place = (id: string, kind: Place['kind'], more: Partial<Place> = {}): Place => ({
  id,
  province: 'KH-1',
  name_en: id,
  kind,
  lon: 102.5,
  lat: 13.5,
  aliases: [],
  ...more,
});
const ids = (places: Place[], ...named: string[]) =>
  namedPlaces(places, [{ places: named }]).map(({ id }) => id);

describe('named places', () => {
  it('are those that a service names, and border points', () => {
    const places = [place('hill', 'town'), place('lake', 'district'), place('gate', 'border_point')];
    expect(ids(places, 'lake')).toEqual(['lake', 'gate']);
  });

  it('have a position', () => {
    const places = [place('lake', 'district', { lon: undefined, lat: undefined })];
    expect(ids(places, 'lake')).toEqual([]);
  });

  it('are never those of a shelter or of a confidential service', () => {
    const { directory } = loadDirectory('data') as { directory: Directory };
    const sheltering = shelteringTypes(directory.serviceTypes);
    const [edition] = directory.editions;
    const [bed, ordinary] = [true, false].map((wanted) =>
      edition?.services.find((service) => isPlaceConfidential(service, sheltering) === wanted),
    );
    if (edition === undefined || bed === undefined || ordinary === undefined) throw new Error('No such row.');
    const services = [
      { ...bed, places: ['suong'] },
      { ...ordinary, location: 'confidential' as const, places: ['memot'] },
      { ...ordinary, places: ['samlout'] },
    ];
    const published = redact({ ...directory, editions: [{ ...edition, services }] }, 'practitioner');
    const found = namedPlaces(published.places, published.editions[0]?.services ?? []);
    expect(found.filter(({ kind }) => kind !== 'border_point').map(({ id }) => id)).toEqual(['samlout']);
  });
});
