/**
 * What a province would like to show on a map that is moved and magnified, and where: all its pins with its name,
 * else the number of its organizations, else that number alone.
 */
import { type Cluster, type ClusterContent, clusterShapes } from './clusters.ts';
import type { Box, Point } from './geometry.ts';
import { type MapProvince, NOTHING, pinText } from './model.ts';
import { PIXELS, type Variant } from './sizes.ts';

/** Where the build has placed the block of a province on the map that is not magnified; pixels of the map shown. */
export interface Home {
  /** Middle of the block. */
  at: Point;
  /** What its size was, in the pixels of the build. */
  size: readonly [width: number, height: number];
  /** True where it stands outside the country, with a line to the province. */
  outside: boolean;
}

export interface Wish {
  cluster: Cluster;
  box: Box;
  /** True where a line must lead from the block to the province. */
  leader: boolean;
}

/** Magnified by more than this, a block that stands outside rather stands in its province, where the reader looks. */
const NEAR = 1.4;

/**
 * @param pole a point in the province, pixels.
 * @param magnified how many times larger the map is than when it was laid out.
 * @param oneGroup true where only one group is shown, so that a single glyph says all.
 * @returns wishes, the dearest first, made as they are asked for; none for a province with nothing to write.
 */
export function* blockWishes(
  province: MapProvince,
  variant: Variant,
  { home, pole, magnified }: { home: Home; pole: Point; magnified: number },
  { noneRecorded, oneGroup }: { noneRecorded: string; oneGroup: boolean },
): Generator<Wish, void> {
  const near = magnified > NEAR;
  const places = home.outside
    ? near
      ? [pole, home.at]
      : [home.at, pole]
    : near
      ? [home.at, pole]
      : [home.at];
  const contents =
    variant === 'wide' || near ? spacious(province, noneRecorded) : cramped(province, home.outside, oneGroup);
  for (const content of contents) {
    const shapes = clusterShapes(content, PIXELS[variant], 'middle');
    for (const cluster of shapes.sort((a, b) => unlike(a, home) - unlike(b, home)))
      for (const at of places) yield wish(cluster, at, home.outside && at === home.at);
  }
}

function spacious({ label, pins, state, total }: MapProvince, noneRecorded: string): ClusterContent[] {
  const stacked = false;
  const number = total.count === 0 ? null : pinText(total);
  const note = state === 'none-recorded' ? noneRecorded : number;
  return [
    { label, pins, note, stacked },
    ...(pins.length === 0 ? [] : [{ label, pins: [], note, stacked }]),
    ...(number === null ? [] : [{ label: null, pins: [], note: number, stacked }]),
  ];
}

/** On a small map there is room for one number, and for names only where nothing else says which province it is. */
function cramped({ label, pins, total }: MapProvince, outside: boolean, oneGroup: boolean): ClusterContent[] {
  const content = {
    label: outside ? label : null,
    pins: oneGroup ? pins : [],
    note: total.count > 0 ? pinText(total) : outside ? NOTHING : null,
    stacked: false,
  };
  if (content.label === null && content.note === null) return [];
  return outside ? [content, { ...content, label: null }] : [content];
}

/** How far a block is from the one that the build had room for. */
function unlike({ width, height }: Cluster, { size: [homeWidth, homeHeight] }: Home): number {
  return Math.max(0, width - homeWidth) + Math.max(0, height - homeHeight);
}

function wish(cluster: Cluster, [x, y]: Point, leader: boolean): Wish {
  const { width, height } = cluster;
  return { cluster, box: { x: x - width / 2, y: y - height / 2, width, height }, leader };
}
