import { describe, expect, it } from 'vitest';
import { gapImage, numberFeatures } from '../../src/islands/detail-labels.ts';

const pixel = ([x, y]: readonly [number, number]) => [x, y] as const;
const arc = (...xs: number[]) => ({
  line: { points: [], spots: xs.map((x) => [x, 0] as const), bearing: 0 },
  count: xs[0] as number,
});
const at = (features: ReturnType<typeof numberFeatures>) =>
  features.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates[0] : undefined));

describe('numberFeatures', () => {
  it('puts each number at the first place that is free', () => {
    const block = { x: -10, y: -10, width: 20, height: 20 };
    expect(at(numberFeatures([arc(0, 50, 100), arc(51, 150)], [], [block], pixel))).toEqual([50, 150]);
  });

  it('puts it at the first place where none is free', () => {
    const block = { x: -10, y: -10, width: 200, height: 20 };
    expect(at(numberFeatures([arc(0, 50)], [], [block], pixel))).toEqual([0]);
  });
});

describe('gapImage', () => {
  it('covers the whole block', () => {
    expect(gapImage({ x: 0, y: 0, width: 17, height: 24 })).toEqual({
      name: 'gap-24-24',
      width: 24,
      height: 24,
    });
  });
});
