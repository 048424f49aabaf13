/** Places that are not written as the data writes them, but sound like one of them and like no other. */
import { distance } from 'fastest-levenshtein';
import { sound, sounds } from './sound.ts';

/** A province by its sound, with the folded spellings that sound so. */
export interface Heard {
  province: string;
  spellings: string[];
}

/** By the joined sounds of the words; "several" where different provinces sound alike. */
export type HeardPlaces = ReadonlyMap<string, Heard | 'several'>;

/** Shorter sounds are shared by too many words. */
const SHORTEST_SOUND = 3;
/** Abbreviations have no sound: "plan" is not PLN. */
const SHORTEST_NAME = 5;
/** One letter in so many may be wrong; "centre" sounds like Chantrea and is not taken for it. */
const LETTERS_TO_A_MISTAKE = 4;

/** What provinces sound like. @param spellings pairs of a province's id and one of its folded names. */
export function heardPlaces(
  spellings: readonly (readonly [province: string, folded: string])[],
): HeardPlaces {
  const heard = new Map<string, Heard | 'several'>();
  for (const [province, folded] of spellings) {
    const said = sounds(folded).join('');
    if (said.length < SHORTEST_SOUND || folded.length < SHORTEST_NAME) continue;
    const before = heard.get(said);
    if (before === undefined) heard.set(said, { province, spellings: [folded] });
    else if (before !== 'several' && before.province === province) before.spellings.push(folded);
    else heard.set(said, 'several');
  }
  return heard;
}

/** The longest run of folded words, from the first on, that sounds like one province and is written nearly so. */
export function longestHeard(heard: HeardPlaces, asked: readonly string[]) {
  const said = asked.map(sound);
  for (let length = asked.length; length > 0; length--) {
    const own = said.slice(0, length);
    const place = own.includes('') ? undefined : heard.get(own.join(''));
    if (place === undefined || place === 'several') continue;
    const typed = asked.slice(0, length).join(' ');
    if (place.spellings.some((spelling) => isNear(typed, spelling)))
      return { length, province: place.province };
  }
  return undefined;
}

function isNear(typed: string, spelling: string): boolean {
  const mistakes = Math.floor(spelling.length / LETTERS_TO_A_MISTAKE);
  return typed[0] === spelling[0] && distance(typed, spelling) <= Math.max(1, mistakes);
}
