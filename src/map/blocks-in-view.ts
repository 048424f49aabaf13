/** Which block each province shows, and where, on a map that is as large as it is now. */
import { arrange } from './arrange.ts';
import { blockWishes, type Wish } from './block-wishes.ts';
import type { Box, Point } from './geometry.ts';
import type { MapModel } from './model.ts';
import type { MapPageProvince } from './page-data.ts';
import type { Variant } from './sizes.ts';

/** Narrower than this, in pixels of the laid out frame, the map shows one group at a time. */
const WIDE = 680;
/** Magnified by more than this, a block that stands in its province stands on its pole. */
const CENTRED = 2;

/** A map as it is shown. */
export interface Shown {
  variant: Variant;
  /** How many times larger it is than when it was laid out. */
  magnified: number;
  /** Longitude and latitude to pixels. */
  pixel(point: Point): Point;
  /** What is in sight, pixels, where no block may be cut off; undefined where the map goes on beyond it. */
  sight: Box | undefined;
}

/**
 * Wide where the frame is as large in the box as the build has laid it out for.
 * @param box pixels.
 * @param frame the part of the world that must be in sight, in any unit.
 */
export function variantIn(box: { x: number; y: number }, frame: { width: number; height: number }): Variant {
  return Math.min(box.x, (box.y * frame.width) / frame.height) >= WIDE ? 'wide' : 'narrow';
}

/** @returns the block granted to each province that has room for one, in pixels of the map. */
export function blocksInView(
  model: MapModel,
  places: ReadonlyMap<string, MapPageProvince>,
  { noneRecorded }: { noneRecorded: string },
  { variant, magnified, pixel, sight }: Shown,
): Map<string, Wish> {
  const said = { noneRecorded, oneGroup: model.groups.length === 1 };
  const wishes = model.provinces.flatMap((province) => {
    const place = places.get(province.id);
    if (place === undefined) return [];
    const pole = pixel(place.pole);
    const block = place.blocks[variant] ?? { at: place.pole, size: [0, 0] as const, outside: false };
    const home = { ...block, at: block.outside || magnified < CENTRED ? pixel(block.at) : pole };
    return [{ id: province.id, wishes: blockWishes(province, variant, { home, pole, magnified }, said) }];
  });
  return arrange(wishes, sight);
}
