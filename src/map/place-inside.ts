/** Finds a place for clusters within their own provinces. Those that do not fit are left for place-callouts.ts. */
import type { Cluster } from './clusters.ts';
import {
  type Box,
  boxContains,
  boxesTouch,
  centreOf,
  type Point,
  type Segment,
  segmentMeetsBox,
} from './geometry.ts';
import type { Raster } from './raster.ts';

/** What is to be placed for one province. */
export interface Request {
  id: string;
  /** Index of the province in the raster. */
  index: number;
  pole: Point;
  /** True where the province is too small to hold anything but a dot. */
  tiny: boolean;
  /** The shapes its cluster may take, best first. */
  shapes: readonly Cluster[];
}

export interface Placed {
  cluster: Cluster;
  box: Box;
}

/** How much of a cluster must lie in its province; shares of its area, 0 to 1. */
export interface Tolerance {
  pins: number;
  label: number;
}

/** Smaller cost is better. */
type Candidate = Placed & { cost: number };

/** Between clusters, so that one is never read as part of another. */
const GAP = 4;
/** Room kept beside the way out of a province whose cluster will stand outside. */
const EXIT = 6;
const DIRECTIONS = 64;
const SECTORS = 8;
/** A way out longer than this is worth choosing with care. */
const INLAND = 60;
/** What a province without room costs, in frame units of line. */
const UNPLACED = 400;
const ATTEMPTS = 12;
/** What a less compact shape costs, in the same measure as area that stands out. */
const SHAPE_COST = 0.6;
const OFFSET_COST = 0.006;
const STRIDE = 2;

/**
 * Ways to place as many clusters as fit together, the best first. They differ in the lanes that are kept free for the
 * lines of those that stand outside; only the call-outs show which lane serves.
 * @param frame no cluster may leave it.
 * @returns for each way the placed clusters by province id.
 */
export function plansInside(
  requests: readonly Request[],
  raster: Raster,
  tolerance: Tolerance,
  frame: Box,
): Map<string, Placed>[] {
  const queue = requests
    .map((request) => ({ request, candidates: candidatesFor(request, raster, tolerance, frame) }))
    .sort((a, b) => a.candidates.length - b.candidates.length || a.request.index - b.request.index);
  const waiting = queue.filter(({ candidates }) => candidates.length > 0);
  const outside = queue.filter(({ candidates }) => candidates.length === 0);
  return combine(outside.map(({ request }) => exitsOf(request.pole, raster)))
    .map((exits) => {
      const placed = fill(waiting, exits);
      const length = exits.reduce((sum, { from, to }) => sum + distance(from, to), 0);
      return { placed, cost: (waiting.length - placed.size) * UNPLACED + length };
    })
    .sort((a, b) => a.cost - b.cost)
    .map(({ placed }) => placed);
}

type Waiting = { request: Request; candidates: readonly Candidate[] };

/** Serves provinces in turn; one that finds no room is served earlier in the next attempt. */
function fill(waiting: readonly Waiting[], exits: readonly Segment[]): Map<string, Placed> {
  const queue = waiting.map(({ request, candidates }) => ({ id: request.id, candidates }));
  const keepsLanes = ({ box }: Candidate) => !exits.some((exit) => segmentMeetsBox(exit, box, EXIT));
  let best = new Map<string, Placed>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const placed = new Map<string, Placed>();
    const taken: Box[] = [];
    for (const { id, candidates } of queue) {
      const free = candidates.find(
        (candidate) => !taken.some((other) => boxesTouch(candidate.box, other, GAP)) && keepsLanes(candidate),
      );
      if (!free) continue;
      placed.set(id, { cluster: free.cluster, box: free.box });
      taken.push(free.box);
    }
    if (placed.size > best.size) best = placed;
    const failed = queue.findIndex(({ id, candidates }) => !placed.has(id) && candidates.some(keepsLanes));
    if (failed === -1) break;
    queue.unshift(...queue.splice(failed, 1));
  }
  return best;
}

function candidatesFor(
  { index, pole, tiny, shapes }: Request,
  raster: Raster,
  tolerance: Tolerance,
  frame: Box,
): Candidate[] {
  if (tiny) return [];
  const candidates: Candidate[] = [];
  for (const [x, y] of raster.cellsOf(index, STRIDE)) {
    for (const [order, cluster] of shapes.entries()) {
      const { width, height, pinArea, labelArea } = cluster;
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (!boxContains(frame, box) || !glyphsInside(raster, index, box, cluster)) continue;
      const pins = shareInside(raster, index, box, pinArea);
      if (pins < tolerance.pins) continue;
      const label = shareInside(raster, index, box, labelArea);
      if (label < tolerance.label) continue;
      const offset = Math.hypot(x - pole[0], y - pole[1]);
      candidates.push({
        cluster,
        box,
        cost: 3 * (1 - pins) + (1 - label) + order * SHAPE_COST + offset * OFFSET_COST,
      });
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

/** Measured on a lattice of points: exact enough for a tolerance. */
function shareInside(raster: Raster, index: number, box: Box, part: Box | null): number {
  if (part === null) return 1;
  const [columns, rows] = [9, part.height > part.width / 3 ? 5 : 3];
  let inside = 0;
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const x = box.x + part.x + (part.width * column) / (columns - 1);
      const y = box.y + part.y + (part.height * row) / (rows - 1);
      if (raster.provinceAt([x, y]) === index) inside += 1;
    }
  }
  return inside / (columns * rows);
}

/** A glyph whose middle lay in a neighbour would be read as the neighbour's. */
function glyphsInside(raster: Raster, index: number, box: Box, { pins }: Cluster): boolean {
  return pins.every(
    ({ x, y, size }) =>
      raster.provinceAt(centreOf({ x: box.x + x, y: box.y + y, width: size, height: size })) === index,
  );
}

/**
 * Straight ways from a point to where no land is: near the border only the shortest one, from deep inland the
 * shortest in each quarter turn and between.
 */
function exitsOf(from: Point, raster: Raster): Segment[] {
  const exits = Array.from({ length: DIRECTIONS }, (_, turn) => exitTowards(from, turn, raster));
  const length = ({ to }: Segment) => distance(from, to);
  const shortest = (some: readonly Segment[]) => some.reduce((a, b) => (length(b) < length(a) ? b : a));
  if (length(shortest(exits)) < INLAND) return [shortest(exits)];
  const sector = DIRECTIONS / SECTORS;
  return Array.from({ length: SECTORS }, (_, i) => shortest(exits.slice(i * sector, (i + 1) * sector)));
}

function exitTowards(from: Point, turn: number, raster: Raster): Segment {
  const angle = (2 * Math.PI * turn) / DIRECTIONS;
  const at = (length: number): Point => [
    from[0] + length * Math.cos(angle),
    from[1] + length * Math.sin(angle),
  ];
  let length = 4;
  while (raster.provinceAt(at(length)) !== -1) length += 4;
  return { from, to: at(length) };
}

/** One choice from each list, in every combination; two lists with alternatives are followed, more would take too long. */
function combine(lists: readonly (readonly Segment[])[]): Segment[][] {
  let open = 2;
  return lists.reduce<Segment[][]>(
    (chosen, list) => {
      const options = list.length > 1 && open-- <= 0 ? list.slice(0, 1) : list;
      return chosen.flatMap((some) => options.map((option) => [...some, option]));
    },
    [[]],
  );
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}
