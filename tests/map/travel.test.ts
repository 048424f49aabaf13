import { describe, expect, it } from 'vitest';
import { neighbourTowards, readingOrder, readingOrderOnGlobe, type Station } from '../../src/map/travel.ts';

const station = (id: string, x: number, y: number): Station => ({ id, at: [x, y] });

describe('readingOrder', () => {
  it('goes line by line, each from the left, however the lines waver', () => {
    const stations = [
      station('south', 5, 60),
      station('north-east', 9, 2),
      station('north-west', 1, 6),
      station('middle', 4, 30),
    ];
    expect(readingOrder(stations)).toEqual(['north-west', 'north-east', 'middle', 'south']);
  });

  it('takes a single province', () => {
    expect(readingOrder([station('only', 3, 3)])).toEqual(['only']);
  });
});

describe('readingOrderOnGlobe', () => {
  it('begins in the north', () => {
    const places = [
      { id: 'south', pole: [104, 10] },
      { id: 'north', pole: [105, 14] },
    ] as const;
    expect(readingOrderOnGlobe(places)).toEqual(['north', 'south']);
  });
});

describe('neighbourTowards', () => {
  const here = station('here', 0, 0);
  const around = [station('right', 10, 1), station('upper-right', 8, -9), station('below', -1, 12)];

  it.each([
    ['right', 'right'],
    ['up', 'upper-right'],
    ['down', 'below'],
    ['left', undefined],
  ] as const)('%s leads to %s', (direction, expected) => {
    expect(neighbourTowards(here, direction, around)).toBe(expected);
  });
});
