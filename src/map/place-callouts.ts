/** Finds a place outside the country for clusters that do not fit their province, with a line to a dot in it. */
import type { Cluster } from './clusters.ts';
import {
  type Box,
  boxesTouch,
  distanceToSegment,
  nearestPoint,
  type Point,
  type Segment,
  segmentMeetsBox,
  segmentsCross,
} from './geometry.ts';
import type { Placed, Request } from './place-inside.ts';
import type { Raster } from './raster.ts';

export interface Callout extends Placed {
  /** From the dot in the province to the edge of the block. */
  leader: Segment;
}

/** What stands already. */
export interface Surface {
  frame: Box;
  raster: Raster;
  /** Blocks inside provinces, names around the country. */
  taken: readonly Box[];
  /** Distance kept from land, blocks and lines, in frame units. */
  gap: number;
}

/** A call-out with what it costs while no other call-out is known. */
type Site = Callout & { cost: number };

/** Costs stand for frame units of line: a conflict is never worth a shorter line. */
const CONFLICT = 100_000;
const SHAPE_COST = 25;
const STEP = 6;
/** Places looked at for each call-out; farther ones would need a line across the whole country. */
const SITES = 1500;
/** After a first round each call-out is placed anew, with all others known. */
const ROUNDS = 4;

/**
 * Places call-outs off land so that no block stands on another or under a line, lines short and uncrossed.
 * @returns the call-outs by province id; `clear` is false where some conflict could not be avoided, `cost` is then high.
 */
export function placeCallouts(
  requests: readonly Request[],
  surface: Surface,
): { callouts: Map<string, Callout>; cost: number; clear: boolean } {
  const dots = new Map(requests.map((request) => [request.id, dotOf(request, surface)]));
  const sites = new Map(requests.map((request) => [request.id, sitesFor(request, dots, surface)]));
  let best = new Map<string, Site>();
  let lowest = requests.length === 0 ? 0 : Infinity;
  for (const order of ordersOf(dots)) {
    const placed = settle(order, sites, surface.gap);
    const cost = [...placed.values()].reduce((sum, site) => sum + costAmong(site, placed, surface.gap), 0);
    if (cost < lowest) [lowest, best] = [cost, placed];
  }
  return { callouts: best, cost: lowest, clear: lowest < CONFLICT };
}

/** Orders worth trying: around the country in both directions, starting from each call-out in turn. */
function ordersOf(dots: ReadonlyMap<string, Point>): string[][] {
  const points = [...dots.values()];
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const around = [...dots].sort(
    ([, a], [, b]) => Math.atan2(a[1] - y, a[0] - x) - Math.atan2(b[1] - y, b[0] - x),
  );
  const ids = around.map(([id]) => id);
  return ids.flatMap((_, i) => {
    const turned = [...ids.slice(i), ...ids.slice(0, i)];
    return [turned, [...turned].reverse()];
  });
}

/** Places each call-out as well as the others allow, then again with all others known. */
function settle(
  order: readonly string[],
  sites: ReadonlyMap<string, readonly Site[]>,
  gap: number,
): Map<string, Site> {
  const placed = new Map<string, Site>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const id of order) {
      placed.delete(id);
      let best: Site | undefined;
      let lowest = Infinity;
      for (const site of sites.get(id) ?? []) {
        if (site.cost >= lowest) break;
        const cost = costAmong(site, placed, gap);
        if (cost < lowest) [lowest, best] = [cost, site];
      }
      if (best) placed.set(id, best);
    }
  }
  return placed;
}

/** Places in the frame that touch neither land nor a block that stands already; the cheapest first. */
function sitesFor({ id, shapes }: Request, dots: ReadonlyMap<string, Point>, surface: Surface): Site[] {
  const { frame, raster, taken, gap } = surface;
  const dot = dots.get(id) as Point;
  const otherDots = [...dots].filter(([other]) => other !== id).map(([, point]) => point);
  const spots: { order: number; box: Box; cost: number }[] = [];
  for (const [order, { width, height }] of shapes.entries()) {
    for (let x = frame.x; x + width <= frame.x + frame.width; x += STEP) {
      for (let y = frame.y; y + height <= frame.y + frame.height; y += STEP) {
        if (raster.hasLand(x - gap, y - gap, width + 2 * gap, height + 2 * gap)) continue;
        const box = { x, y, width, height };
        spots.push({ order, box, cost: lengthTo(box, dot) + order * SHAPE_COST });
      }
    }
  }
  const inTheWay = (leader: Segment) =>
    taken.filter((other) => segmentMeetsBox(leader, other, gap / 3)).length +
    otherDots.filter((other) => distanceToSegment(other, leader) < gap).length;
  const byCost = (a: { cost: number }, b: { cost: number }) => a.cost - b.cost;
  return spots
    .sort(byCost)
    .values()
    .filter(({ box }) => !taken.some((other) => boxesTouch(box, other, gap)))
    .take(SITES)
    .map(({ order, box, cost }) => {
      const leader = leaderTo(box, dot);
      return { cluster: shapes[order] as Cluster, box, leader, cost: cost + CONFLICT * inTheWay(leader) };
    })
    .toArray()
    .sort(byCost);
}

function costAmong(site: Site, placed: ReadonlyMap<string, Site>, gap: number): number {
  let conflicts = 0;
  for (const other of placed.values()) {
    if (other === site) continue;
    if (boxesTouch(site.box, other.box, gap)) conflicts += 2;
    if (segmentMeetsBox(site.leader, other.box, gap / 2)) conflicts += 1;
    if (segmentMeetsBox(other.leader, site.box, gap / 2)) conflicts += 1;
    if (segmentsCross(site.leader, other.leader)) conflicts += 1;
  }
  return site.cost + conflicts * CONFLICT;
}

/** How long a leader would be. */
function lengthTo(box: Box, dot: Point): number {
  const { to } = leaderTo(box, dot);
  return Math.hypot(to[0] - dot[0], to[1] - dot[1]);
}

/** The line ends a little before the block. */
function leaderTo(box: Box, dot: Point): Segment {
  const [x, y] = nearestPoint(box, dot);
  const length = Math.hypot(x - dot[0], y - dot[1]) || 1;
  const share = Math.max(0, 1 - 3 / length);
  return { from: dot, to: [dot[0] + (x - dot[0]) * share, dot[1] + (y - dot[1]) * share] };
}

/** The pole, or the free point nearest to it where a neighbour's block covers the pole. */
function dotOf({ index, pole }: Request, { raster, taken, gap }: Surface): Point {
  const away = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const isFree = ([x, y]: Point) =>
    !taken.some((box) => boxesTouch({ x, y, width: 0, height: 0 }, box, gap / 2));
  if (isFree(pole)) return pole;
  const cells = raster.cellsOf(index, 1).filter(isFree);
  return cells.sort((a, b) => away(a) - away(b))[0] ?? pole;
}
