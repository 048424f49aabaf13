import type { Language, Person } from '../schema/vocabulary.ts';

/** Who was asked for: nobody in particular, one kind of people, or people in general (an age, or several kinds). */
export type AskedFor = 'anyone' | 'people' | Person;

/** What is known of a province, as the data counts it. */
type State = 'recorded' | 'limited' | 'not-stated' | 'none-recorded';

/** The words of what only the detailed view shows. "{from}" and the like stand where names and numbers go. */
export interface DetailWords {
  open: string;
  close: string;
  opening: string;
  failed: string;
  /** A referral in words, with its direction printed or not. */
  printed: string;
  unclear: string;
  noArcs: string;
  where: string;
  kinds: Record<'district' | 'town' | 'border_point', string>;
  /** Names of what lies around the country, by the ids of the boundary layer. */
  around: Record<string, string>;
}

/** The words that the scripts of the map show. "{n}" stands where a number or a name goes. */
export interface MapWords {
  lang: Language;
  states: Record<AskedFor, Record<State, string>>;
  /** What a state means, where nobody in particular and where somebody is asked for. */
  means: Record<'anyone' | 'asked' | 'nationwide', Record<State, string>>;
  /** The line beneath a province in the table, where nobody in particular is asked for. */
  rows: Record<State, string>;
  people: Record<string, string>;
  needs: Record<string, string>;
  age: string;
  remove: string;
  noneRecorded: string;
  noKind: string;
  /** Before organizations whose yes disagrees with the ages that they print. */
  disputed: string;
  nobody: string;
  worksNationwide: string;
  nationwideApart: string;
  nationwideIn: string;
  unplaced: string;
  summary: string;
  close: string;
  find: string;
  page: string;
  fill: string;
  unfill: string;
  list: string;
  map: string;
  failed: string;
  detail: DetailWords;
}
