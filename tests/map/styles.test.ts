import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SIZES } from '../../src/map/layout.ts';
import type { Variant } from '../../src/map/sizes.ts';

const sheet = (name: string) => readFileSync(new URL(`../../src/styles/${name}`, import.meta.url), 'utf8');

it.each<[string, Variant]>([
  ['map.css', 'wide'],
  ['map-narrow.css', 'narrow'],
])('%s sets type in the sizes that the %s layout leaves room for', (name, variant) => {
  const set = [...sheet(name).matchAll(/font-size: ([\d.]+)px/g)].map(([, size]) => Number(size));
  const { count, label, note } = SIZES[variant];
  const allowed = [count, label, note].map((size) => Math.floor(size * 10) / 10);
  expect(new Set(set)).toEqual(new Set(allowed));
});
