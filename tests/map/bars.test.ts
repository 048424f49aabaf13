import { expect, it } from 'vitest';
import type { Cell } from '../../src/directory/coverage-matrix.ts';
import { barChart } from '../../src/map/bars.ts';
import { labelWidth } from '../../src/map/label-width.ts';

const cell = (yes: number, limited: number, notStated: number): Cell => ({
  yes,
  limited,
  notStated,
  state: 'recorded',
});
const chart = (...cells: Cell[]) =>
  barChart(cells.map((one, i) => ({ id: `XX-${i}`, label: `Place ${i}`, cell: one })));

it('draws lengths in proportion to numbers, one part after the other', () => {
  const { rows, start } = chart(cell(4, 0, 4), cell(1, 2, 1), cell(0, 0, 0));
  const [first, second, third] = rows.map(({ parts }) => parts);
  expect(rows.map(({ total }) => total)).toEqual([8, 4, 0]);
  expect(third).toEqual([]);
  const unit = (first?.[0]?.width ?? 0) / 4;
  expect(second?.map(({ state, count }) => [state, count])).toEqual([
    ['recorded', 1],
    ['limited', 2],
    ['not-stated', 1],
  ]);
  let x = start;
  for (const part of second ?? []) {
    expect(part.x).toBeCloseTo(x, 0);
    expect(part.width).toBeCloseTo(part.count * unit, 0);
    x += part.width;
  }
});

it('keeps every bar and its number inside the drawing, on rows that do not touch', () => {
  const { rows, width, height, thickness, ticks } = chart(cell(30, 1, 9), cell(0, 0, 1));
  for (const { y, parts, numberX } of rows) {
    expect(Math.max(...parts.map((part) => part.x + part.width))).toBeLessThanOrEqual(numberX);
    expect(numberX + 20).toBeLessThanOrEqual(width);
    expect(y + thickness / 2).toBeLessThan(height);
  }
  expect((rows[1]?.y ?? 0) - (rows[0]?.y ?? 0)).toBeGreaterThan(thickness);
  expect(ticks.map(({ count }) => count)).toEqual([10, 20, 30, 40]);
});

it('compares charts that share their scale', () => {
  const bar = { id: 'XX-1', label: 'Place', cell: cell(2, 0, 0) };
  expect(barChart([bar], 8).rows[0]?.parts[0]?.width).toBeLessThan(
    barChart([bar]).rows[0]?.parts[0]?.width ?? 0,
  );
});

it('has a scale of whole numbers where one organization is the most', () => {
  expect(chart(cell(1, 0, 0)).ticks.map(({ count }) => count)).toEqual([1]);
});

it('leaves room for its longest label, in both scripts', () => {
  for (const label of ['Medical and psychological', 'ការអប់រំ ការបណ្តុះបណ្តាល និងការងារ']) {
    const { start, width } = barChart([{ id: 'XX-1', label, cell: cell(1, 0, 0) }]);
    expect(start).toBeGreaterThan(labelWidth(label, 13));
    expect(start).toBeLessThan(width - 60);
  }
});
