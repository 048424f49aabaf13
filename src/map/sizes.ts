/** How large type and glyphs are: in pixels where the drawing is not scaled, in frame units where it is. */

/** `wide` shows all groups of a province together, `narrow` one group at a time. */
export type Variant = 'wide' | 'narrow';

export interface Sizes {
  /** Side of a glyph. */
  glyph: number;
  /** Font size of the numbers. */
  count: number;
  /** Between a glyph and its number. */
  countGap: number;
  /** Between one pin and the next. */
  pinGap: number;
  rowHeight: number;
  /** Font size of names. */
  label: number;
  /** Font size of the words beneath a name that has no pins. */
  note: number;
}

/** How wide the map is on the narrowest screen, in pixels; the narrow sizes are those of that screen. */
export const NARROWEST = 288;

export const PIXELS: Record<Variant, Sizes> = {
  wide: { glyph: 20, count: 12.5, countGap: 3, pinGap: 6, rowHeight: 22, label: 12, note: 11.5 },
  narrow: { glyph: 18, count: 13, countGap: 2, pinGap: 0, rowHeight: 19, label: 12, note: 12 },
};
