import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SIZES } from '../../src/map/layout.ts';
import type { Variant } from '../../src/map/sizes.ts';
import { COUNT_SIZE } from '../../src/map/thumbnail.ts';

const sheet = (name: string) => readFileSync(new URL(`../../src/styles/${name}`, import.meta.url), 'utf8');
const sizesIn = (name: string) =>
  new Set([...sheet(name).matchAll(/font-size: ([\d.]+)px/g)].map(([, size]) => Number(size)));

it.each<[string, Variant]>([
  ['map.css', 'wide'],
  ['map-narrow.css', 'narrow'],
])('%s sets type in the sizes that the %s layout leaves room for', (name, variant) => {
  const { count, label, note } = SIZES[variant];
  const allowed = [count, label, note].map((size) => Math.floor(size * 10) / 10);
  expect(sizesIn(name)).toEqual(new Set(allowed));
});

it('thumbnails.css sets numbers in the size that thumbnails leave room for', () => {
  expect(sizesIn('thumbnails.css')).toEqual(new Set([COUNT_SIZE]));
});
