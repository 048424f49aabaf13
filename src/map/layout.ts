/**
 * Where everything on the map stands. Both layouts share one frame and one set of outlines, so that a page carries
 * the shapes once: `wide` shows all groups of a province together, `narrow` one group at a time in larger type.
 */
import { type Cluster, type ClusterContent, clusterShapes, type PinSpot, type TextSpot } from './clusters.ts';
import type { Box, Point, Segment } from './geometry.ts';
import { labelWidth } from './label-width.ts';
import { type MapModel, type MapProvince, NOTHING } from './model.ts';
import { type BoundaryLayer, drawOutlines, type Outline, type Outlines } from './outlines.ts';
import { type Callout, placeCallouts } from './place-callouts.ts';
import { type Placed, plansInside, type Request, type Tolerance } from './place-inside.ts';
import { type Raster, rasterize } from './raster.ts';
import { NARROWEST, PIXELS, type Sizes, type Variant } from './sizes.ts';

/** Where everything must fit; the viewBox ends where the lowest part does. In the wide layout one unit is one CSS pixel where the map is 760 pixels wide. */
export const FRAME: Box = { x: 0, y: 0, width: 760, height: 676 };
const LAND: Box = { x: 76, y: 10, width: 654, height: 536 };

/** A province in which no circle of this radius fits always gets a call-out, so that it stays readable in every edition. */
const TINY = 18;

const MARGIN = 4;

/** Type sizes of the style sheets, in frame units; tests hold them equal. */
export const SIZES: Record<Variant, Sizes> = {
  wide: PIXELS.wide,
  narrow: scaled(PIXELS.narrow, FRAME.width / NARROWEST),
};

const TOLERANCES: Record<Variant, Tolerance> = {
  wide: { pins: 0.8, label: 0.5 },
  narrow: { pins: 0.4, label: 0 },
};

const GAPS: Record<Variant, number> = { wide: 8, narrow: 7 };

/** Words that the layout must leave room for. */
export interface LayoutWords {
  /** Beneath a province with nothing recorded: "none recorded". */
  noneRecorded: string;
  /** Names around the country by id ("thailand"); those left out are not drawn. */
  surroundings: Readonly<Record<string, string>>;
}

/** One province in one layout; positions in frame units. */
export interface ProvinceSpot {
  id: string;
  /** The whole block; null where nothing is written for the province. */
  box: Box | null;
  label: TextSpot | null;
  note: TextSpot | null;
  pins: readonly PinSpot[];
  /** Dot and line of a block that stands outside the country; null for one that stands in its province. */
  leader: Segment | null;
}

export interface MapLayout {
  /** One entry per province of the model, in its order. */
  provinces: readonly ProvinceSpot[];
  surroundings: readonly (TextSpot & { id: string; box: Box })[];
  sizes: Sizes;
}

export interface DrawnMap {
  /** The viewBox. */
  frame: Box;
  /** Where the wide layout ends; the frame goes on to the foot of the narrow one where that is lower. */
  wideFoot: number;
  /** One entry per province of the model, in its order. */
  outlines: readonly Outline[];
  /** Longitude and latitude of a point of the frame, degrees. */
  unproject(point: Point): Point;
  /** Path data of the outer border and shore, without provinces that have nothing recorded: their outline is dashed. */
  coast: string;
  /** The same with all provinces. */
  wholeCoast: string;
  wide: MapLayout;
  narrow: MapLayout;
}

/**
 * Lays out a map in both variants.
 * @throws when the layer does not draw a province of the model: the edition names the wrong layer.
 */
export function layOutMap(model: MapModel, layer: BoundaryLayer, words: LayoutWords): DrawnMap {
  const drawn = drawOutlines(layer, LAND);
  const outlines = model.provinces.map(({ id }) => {
    const outline = drawn.provinces.find((candidate) => candidate.id === id);
    if (!outline) throw new Error(`The boundary layer has no outline of ${id}.`);
    return outline;
  });
  const unrecorded = model.provinces.filter(({ state }) => state === 'none-recorded').map(({ id }) => id);
  const raster = rasterize(
    outlines.map(({ rings }) => rings),
    FRAME,
  );
  const wide = layOut('wide', model, outlines, raster, placeSurroundings(drawn, words), words);
  const narrow = layOut('narrow', model, outlines, raster, [], words);
  const wideFoot = footOf(wide.provinces, outlines) + MARGIN;
  const narrowFoot = footOf(narrow.provinces, outlines) + MARGIN;
  return {
    frame: { ...FRAME, height: Math.ceil(Math.max(wideFoot, narrowFoot)) },
    wideFoot,
    outlines,
    unproject: drawn.unproject,
    coast: drawn.coast(new Set(unrecorded)),
    wholeCoast: drawn.coast(new Set()),
    wide,
    narrow,
  };
}

