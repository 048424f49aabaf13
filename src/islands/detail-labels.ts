/** What keeps the writing of the detailed map apart: numbers of arcs go where there is room, names keep off blocks. */
import type { Feature } from 'geojson';
import type { ArcLine } from '../map/arc-line.ts';
import type { DetailPlace } from '../map/detail-data.ts';
import { type Box, boxesTouch, type Point } from '../map/geometry.ts';
import { PLACE_SIGN_SIZE } from '../map/place-signs.ts';
import { spot } from './detail-features.ts';

/** Around the number of an arc, pixels. */
const NUMBER = { width: 16, height: 18 };
/** Images that keep names off blocks come in steps of this many pixels. */
const STEP = 8;

type Pixel = (point: Point) => Point;

/** Each number where no block, no place and no other number is, as near to the middle of its arc as may be. */
export function numberFeatures(
  arcs: readonly { line: ArcLine; count: number }[],
  places: readonly DetailPlace[],
  blocks: readonly Box[],
  pixel: Pixel,
): Feature[] {
  const around = (at: Point, width: number, height: number): Box => {
    const [x, y] = pixel(at);
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const taken = [...blocks, ...places.map(({ at }) => around(at, PLACE_SIGN_SIZE, PLACE_SIGN_SIZE))];
  return arcs.map(({ line: { spots }, count }) => {
    const boxes = spots.map((at) => around(at, NUMBER.width, NUMBER.height));
    const free = boxes.findIndex((box) => !taken.some((other) => boxesTouch(box, other)));
    const chosen = Math.max(0, free);
    taken.push(boxes[chosen] as Box);
    return spot(spots[chosen] as Point, { count: String(count) });
  });
}

/** The empty image that covers a block: its name, and its size in pixels. */
export function gapImage({ width, height }: Box): { name: string; width: number; height: number } {
  const [wide, high] = [width, height].map((side) => Math.ceil(side / STEP) * STEP) as [number, number];
  return { name: `gap-${wide}-${high}`, width: wide, height: high };
}
