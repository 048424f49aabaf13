/** How the keyboard goes over the map: in reading order, and with the arrows from neighbour to neighbour. */
import type { Point } from './geometry.ts';

export type Direction = 'up' | 'right' | 'down' | 'left';

/** A province and a point in it; y runs downwards. */
export interface Station {
  id: string;
  at: Point;
}

/** Provinces as high as this share of the map are read as one line. */
const LINES = 6;
const HEADING: Record<Direction, Point> = { up: [0, -1], right: [1, 0], down: [0, 1], left: [-1, 0] };
/** Cosine of the widest turn that still counts as that way: 75 degrees. */
const NARROWEST_COSINE = 0.26;

/** Ids line by line from the top, each line from the left. */
export function readingOrder(stations: readonly Station[]): string[] {
  const heights = stations.map(({ at: [, y] }) => y);
  const top = Math.min(...heights);
  const step = (Math.max(...heights) - top) / LINES || 1;
  const line = ({ at: [, y] }: Station) => Math.min(LINES - 1, Math.floor((y - top) / step));
  return [...stations].sort((a, b) => line(a) - line(b) || a.at[0] - b.at[0]).map(({ id }) => id);
}

/** The same for points on the globe, longitude and latitude. */
export function readingOrderOnGlobe(places: readonly { id: string; pole: Point }[]): string[] {
  return readingOrder(places.map(({ id, pole: [lon, lat] }) => ({ id, at: [lon, -lat] })));
}

/**
 * The neighbour that lies most nearly in a direction.
 * @returns its id, or undefined where no neighbour lies that way.
 */
export function neighbourTowards(
  from: Station,
  direction: Direction,
  neighbours: readonly Station[],
): string | undefined {
  const [hx, hy] = HEADING[direction];
  const cosine = ({ at: [x, y] }: Station) => {
    const [dx, dy] = [x - from.at[0], y - from.at[1]];
    return (dx * hx + dy * hy) / (Math.hypot(dx, dy) || 1);
  };
  const [nearest] = neighbours
    .filter((station) => cosine(station) > NARROWEST_COSINE)
    .sort((a, b) => cosine(b) - cosine(a));
  return nearest?.id;
}
