import type { Place, Service } from '../schema/directory.ts';

/** A place with its position, degrees. */
export type NamedPlace = Place & { lon: number; lat: number };

/**
 * The places that a map may name: border points, and those that services name; a place whose position is not known
 * for certain is left out. What it says of a place is that it is there, never that help is.
 * @param services redacted, so that those whose place is confidential name none.
 */
export function namedPlaces(
  places: readonly Place[],
  services: readonly Pick<Service, 'places'>[],
): NamedPlace[] {
  const named = new Set(services.flatMap((service) => service.places));
  return places.flatMap((place) => {
    const { id, kind, lon, lat } = place;
    if (lon === undefined || lat === undefined) return [];
    return kind === 'border_point' || named.has(id) ? { ...place, lon, lat } : [];
  });
}
