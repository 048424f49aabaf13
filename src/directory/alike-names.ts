/** The names most like a line that nothing is called: by its words, by its sound, and only then by its letters. */
import type { Searchable } from './finder-index.ts';
import { fold, words } from './fold.ts';
import type { NearName } from './name-index.ts';
import { goodness } from './name-words.ts';
import { namesOf, nameWordsOf } from './prepared-names.ts';

/** Names less alike by their words are no answer; ours, found by trying lines with one and two mistakes. */
const FARTHEST = 0.4;
/** Where words or sounds come as near as this, letters are not compared: that takes longest. */
const NEAR = 0.25;

/** Names like a line, the nearest first; a name may come twice, the nearer one first. */
export function alikeNames(owners: readonly Searchable[], line: string): NearName[] {
  const names = namesOf(owners);
  const spelt = nameWordsOf(owners)
    .match(words(line), () => true)
    .map((match) => ({ name: names.names[match.name], distance: 1 - goodness(match) }))
    .filter((near): near is NearName => near.distance <= FARTHEST);
  const near = nearestFirst([...spelt, ...names.sounding(fold(line))]);
  if ((near[0]?.distance ?? 1) <= NEAR) return near;
  return nearestFirst([...near, ...names.nearest(line)]);
}

function nearestFirst(near: NearName[]): NearName[] {
  return near.sort((a, b) => a.distance - b.distance);
}
