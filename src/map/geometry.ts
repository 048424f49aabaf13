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

/** Distance from a point to the nearest line of the rings. */
export function distanceToRings(rings: readonly Ring[], point: Point): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      nearest = Math.min(nearest, distanceToSegment(point, { from: ring[j] as Point, to: ring[i] as Point }));
    }
  }
  return nearest;
}

export function distanceToSegment([px, py]: Point, { from: [ax, ay], to: [bx, by] }: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

export function segmentsCross(a: Segment, b: Segment): boolean {
  const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
    Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  return (
    side(a.from, a.to, b.from) !== side(a.from, a.to, b.to) &&
    side(b.from, b.to, a.from) !== side(b.from, b.to, a.to)
  );
}

/** True where a line enters a box or comes closer to it than `gap`. */
export function segmentMeetsBox(segment: Segment, box: Box, gap = 0): boolean {
  const [left, top] = [box.x - gap, box.y - gap];
  const [right, bottom] = [box.x + box.width + gap, box.y + box.height + gap];
  const [[x, y], [toX, toY]] = [segment.from, segment.to];
  if (
    Math.max(x, toX) < left ||
    Math.min(x, toX) > right ||
    Math.max(y, toY) < top ||
    Math.min(y, toY) > bottom
  ) {
    return false;
  }
  if (x >= left && x <= right && y >= top && y <= bottom) return true;
  const corners: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.some((corner, i) =>
    segmentsCross(segment, { from: corner, to: corners[(i + 1) % 4] as Point }),
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
