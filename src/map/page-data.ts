/** What the page of the map carries for its scripts: the services to count, and where the build has put things. */
import type { FinderService } from '../directory/finder-index.ts';
import type { Box, Point } from './geometry.ts';
import type { MapGroup } from './model.ts';
import type { Variant } from './sizes.ts';

/** A block of the laid out map. */
export interface PlacedBlock {
  /** Longitude and latitude of its middle, degrees. */
  at: Point;
  /** Pixels, where the map is as wide as it was laid out for. */
  size: readonly [width: number, height: number];
  /** True where it stands outside the country, with a line to the province. */
  outside: boolean;
}

export interface MapPageProvince {
  id: string;
  label: string;
  href: string;
  /** Ids of the provinces in force that it touches. */
  neighbours: readonly string[];
  /** A point well inside, longitude and latitude. */
  pole: Point;
  blocks: Readonly<Record<Variant, PlacedBlock | null>>;
}

/** A part of the world, by the longitude and latitude of its corners. */
export interface Corners {
  southWest: Point;
  northEast: Point;
}

/** What must be in sight, and how many pixels wide it was laid out. */
export interface MapPageFrame extends Corners {
  width: number;
}

/** The drawing of the build, whose shapes the page carries. */
export interface MapPageShapes extends Corners {
  /** All that it may show, in its own units. */
  frame: Box;
  /** Path data of the whole outer border and shore. */
  coast: string;
}

export interface MapPageData {
  services: readonly FinderService[];
  provinces: readonly MapPageProvince[];
  groups: readonly MapGroup[];
  /** By id; without an address where the organization has no page. */
  organizations: Readonly<Record<string, { name: string; href?: string }>>;
  frames: Readonly<Record<Variant, MapPageFrame>>;
  shapes: MapPageShapes;
  /** Codes of provinces of another time, and the province in force that they belong to. */
  formerly: Readonly<Record<string, string>>;
  /** Address of the boundary layer. */
  boundaries: string;
  /** Address of what only the detailed view draws. */
  detail: string;
  /** Address of the finder. */
  find: string;
}
