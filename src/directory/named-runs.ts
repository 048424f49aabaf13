/**
 * Runs of words in a line that are an organization's name, or the beginning of one, although some of them also mean a
 * kind of help, a place or a person: "instiution civic education" asks for an organization and not for schools.
 */
import type { Searchable } from './finder-index.ts';
import type { Meaning, Phrases } from './phrases.ts';
import { namesOf, nameWordsOf } from './prepared-names.ts';
import { FILLERS } from './small-words.ts';
import { sounds, withoutDoubles } from './sound.ts';

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
/** Fewer consonants sound like too much else: "pp beds" as BDASE. */
const LONG_SOUND = 6;

/**
 * The longest run that is a name. It must hold a word that means something else or says nothing, or there is nothing to
 * decide, and one that means nothing else, so that "women shelter" stays what it is; only a place with a kind of help
 * may be all of the line, where the line is a name, or sounds as one. It counts if it is the whole name, in any order
 * and with mistakes; or its beginning, in order; or, in order, another part of it that has a kind of help or a place in
 * it. A word for a person must be part of the beginning, word for word: what it asks for cannot be found by names.
 * @param asked folded words; the last may be unfinished.
 * @param meanings for each word what it means without names.
 */
export function namedRun(
  owners: readonly Searchable[],
  { nameWords }: Phrases,
  asked: readonly string[],
  meanings: readonly WordMeaning[],
): Run | undefined {
  const tells = (at: number) => meanings[at] === undefined && !FILLERS.has(asked[at] as string);
  const placeWithHelp = isPlaceWithHelp(meanings);
  const undecided = asked.some((_, at) => tells(at)) || placeWithHelp;
  if (!undecided || asked.every((_, at) => tells(at))) return undefined;
  const { names } = namesOf(owners);
  const owner = (name: number) => owners[names[name]?.owner ?? -1];
  const isOrganization = (name: number) => owner(name)?.kind === 'organization';
  const isMisspelt = (word: string) => !nameWords.has(word);
  const skipped = asked.map(
    (word, at) => meanings[at] === undefined && (FILLERS.has(word) || word.length < SHORTEST_OWN),
  );
  let best: Run | undefined;
  const matches = nameWordsOf(owners).match(asked, isMisspelt, isOrganization);
  const heard = placeWithHelp && !meanings.includes('who') ? soundTogether(asked) : '';
  for (const { name, places } of matches.slice(0, LOOKED_AT)) {
    // "Poi pet transit center": a space more or less is not heard.
    if (heard.length >= LONG_SOUND && heard === withoutDoubles(names[name]?.sound ?? ''))
      return { start: 0, length: asked.length };
    const run = longestRun(places, skipped);
    if (run === undefined || run.length <= (best?.length ?? 0)) continue;
    const inside = asked.map((_, at) => at).slice(run.start, run.start + run.length);
    const own = inside.filter(tells);
    if (own.length === inside.length || (own.length === 0 && run.length < asked.length)) continue;
    const parts = names[name]?.folded.split(' ') ?? [];
    const said = inside.map((at) => places[at] as number);
    const person = inside.some((at) => meanings[at] === 'who');
    const help = inside.some((at) => meanings[at] === 'need' || meanings[at] === 'where');
    const long = own.some((at) => (asked[at] as string).length >= SHORTEST_OWN);
    if (
      own.length === 0 &&
      !inside.every((at) => parts[places[at] as number]?.startsWith(asked[at] as string))
    )
      continue;
    const begins = said[0] === 0 && inOrder(parts, said, person || own.length === 0);
    const within = help && long && !person && !owner(name)?.withoutServices && inOrder(parts, said, false);
    if (begins || within || isWhole(parts, said)) best = run;
  }
  return best;
}

/** "Poipet transit" may be the beginning of a name although both words mean something else, but not "women shelter". */
function isPlaceWithHelp(meanings: readonly WordMeaning[]): boolean {
  return ['where', 'need'].every((field) => meanings.some((meaning) => meaning === field));
}

function soundTogether(asked: readonly string[]): string {
  return withoutDoubles(sounds(asked.join(' ')).join(''));
}

/** The longest run of words that stand for words of the name; small or short words in between may be missing from it. */
function longestRun(places: readonly number[], skipped: readonly boolean[]): Run | undefined {
  let best: Run | undefined;
  for (let start = 0; start < places.length; start++) {
    if (places[start] === -1) continue;
    let end = start;
    for (let at = start + 1; at < places.length; at++) {
      if (places[at] !== -1) end = at;
      else if (skipped[at] !== true) break;
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
