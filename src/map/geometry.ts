/** Plane geometry of the map. Units are those of the frame (see outlines.ts); y runs downwards. */

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** A rectangle; x and y are its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Segment {
  from: Point;
  to: Point;
}

/** True where two boxes come closer than `gap`. */
export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** True where `inner` lies wholly in `outer`. */
export function boxContains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function centreOf(box: Box): Point {
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The point of a box that is nearest to another point. */
export function nearestPoint(box: Box, [x, y]: Point): Point {
  return [clamp(x, box.x, box.x + box.width), clamp(y, box.y, box.y + box.height)];
}

/** Even-odd rule over all rings, so that holes and islands need no telling apart. */
export function ringsContain(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Point;
      const [bx, by] = ring[j] as Point;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/**
 * Where level lines cut the rings: a list for each line, from left to right. Between an odd cut and the next even one
 * lies the inside, as in ringsContain.
 * @param levels evenly spaced, from top to bottom.
 */
export function cutRings(rings: readonly Ring[], levels: readonly number[]): number[][] {
  const [top = 0, next = top + 1] = levels;
  const cuts: number[][] = levels.map(() => []);
  const lineAt = (y: number) => Math.floor((y - top) / (next - top));
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Point;
      const [bx, by] = ring[j] as Point;
      const last = Math.min(lineAt(Math.max(ay, by)) + 1, levels.length - 1);
      for (let line = Math.max(lineAt(Math.min(ay, by)), 0); line <= last; line++) {
        const y = levels[line] as number;
        if (ay > y !== by > y) cuts[line]?.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
      }
    }
  }
  for (const line of cuts) line.sort((a, b) => a - b);
  return cuts;
}

/** Area of a ring, never negative. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j] as Point;
    const [bx, by] = ring[i] as Point;
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
}

/**
 * Distance from a point to the nearest line of the rings.
 * @param enough the search ends at the first line that is as near as this.
 */
export function distanceToRings(rings: readonly Ring[], point: Point, enough = 0): number {
  const [x, y] = point;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [from, to] = [ring[j] as Point, ring[i] as Point];
      if (Math.max(from[0], to[0]) < x - nearest || Math.min(from[0], to[0]) > x + nearest) continue;
      if (Math.max(from[1], to[1]) < y - nearest || Math.min(from[1], to[1]) > y + nearest) continue;
      nearest = Math.min(nearest, distanceToSegment(point, { from, to }));
      if (nearest <= enough) return nearest;
    }
  }
  return nearest;
}

export function distanceToSegment(point: Point, { from, to }: Segment): number {
  const [px, py, ax, ay] = [point[0], point[1], from[0], from[1]];
  const [dx, dy] = [to[0] - ax, to[1] - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

export function segmentsCross(a: Segment, b: Segment): boolean {
  return crosses(a, b.from[0], b.from[1], b.to[0], b.to[1]);
}

/** True where a line enters a box or comes closer to it than `gap`. */
export function segmentMeetsBox(segment: Segment, box: Box, gap = 0): boolean {
  const [left, top] = [box.x - gap, box.y - gap];
  const [right, bottom] = [box.x + box.width + gap, box.y + box.height + gap];
  const { from, to } = segment;
  const [x, y, toX, toY] = [from[0], from[1], to[0], to[1]];
  if (
    Math.max(x, toX) < left ||
    Math.min(x, toX) > right ||
    Math.max(y, toY) < top ||
    Math.min(y, toY) > bottom
  ) {
    return false;
  }
  if (x >= left && x <= right && y >= top && y <= bottom) return true;
  return (
    crosses(segment, left, top, right, top) ||
    crosses(segment, right, top, right, bottom) ||
    crosses(segment, right, bottom, left, bottom) ||
    crosses(segment, left, bottom, left, top)
  );
}

/** Bare numbers, because placing call-outs asks this a million times. */
function crosses({ from, to }: Segment, cx: number, cy: number, dx: number, dy: number): boolean {
  const [ax, ay, bx, by] = [from[0], from[1], to[0], to[1]];
  return (
    side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
    side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
  );
}

/** On which side of the line from a to b a point c lies: 1, -1, or 0 on it. */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
