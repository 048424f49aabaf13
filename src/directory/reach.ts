/** Where a service works. Coverage belongs to the service row, never to its organization. */
import type { Place, Province, Service } from '../schema/directory.ts';

/** listed: the whole province is named; partly: only places inside it are; nationwide: every province. */
export type Reach = 'listed' | 'partly' | 'nationwide';

export const REACHES: readonly Reach[] = ['listed', 'partly', 'nationwide'];

export type Coverage = Pick<Service, 'coverage' | 'provinces' | 'places'>;

/**
 * How the service reaches a province, or undefined where the source does not say that it does.
 * @param provinceOfPlace the province of each place id
 */
export function reach(
  service: Coverage,
  province: string,
  provinceOfPlace: ReadonlyMap<string, string>,
): Reach | undefined {
  if (service.coverage === 'nationwide') return 'nationwide';
  if (!service.provinces.includes(province)) return undefined;
  return service.places.some((place) => provinceOfPlace.get(place) === province) ? 'partly' : 'listed';
}

export function provincesOfPlaces(places: readonly Pick<Place, 'id' | 'province'>[]): Map<string, string> {
  return new Map(places.map((place) => [place.id, place.province]));
}

/** The provinces in force on a date written 2010, 2010-12 or 2010-12-08; the valid_to day itself is the first day without. */
export function provincesInForce<P extends Pick<Province, 'valid_from' | 'valid_to'>>(
  provinces: readonly P[],
  date: string,
): P[] {
  return provinces.filter(
    ({ valid_from, valid_to }) =>
      (valid_from === undefined || valid_from <= endOf(date)) && (valid_to === undefined || valid_to > date),
  );
}

/** The last day that a partial date can mean, as text that compares with other dates. */
function endOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}
