/** The data of the detailed map, put together once for both languages. */
import atlas from 'world-atlas/countries-10m.json?raw';
import { localized } from '../i18n/localized.ts';
import { type Atlas, countriesAround, countryOf, extentOf } from '../map/countries.ts';
import type { MapDetailData } from '../map/detail-data.ts';
import { LANGUAGES, type Language } from '../schema/vocabulary.ts';
import { boundaries, placesOnMap, stepsOnMap } from '../site.ts';

export function mapDetail(): MapDetailData {
  const { box, middles } = extentOf(boundaries);
  const countries = countriesAround(JSON.parse(atlas) as Atlas, box);
  return {
    countries,
    home: countryOf(countries, middles),
    places: placesOnMap.map((place) => ({
      id: place.id,
      province: place.province,
      kind: place.kind,
      at: [place.lon, place.lat],
      names: Object.fromEntries(
        LANGUAGES.map((lang) => [lang, localized(place, 'name', lang)?.text ?? place.name_en]),
      ) as Record<Language, string>,
    })),
    steps: stepsOnMap,
  };
}
