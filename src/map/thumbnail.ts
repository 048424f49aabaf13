/**
 * The map as a thumbnail: the same outlines and the same model, without names. A page draws the outlines once and shows
 * them many times, so that maps of different questions can be compared at a glance.
 */
import type { ProvinceState } from '../directory/coverage.ts';
import type { Box, Point } from './geometry.ts';
import { numberWidth } from './label-width.ts';
import { type MapModel, PROVINCE_STATES } from './model.ts';
import { type BoundaryLayer, drawOutlines, type Outline } from './outlines.ts';

/** Where the country may lie; small, so that borders are thinned to what a thumbnail can show. */
const LAND: Box = { x: 0, y: 0, width: 300, height: 300 };
/** Room for the line around the country. */
const MARGIN = 2;
/** Size of the numbers in frame units; the style sheet sets them so, which a test holds equal. */
export const COUNT_SIZE = 14;
/** Half the height of a digit, in font sizes. */
const HALF_DIGIT = 0.36;

/** The outlines that all thumbnails of a page share, and the part of the plane that they fill. */
export interface ThumbnailShapes {
  frame: Box;
  outlines: readonly Outline[];
}

/** One province of one thumbnail. */
export interface ThumbnailProvince {
  id: string;
  state: ProvinceState;
  /** The number of the group shown, where the province has room for it. */
  count?: { text: string; at: Point };
}

/** Draws the outlines of a layer once for all thumbnails of a page. */
export function thumbnailShapes(layer: BoundaryLayer): ThumbnailShapes {
  const { provinces: outlines } = drawOutlines(layer, LAND);
  const points = outlines.flatMap(({ rings }) => rings.flat());
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.floor(Math.min(...xs)) - MARGIN, Math.floor(Math.min(...ys)) - MARGIN];
  return {
    frame: {
      x: left,
      y: top,
      width: Math.ceil(Math.max(...xs)) + MARGIN - left,
      height: Math.ceil(Math.max(...ys)) + MARGIN - top,
    },
    outlines,
  };
}

/**
 * The provinces of one thumbnail, in the order in which they are drawn: solid land first and dashed outlines last, or
 * the border of a neighbour would cover the dashes.
 * @param group the group whose numbers are written into the provinces; none are without it.
 * @throws when the layer does not draw a province of the model: the edition names the wrong layer.
 */
export function thumbnail(model: MapModel, shapes: ThumbnailShapes, group?: string): ThumbnailProvince[] {
  const outlines = new Map(shapes.outlines.map((outline) => [outline.id, outline]));
  return model.provinces
    .map(({ id, state, pins }): ThumbnailProvince => {
      const outline = outlines.get(id);
      if (!outline) throw new Error(`The boundary layer has no outline of ${id}.`);
      const text = String(pins.find((pin) => pin.group.id === group)?.count ?? '');
      return { id, state, ...(text !== '' && fits(text, outline) ? { count: countIn(text, outline) } : {}) };
    })
    .sort((a, b) => PROVINCE_STATES.indexOf(a.state) - PROVINCE_STATES.indexOf(b.state));
}

function fits(text: string, { clearance }: Outline): boolean {
  const halfWidth = numberWidth(text, COUNT_SIZE) / 2;
  return Math.hypot(halfWidth, HALF_DIGIT * COUNT_SIZE) < clearance;
}

function countIn(text: string, { pole: [x, y] }: Outline): { text: string; at: Point } {
  return { text, at: [x, y + HALF_DIGIT * COUNT_SIZE] };
}
