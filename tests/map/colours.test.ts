/** The six pins for every kind of eyes: told apart by letter and shape, and clear against land and their own outline. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { GLYPHS } from '../../src/map/glyphs.ts';
import type { Shape } from '../../src/schema/vocabulary.ts';
import { contrast, light, seen, VISIONS } from './colour-vision.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const groups = Papa.parse<{ id: string; letter: string; shape: Shape }>(read('data/taxonomy/groups.csv'), {
  header: true,
  skipEmptyLines: true,
}).data;
const mapped = groups.filter(({ id }) => ['im', 'md', 'sh', 'ed', 'lg', 'cm'].includes(id));

/** The tokens of one look; the dark one changes some of the light one. */
function tokens(dark: boolean): Map<string, string> {
  const sheet = read('src/styles/tokens.css');
  const split = sheet.indexOf('prefers-color-scheme: dark');
  const declared = (text: string) =>
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(
      ([, name = '', hex = '']) => [name, hex] as const,
    );
  return new Map([...declared(sheet.slice(0, split)), ...(dark ? declared(sheet.slice(split)) : [])]);
}

it('tells the six groups apart by letter and by shape', () => {
  expect(mapped).toHaveLength(6);
  expect(new Set(mapped.map(({ letter }) => letter)).size).toBe(6);
  expect(new Set(mapped.map(({ shape }) => GLYPHS[shape].path)).size).toBe(6);
});

const looks = [false, true].flatMap((dark) =>
  Object.keys(VISIONS).map((vision) => ({ vision, dark, look: dark ? 'dark' : 'light' })),
);

describe.each(looks)('$vision, $look', ({ vision, dark }) => {
  const palette = tokens(dark);
  const colour = (name: string) =>
    seen(light(palette.get(name) ?? ''), VISIONS[vision] as (typeof VISIONS)[string]);

  // Pins never touch (layout.test.ts), so between two outlines there is land, against which both are clear.
  it('draws outlines clear of the land and of the page', () => {
    expect(contrast(colour('ink'), colour('land'))).toBeGreaterThan(3);
    expect(contrast(colour('ink'), colour('ground'))).toBeGreaterThan(3);
  });

  it.each(mapped.map(({ id }) => id))('%s: fill and letter', (id) => {
    const [fill, letter] = [colour(`g-${id}`), colour(`on-${id}`)];
    expect(contrast(letter, fill)).toBeGreaterThan(4.5);
    // A fill as dark as its outline makes one shape with it; then the fill itself must stand off the land.
    const standsOff = Math.max(contrast(fill, colour('ink')), contrast(fill, colour('land')));
    expect(standsOff).toBeGreaterThan(3);
  });

  it('draws hatching and call-out lines clear of the land', () => {
    expect(contrast(colour('hatch'), colour('land'))).toBeGreaterThan(3);
    expect(contrast(colour('leader'), colour('ground'))).toBeGreaterThan(3);
  });
});
