/** The line of an arc between two provinces. Degrees in and out; the bend is that of the map's projection. */
import { type Point, type Ring, ringsContain } from './geometry.ts';

/** How far an arc stands out from the straight line, in shares of its length. */
const BEND = 0.16;
const POINTS = 32;
/** The border is looked for in steps of this share of the line. */
const SEARCH = 1 / 200;
/** How far from the pole of a province a line begins or ends, in shares of the way to the border. */
const INSIDE = 0.6;
/** Where a number may stand on the line, in shares of it, the best first: near the middle, rather towards the end. */
const SPOTS = [0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32];

/** A province as an arc meets it. */
export interface ArcEnd {
  /** A point well inside. */
  pole: Point;
  rings: readonly Ring[];
}

export interface ArcLine {
  /** From sender to receiver. */
  points: readonly Point[];
  /** Which way it arrives: degrees clockwise from north, as on the screen. */
  bearing: number;
  /** Where a number may stand, the best place first. */
  spots: readonly Point[];
}

/**
 * Leaves one province and ends in the other, before the middle of it, where its name stands: an arrow that stopped
 * short would say another province. Bends to the left of its way, so that there and back are two lines.
 */
export function arcLine(from: ArcEnd, to: ArcEnd): ArcLine {
  const [a, b] = [project(from.pole), project(to.pole)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const control: Point = [(a[0] + b[0]) / 2 - dy * BEND * 2, (a[1] + b[1]) / 2 + dx * BEND * 2];
  const at = (share: number): Point => {
    const rest = 1 - share;
    const along = (i: 0 | 1) => rest * rest * a[i] + 2 * rest * share * control[i] + share * share * b[i];
    return [along(0), along(1)];
  };
  const start = INSIDE * way(from, (share) => unproject(at(share)));
  const end = 1 - INSIDE * way(to, (share) => unproject(at(1 - share)));
  const between = (share: number) => at(start + share * (end - start));
  const [before, last] = [between(0.97), between(1)];
  return {
    points: Array.from({ length: POINTS + 1 }, (_, i) => unproject(between(i / POINTS))),
    bearing: (Math.atan2(last[0] - before[0], last[1] - before[1]) * 180) / Math.PI,
    spots: SPOTS.map((share) => unproject(between(share))),
  };
}

/** How much of a line that begins at the pole is inside the province, before it first leaves it. */
function way({ rings }: ArcEnd, at: (share: number) => Point): number {
  let share = 0;
  while (share < 1 && ringsContain(rings, at(share + SEARCH))) share += SEARCH;
  return share;
}

/** Mercator, in radians; y runs upwards. */
function project([lon, lat]: Point): Point {
  return [(lon * Math.PI) / 180, Math.asinh(Math.tan((lat * Math.PI) / 180))];
}

function unproject([x, y]: Point): Point {
  return [(x * 180) / Math.PI, (Math.atan(Math.sinh(y)) * 180) / Math.PI];
}
