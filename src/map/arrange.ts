/** Chooses where blocks stand on a map that is moved and magnified: as many as fit, none over another. */
import { type Box, boxContains, boxesTouch } from './geometry.ts';

/** What one province would like; its wishes are boxes in pixels, the dearest first. */
export interface Wishes {
  id: string;
  boxes: readonly Box[];
}

/** Between blocks, so that one is never read as part of another. */
const GAP = 5;

/**
 * Grants every first wish that can be granted, then the second wishes of those that are left, and so on: a province
 * never loses its dearest place to the makeshift of another.
 * @param frame what is in sight, where blocks must not be cut off; undefined where the map goes on beyond it.
 * @returns the index of the wish granted, by province id; a province without room is left out.
 */
export function arrange(provinces: readonly Wishes[], frame?: Box): Map<string, number> {
  const granted = new Map<string, number>();
  const taken: Box[] = [];
  const most = Math.max(0, ...provinces.map(({ boxes }) => boxes.length));
  for (let wish = 0; wish < most; wish++) {
    for (const { id, boxes } of provinces) {
      const box = boxes[wish];
      if (box === undefined || granted.has(id) || (frame && !boxContains(frame, box))) continue;
      if (taken.some((other) => boxesTouch(box, other, GAP))) continue;
      granted.set(id, wish);
      taken.push(box);
    }
  }
  return granted;
}
