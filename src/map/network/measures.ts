/** Type, distances and lines of the two variants of the drawing: for a page with room, and for a phone. */
import { NARROWEST, type Variant } from '../sizes.ts';
import type { Measures } from './place.ts';

/** Font size of names in units of the viewBox; the style sheet has the same. */
export const FONT: Record<Variant, number> = { wide: 14, narrow: 12 };

/** The wide one is 746 wide and fits a tablet held upright; the narrow one is as wide as the narrowest screen, where a unit is a pixel. */
export const MEASURES: Record<Variant, Measures> = {
  wide: { label: 230, gap: 8, gutter: 270, title: 34, heading: 40, row: 26, step: 6, arrow: 6 },
  narrow: { label: 106, gap: 5, gutter: NARROWEST - 222, title: 34, heading: 44, row: 28, step: 4, arrow: 5 },
};

/** The class of a line, by how sure its link is. */
export const SIGNS = { 'stated-by-both': 'both', 'stated-by-one': 'one', unclear: 'unclear' } as const;
