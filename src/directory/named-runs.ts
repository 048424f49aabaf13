/**
 * Runs of words in a line that are an organization's name, or the beginning of one, although some of them also mean a
 * kind of help, a place or a person: "instiution civic education" asks for an organization and not for schools.
 */
import type { Searchable } from './finder-index.ts';
import type { Meaning } from './phrases.ts';
import { namesOf, nameWordsOf } from './prepared-names.ts';
import { FILLERS } from './small-words.ts';

/** What a word of the line is without names: part of a phrase with a meaning, or none. */
export type WordMeaning = Meaning['field'] | undefined;

/** Words of the line from `start` on, `length` of them. */
export interface Run {
  start: number;
  length: number;
}

/** So many names, the best ones, are looked at. */
const LOOKED_AT = 12;
/** Fewer letters may become any word; what stands in the middle of a name is not recognized by them. */
const SHORTEST_OWN = 4;

/**
 * The longest run that is a name. It must hold a word that means nothing else, so that "women shelter" stays what it
 * is, and a word that means something else, or there is nothing to decide. It counts if it is the whole name, in any
 * order and with mistakes; or, in order, a part of it. With a word for a person in it that part must be the beginning,
 * word for word, because the services that such a word asks for cannot be found by their names.
 * @param meanings for each word what it means without names.
 */
export function namedRun(
  owners: readonly Searchable[],
  asked: readonly string[],
  meanings: readonly WordMeaning[],
): Run | undefined {
  const own = (at: number) => meanings[at] === undefined && !FILLERS.has(asked[at] as string);
  if (!asked.some((_, at) => own(at)) || meanings.every((meaning) => meaning === undefined)) return undefined;
  const { names } = namesOf(owners);
  const organization = (name: number) => owners[names[name]?.owner ?? -1]?.kind === 'organization';
  let best: Run | undefined;
  for (const { name, places } of nameWordsOf(owners).match(asked, false, organization).slice(0, LOOKED_AT)) {
    const run = longestRun(asked, places);
    if (run === undefined || run.length <= (best?.length ?? 0)) continue;
    const inside = asked.map((_, at) => at).slice(run.start, run.start + run.length);
    const known = inside.filter(own);
    if (known.length === 0 || inside.every((at) => meanings[at] === undefined)) continue;
    const parts = names[name]?.folded.split(' ') ?? [];
    const person = inside.some((at) => meanings[at] === 'who');
    const begins = places[run.start] === 0;
    const ordered = inOrder(
      parts,
      inside.map((at) => places[at] as number),
      person,
    );
    const telling = begins || known.some((at) => (asked[at] as string).length >= SHORTEST_OWN);
    const counts = ordered
      ? telling && (begins || !person)
      : isWhole(
          parts,
          inside.map((at) => places[at] as number),
        );
    if (counts) best = run;
  }
  return best;
}

/** The longest run of words that stand for words of the name; small words in between may be missing from it. */
function longestRun(asked: readonly string[], places: readonly number[]): Run | undefined {
  let best: Run | undefined;
  for (let start = 0; start < asked.length; start++) {
    if (places[start] === -1) continue;
    let end = start;
    for (let at = start + 1; at < asked.length; at++) {
      if (places[at] !== -1) end = at;
      else if (!FILLERS.has(asked[at] as string)) break;
    }
    if (end > start && end - start + 1 > (best?.length ?? 1)) best = { start, length: end - start + 1 };
  }
  return best;
}

/** True where the places follow each other; small words of the name may be left out, unless every word counts. */
function inOrder(parts: readonly string[], places: readonly number[], wordForWord: boolean): boolean {
  const said = places.filter((place) => place !== -1);
  if (wordForWord && said.length < places.length) return false;
  return said.every((place, at) => {
    const between = parts.slice((said[at - 1] ?? place) + 1, place);
    return (
      at === 0 ||
      (place > (said[at - 1] as number) && between.every((part) => !wordForWord && FILLERS.has(part)))
    );
  });
}

function isWhole(parts: readonly string[], places: readonly number[]): boolean {
  return parts.every((part, place) => FILLERS.has(part) || places.includes(place));
}
