/** A cluster: the name of a province with its pins and numbers beneath, as one block that is placed as a whole. */
import type { Box } from './geometry.ts';
import { isKhmer, labelWidth, numberWidth } from './label-width.ts';
import { type Pin, pinText } from './model.ts';
import type { Sizes } from './sizes.ts';

/** A line of text; x is its left end, y its baseline, width what the layout has left for it. */
export interface TextSpot {
  text: string;
  x: number;
  y: number;
  width: number;
}

/** A glyph's upper left corner and side, and where its number starts. */
export interface PinSpot extends Pin {
  x: number;
  y: number;
  size: number;
  countX: number;
  countY: number;
}

/** Positions are relative to the upper left corner of the block. */
export interface Cluster {
  width: number;
  height: number;
  label: TextSpot | null;
  note: TextSpot | null;
  pins: readonly PinSpot[];
  /** The part that holds the name, and the part that holds pins or note. */
  labelArea: Box | null;
  pinArea: Box | null;
}

export interface ClusterContent {
  label: string | null;
  /** Shown beneath the name where there are no pins; in a stacked block also where the group shown has none. */
  note: string | null;
  pins: readonly Pin[];
  /** True where all pins share one place because only one group is shown at a time. */
  stacked: boolean;
}

/** Height of a line, in font sizes: Khmer needs room above and below the letters. */
const LINE = { latin: 1.25, khmer: 1.65 };
/** Height of the baseline above the foot of a line, in font sizes. */
const FOOT = { latin: 0.3, khmer: 0.55 };

/**
 * Every block that the content may be set in, best first: full rows of three or two, one row, ragged rows, one column.
 * @param align 'middle' centres name and pins on each other; 'start' sets both to the left.
 */
export function clusterShapes(content: ClusterContent, sizes: Sizes, align: 'start' | 'middle'): Cluster[] {
  const { pins, stacked } = content;
  if (stacked || pins.length < 2) return [setCluster(content, sizes, align, 1)];
  const full = [3, 2].filter((count) => pins.length % count === 0);
  const columns = [...full, pins.length, ...(pins.length > 2 ? [3, 2] : []), ...(pins.length < 4 ? [1] : [])];
  return [...new Set(columns)].map((count) => setCluster(content, sizes, align, count));
}

function setCluster(
  content: ClusterContent,
  sizes: Sizes,
  align: 'start' | 'middle',
  columns: number,
): Cluster {
  const grid = setPins(content, sizes, columns);
  const label = setLine(content.label, sizes.label);
  const note = setLine(content.pins.length === 0 || content.stacked ? content.note : null, sizes.note);
  const width = Math.max(label.width, note.width, grid.width);
  const left = (inner: number) => (align === 'middle' ? (width - inner) / 2 : 0);
  const body = Math.max(grid.height, note.height);
  return {
    width,
    height: label.height + body,
    label: textSpot(label, left(label.width), 0),
    note: textSpot(note, left(note.width), label.height),
    pins: grid.pins.map((pin) => ({
      ...pin,
      x: pin.x + left(grid.width),
      y: pin.y + label.height,
      countX: pin.countX + left(grid.width),
      countY: pin.countY + label.height,
    })),
    labelArea:
      content.label === null
        ? null
        : { x: left(label.width), y: 0, width: label.width, height: label.height },
    pinArea: body === 0 ? null : area(left(Math.max(grid.width, note.width)), label.height, grid, note),
  };
}

function setPins({ pins, stacked }: ClusterContent, sizes: Sizes, columns: number) {
  const { glyph, count: font, countGap, pinGap, rowHeight } = sizes;
  const cell = (pin: Pin) => glyph + countGap + numberWidth(pinText(pin), font);
  const columnOf = (index: number) => (stacked ? 0 : index % columns);
  const rowOf = (index: number) => (stacked ? 0 : Math.floor(index / columns));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...pins.filter((_, i) => columnOf(i) === column).map(cell)),
  );
  const startOf = (column: number) => widths.slice(0, column).reduce((sum, width) => sum + width + pinGap, 0);
  const rows = pins.length === 0 ? 0 : rowOf(pins.length - 1) + 1;
  return {
    width: pins.length === 0 ? 0 : startOf(columns) - pinGap,
    height: rows * rowHeight,
    pins: pins.map((pin, index) => {
      const x = startOf(columnOf(index));
      const y = rowOf(index) * rowHeight + (rowHeight - glyph) / 2;
      return { ...pin, x, y, size: glyph, countX: x + glyph + countGap, countY: y + glyph / 2 + font * 0.36 };
    }),
  };
}

interface Line {
  text: string | null;
  width: number;
  height: number;
  baseline: number;
}

function textSpot({ text, width, baseline }: Line, x: number, top: number): TextSpot | null {
  return text === null ? null : { text, x, y: top + baseline, width };
}

function setLine(text: string | null, font: number): Line {
  if (text === null) return { text, width: 0, height: 0, baseline: 0 };
  const script = isKhmer(text) ? 'khmer' : 'latin';
  const height = LINE[script] * font;
  return { text, width: labelWidth(text, font), height, baseline: height - FOOT[script] * font };
}

function area(
  x: number,
  y: number,
  grid: { width: number; height: number },
  note: { width: number; height: number },
): Box {
  return { x, y, width: Math.max(grid.width, note.width), height: Math.max(grid.height, note.height) };
}