/** The lowest point of land or of a block: what lies below is cut off. */
function footOf(spots: readonly ProvinceSpot[], outlines: readonly Outline[]): number {
  const boxes = spots.map(({ box }) => (box ? box.y + box.height : 0));
  const shores = outlines.flatMap(({ rings }) => rings.flat().map(([, y]) => y));
  return Math.max(...boxes, ...shores);
}

function layOut(
  variant: Variant,
  model: MapModel,
  outlines: readonly Outline[],
  raster: Raster,
  surroundings: MapLayout['surroundings'],
  words: LayoutWords,
): MapLayout {
  const sizes = SIZES[variant];
  const request = (province: MapProvince, index: number, outside: boolean): Request => ({
    id: province.id,
    index,
    pole: (outlines[index] as Outline).pole,
    tiny: (outlines[index] as Outline).clearance < TINY,
    shapes: clusterShapes(contentOf(variant, province, outside, words), sizes, outside ? 'start' : 'middle'),
  });
  const plans = plansInside(
    model.provinces.map((province, index) => request(province, index, false)),
    raster,
    TOLERANCES[variant],
    FRAME,
  );
  let [inside, callouts, lowest] = [new Map<string, Placed>(), new Map<string, Callout>(), Infinity];
  for (const plan of plans) {
    const taken = [...plan.values(), ...surroundings].map(({ box }) => box).filter(({ width }) => width > 0);
    const outside = model.provinces
      .map((province, index) => request(province, index, true))
      .filter(({ id }) => !plan.has(id));
    const result = placeCallouts(outside, { frame: FRAME, raster, taken, gap: GAPS[variant] });
    if (result.cost < lowest) [inside, callouts, lowest] = [plan, result.callouts, result.cost];
    if (result.clear) break;
  }
  const provinces = model.provinces.map(({ id }) => {
    const callout = callouts.get(id);
    const spot = callout ?? inside.get(id);
    if (!spot) throw new Error(`The map has no room for ${id}.`);
    return provinceSpot(id, spot.cluster, spot.box, callout?.leader ?? null);
  });
  return { provinces, surroundings, sizes };
}

/** In the narrow layout provinces bear no name, except outside the country, where nothing else says which one it is. */
function contentOf(
  variant: Variant,
  { label, pins, state }: MapProvince,
  outside: boolean,
  { noneRecorded }: LayoutWords,
): ClusterContent {
  if (variant === 'wide') {
    return { label, pins, note: state === 'none-recorded' ? noneRecorded : null, stacked: false };
  }
  return { label: outside ? label : null, pins, note: outside ? NOTHING : null, stacked: true };
}

function provinceSpot(id: string, cluster: Cluster, box: Box, leader: Segment | null): ProvinceSpot {
  const move = <T extends { x: number; y: number }>(spot: T): T => ({
    ...spot,
    x: spot.x + box.x,
    y: spot.y + box.y,
  });
  return {
    id,
    box: box.width > 0 ? box : null,
    label: cluster.label && move(cluster.label),
    note: cluster.note && move(cluster.note),
    pins: cluster.pins.map((pin) => ({
      ...move(pin),
      countX: pin.countX + box.x,
      countY: pin.countY + box.y,
    })),
    leader,
  };
}

/** Names of neighbours stand centred on the point that the layer gives them. */
function placeSurroundings(drawn: Outlines, { surroundings }: LayoutWords): MapLayout['surroundings'] {
  const font = SIZES.wide.label;
  return drawn.surroundings.flatMap(({ id, at }) => {
    const text = surroundings[id];
    if (!text) return [];
    const width = labelWidth(text, font);
    const [x, y]: Point = [Math.min(Math.max(at[0] - width / 2, 0), FRAME.width - width), at[1]];
    return [{ id, text, x, y, width, box: { x, y: y - font * 1.3, width, height: font * 1.9 } }];
  });
}

function scaled(pixels: Sizes, unit: number): Sizes {
  return Object.fromEntries(
    Object.entries(pixels).map(([name, size]) => [name, size * unit]),
  ) as unknown as Sizes;
}
