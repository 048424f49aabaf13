/** The signs of places in a box of 16 by 16, for the drawing and for its key. */
import type { PlaceKind } from './detail-data.ts';

export interface PlaceSign {
  /** SVG path data. */
  path: string;
  /** False where only its outline is drawn: a district is no point. */
  filled: boolean;
}

export const PLACE_SIGN_SIZE = 16;

export const PLACE_SIGNS: Readonly<Record<PlaceKind, PlaceSign>> = {
  // Two posts, and a way between them in both directions.
  border_point: {
    path: 'M1 2h2.5v12H1zM12.5 2H15v12h-2.5zM7.4 4.2v7.6L4.2 8zM8.6 4.2v7.6L11.8 8z',
    filled: true,
  },
  town: { path: 'M8 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z', filled: true },
  district: { path: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z', filled: false },
};
