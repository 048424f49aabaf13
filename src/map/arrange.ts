/** Chooses where blocks stand on a map that is moved and magnified: as many as fit, none over another. */
import { type Box, boxContains, boxesTouch } from './geometry.ts';

/** What one province would like, the dearest first; made one by one, since most are granted the first. */
export interface Wishes<W extends { box: Box }> {
  id: string;
  wishes: Iterator<W>;
}

/** Between blocks, so that one is never read as part of another. */
const GAP = 5;

/**
 * Grants every first wish that can be granted, then the second wishes of those that are left, and so on: a province
 * never loses its dearest place to the makeshift of another.
 * @param frame what is in sight, where blocks must not be cut off; undefined where the map goes on beyond it.
 * @returns the wish granted, by province id; a province without room is left out.
 */
export function arrange<W extends { box: Box }>(
  provinces: readonly Wishes<W>[],
  frame?: Box,
): Map<string, W> {
  const granted = new Map<string, W>();
  let waiting = provinces;
  while (waiting.length > 0) {
    waiting = waiting.filter(({ id, wishes }) => {
      const { done, value: wish } = wishes.next();
      if (done) return false;
      const seen = frame === undefined || boxContains(frame, wish.box);
      if (!seen || [...granted.values()].some(({ box }) => boxesTouch(wish.box, box, GAP))) return true;
      granted.set(id, wish);
      return false;
    });
  }
  return granted;
}
