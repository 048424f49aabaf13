/** The names most like a line that nothing is called: by its words, by its sound, and only then by its letters. */
import { distance } from 'fastest-levenshtein';
import type { Searchable } from './finder-index.ts';
import { fold, words } from './fold.ts';
import type { IndexedName, NearName } from './name-index.ts';
import { goodness } from './name-words.ts';
import { namesOf, nameWordsOf } from './prepared-names.ts';
import { sounds } from './sound.ts';

/** Names less alike by their words are no answer; ours, found by trying lines with one and two mistakes. */
const FARTHEST = 0.4;
/** The same for kinds of help and places: what is said of them is more easily something else ("rape" is not Reap). */
const FARTHEST_KIND = 0.3;
/** Where words or sounds come as near as this, letters are not compared: that takes longest. */
const NEAR = 0.25;

/** Fewer letters are an abbreviation, and fewer consonants stand for too many words, but for names of organizations. */
const SHORTEST_HEARD = 4;
const SHORTEST_SOUND = 3;
/** One word of letters that may be an acronym. */
const ACRONYM = /^[a-z]{3,6}$/;
/** How far an acronym is from one with its letters turned. */
const TURNED = 0.2;

/**
 * Names like a line, the nearest first; an owner may come several times, with its nearest name first.
 * @param fits which owners, by their numbers, may be answered.
 */
export function alikeNames(
  owners: readonly Searchable[],
  line: string,
  fits: (owner: number) => boolean,
): NearName[] {
  const names = namesOf(owners);
  const folded = fold(line);
  const spelt = nameWordsOf(owners)
    .match(
      words(line),
      () => true,
      (name) => fits((names.names[name] as IndexedName).owner),
    )
    .map((match) => ({ name: names.names[match.name] as IndexedName, distance: 1 - goodness(match) }));
  const heard = names.sounding(folded).filter(({ name }) => fits(name.owner));
  const isOrganization = ({ name }: NearName) => owners[name.owner]?.kind === 'organization';
  const short = folded.length < SHORTEST_HEARD || sounds(folded).join('').length < SHORTEST_SOUND;
  const near = nearestFirst([
    ...spelt.filter((one) => one.distance <= (isOrganization(one) ? FARTHEST : FARTHEST_KIND)),
    ...heard.filter((one) => !short || isOrganization(one)),
  ]);
  if ((near[0]?.distance ?? 1) <= NEAR) return near;
  const lettered = names.nearest(line).filter(({ name }) => fits(name.owner));
  const found = nearestFirst([...near, ...lettered]);
  return found.length > 0 ? found : nearAcronyms(names.names, folded).filter(({ name }) => fits(name.owner));
}

/** Acronyms with the same letters in another order, or with one letter wrong: "mkp" is like MPK. */
function nearAcronyms(names: readonly IndexedName[], folded: string): NearName[] {
  if (!ACRONYM.test(folded)) return [];
  const letters = (text: string) => [...text].sort().join('');
  const own = letters(folded);
  return nearestFirst(
    names.flatMap((name) => {
      if (Math.abs(name.folded.length - folded.length) > 1 || !ACRONYM.test(name.folded)) return [];
      if (letters(name.folded) === own) return [{ name, distance: TURNED }];
      return distance(name.folded, folded) === 1 ? [{ name, distance: 1 / folded.length }] : [];
    }),
  );
}

function nearestFirst(near: NearName[]): NearName[] {
  return near.sort((a, b) => a.distance - b.distance);
}
