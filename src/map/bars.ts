/**
 * Bars that count organizations, laid out once for the drawing: a row for each label, filled by what was said. Lengths
 * are whole numbers times one unit, so no library is asked for a scale.
 */

import type { ProvinceState } from '../directory/coverage.ts';
import type { Cell } from '../directory/coverage-matrix.ts';
import { labelWidth } from './label-width.ts';

export interface Bar {
  id: string;
  label: string;
  cell: Cell;
}

/** One filled part of a bar, in units of the drawing. */
export interface BarPart {
  state: Exclude<ProvinceState, 'none-recorded'>;
  x: number;
  width: number;
  count: number;
}

export interface BarRow {
  id: string;
  label: string;
  /** Of the middle of the row. */
  y: number;
  parts: BarPart[];
  total: number;
  /** Where the number begins. */
  numberX: number;
}

export interface BarChart {
  width: number;
  height: number;
  /** Where all bars begin. */
  start: number;
  thickness: number;
  rows: BarRow[];
  /** Lines of the scale, zero left out. */
  ticks: { x: number; count: number }[];
}

/** Narrow enough to be read on a phone of 320 pixels without being made smaller than small print. */
const WIDTH = 330;
/** Of the labels; the style sheet sets them so. */
const LABEL_SIZE = 13;
const GAP = 8;
const NUMBER = 26;
const ROW = 22;
const THICKNESS = 14;
const SCALE = 20;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * Lays out one chart.
 * @param most the number at which a bar has its full length; that of the longest bar where several charts have none to share
 */
export function barChart(
  bars: readonly Bar[],
  most: number = Math.max(1, ...bars.map(({ cell }) => totalOf(cell))),
): BarChart {
  const start = Math.ceil(Math.max(0, ...bars.map(({ label }) => labelWidth(label, LABEL_SIZE)))) + GAP;
  const unit = (WIDTH - start - NUMBER) / most;
  const rows = bars.map(({ id, label, cell }, i): BarRow => {
    const total = totalOf(cell);
    const parts: BarPart[] = [];
    let before = 0;
    for (const [state, count] of PARTS) {
      const own = count(cell);
      if (own > 0)
        parts.push({ state, count: own, x: tenth(start + before * unit), width: tenth(own * unit) });
      before += own;
    }
    return {
      id,
      label,
      y: i * ROW + ROW / 2,
      parts,
      total,
      numberX: tenth(start + total * unit + 5),
    };
  });
  const step = STEPS.find((one) => most / one <= 5) ?? most;
  const ticks = Array.from({ length: Math.floor(most / step) }, (_, i) => (i + 1) * step);
  return {
    width: WIDTH,
    height: bars.length * ROW + SCALE,
    start,
    thickness: THICKNESS,
    rows,
    ticks: ticks.map((count) => ({ count, x: tenth(start + count * unit) })),
  };
}

/** Organizations of a cell, each once. */
export function totalOf({ yes, limited, notStated }: Cell): number {
  return yes + limited + notStated;
}

const PARTS: readonly [BarPart['state'], (cell: Cell) => number][] = [
  ['recorded', ({ yes }) => yes],
  ['limited', ({ limited }) => limited],
  ['not-stated', ({ notStated }) => notStated],
];

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
