/**
 * The provinces as a grid of cells. Placing labels asks many thousand times what lies where; the grid answers at once.
 */
import { type Box, cutRings, type Point, type Ring } from './geometry.ts';

/** Side of a cell, in frame units. */
const CELL = 2;

export interface Raster {
  /** Index of the province at a point; -1 off land. */
  provinceAt(point: Point): number;
  /** True where any cell of a box is land. */
  hasLand(x: number, y: number, width: number, height: number): boolean;
  /** Middles of the cells of a province, every `stride` cells. */
  cellsOf(province: number, stride: number): Point[];
}

/** @param provinces the rings of each province; a point in two of them counts for the later one. */
export function rasterize(provinces: readonly (readonly Ring[])[], frame: Box): Raster {
  const columns = Math.ceil(frame.width / CELL);
  const rows = Math.ceil(frame.height / CELL);
  const owners = new Int16Array(columns * rows).fill(-1);
  const levels = Array.from({ length: rows }, (_, row) => middle(row, frame.y));
  for (const [index, rings] of provinces.entries()) {
    for (const [row, cuts] of cutRings(rings, levels).entries()) {
      fillRow(owners, row * columns, columns, index, cuts, frame.x);
    }
  }
  const sums = landSums(owners, columns, rows);
  const cell = (value: number, origin: number, count: number) =>
    Math.min(Math.max(Math.floor((value - origin) / CELL), 0), count - 1);
  return {
    provinceAt([x, y]) {
      const outside = x < frame.x || y < frame.y || x >= frame.x + frame.width || y >= frame.y + frame.height;
      return outside ? -1 : (owners[cell(y, frame.y, rows) * columns + cell(x, frame.x, columns)] ?? -1);
    },
    hasLand(x, y, width, height) {
      const [left, right] = [cell(x, frame.x, columns), cell(x + width, frame.x, columns) + 1];
      const [top, bottom] = [cell(y, frame.y, rows), cell(y + height, frame.y, rows) + 1];
      const sum = (column: number, row: number) => sums[row * (columns + 1) + column] ?? 0;
      return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top) > 0;
    },
    cellsOf(province, stride) {
      const cells: Point[] = [];
      for (let row = 0; row < rows; row += stride) {
        for (let column = 0; column < columns; column += stride) {
          if (owners[row * columns + column] === province)
            cells.push([middle(column, frame.x), middle(row, frame.y)]);
        }
      }
      return cells;
    },
  };
}

function middle(cell: number, origin: number): number {
  return origin + (cell + 0.5) * CELL;
}

function fillRow(
  owners: Int16Array,
  start: number,
  columns: number,
  index: number,
  cuts: number[],
  left: number,
): void {
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const first = Math.max(0, Math.ceil(((cuts[i] as number) - left) / CELL - 0.5));
    const last = Math.min(columns - 1, Math.floor(((cuts[i + 1] as number) - left) / CELL - 0.5));
    for (let column = first; column <= last; column++) owners[start + column] = index;
  }
}

/** Summed-area table with one row and column more than there are cells. */
function landSums(owners: Int16Array, columns: number, rows: number): Int32Array {
  const wide = columns + 1;
  const sums = new Int32Array(wide * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let line = 0;
    for (let column = 0; column < columns; column++) {
      if (owners[row * columns + column] !== -1) line += 1;
      sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + line;
    }
  }
  return sums;
}
