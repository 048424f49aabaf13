/** What the detailed view of the map fetches, besides the outlines of the provinces. */
import type { ReferralStep } from '../directory/referral-arcs.ts';
import type { Language, PLACE_KINDS } from '../schema/vocabulary.ts';
import type { Atlas } from './countries.ts';
import type { Point } from './geometry.ts';

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A name on the map; it says where a town or district is, never where help is. */
export interface DetailPlace {
  id: string;
  /** Id of its province. */
  province: string;
  kind: PlaceKind;
  /** Longitude and latitude, degrees, to the hundredth. */
  at: Point;
  /** In English where there is no Khmer name. */
  names: Readonly<Record<Language, string>>;
}

export interface MapDetailData {
  /** The country of the map and those around it. */
  countries: Atlas;
  /** The id of the country of the map among them. */
  home: string | undefined;
  places: readonly DetailPlace[];
  steps: readonly ReferralStep[];
}
