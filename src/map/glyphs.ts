/** The outlines of the group glyphs, in a box of 24 by 24. Shape and letter say which group it is; colour only helps. */
import type { Shape } from '../schema/vocabulary.ts';

export interface GlyphOutline {
  /** SVG path data. */
  path: string;
  /** Baseline of the letter; shapes differ in where their middle looks to be. */
  baseline: number;
}

export const GLYPHS: Readonly<Record<Shape, GlyphOutline>> = {
  circle: { path: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z', baseline: 16.5 },
  plus: { path: 'M6.2 1.5h11.6v4.7h4.7v11.6h-4.7v4.7H6.2v-4.7H1.5V6.2h4.7z', baseline: 16.3 },
  house: { path: 'M12 1.2 22.8 9.6h-1.6v12.9H2.8V9.6H1.2z', baseline: 19 },
  square: { path: 'M2 2h20v20H2z', baseline: 16.5 },
  shield: { path: 'M2.2 2h19.6v10.4c0 5-4.2 8.4-9.8 10.4c-5.6-2-9.8-5.4-9.8-10.4z', baseline: 15.6 },
  diamond: { path: 'M12 .9 23.1 12 12 23.1.9 12z', baseline: 16.2 },
  triangle: { path: 'M12 1.5 23.2 22.4H.8z', baseline: 20.2 },
  hexagon: { path: 'M6.5 2h11l5 10-5 10h-11l-5-10z', baseline: 16.5 },
};

/** Id of the symbol that a page's sprite holds for a group. */
export function glyphId(group: string): string {
  return `g-${group}`;
}
