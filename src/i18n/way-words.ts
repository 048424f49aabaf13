import type { Stay } from '../schema/vocabulary.ts';
import type { FinderWords } from './finder-words.ts';

/** The words that the script of the ways shows. "{n}", "{from}", "{to}" and the like stand where names and numbers go. */
export interface WayWords {
  /** For the cards of services. */
  finder: FinderWords;
  ask: string;
  count: Record<'none' | 'one' | 'other', string>;
  way: string;
  certain: string;
  uncertain: Record<'one' | 'other', string>;
  step: Record<'referral' | 'direct' | 'own' | 'perhaps', string>;
  only: string;
  rows: string;
  more: string;
  also: string;
  unsaid: string;
  /** By what is not stated of a step. */
  doubts: Record<string, string>;
  /** For how long a bed can be asked for. */
  asked: Record<Stay, string>;
  /** How long people may stay, "{stay}" of these lengths, by the cell of services.csv; "" where none is stated. */
  length: string;
  lengths: Record<string, string>;
  missing: Record<
    | 'noneHere'
    | 'nationwide'
    | 'nearest'
    | 'nowhere'
    | 'placeNotStated'
    | 'refused'
    | 'tooShort'
    | 'unreached'
    | 'beyond'
    | 'sentBy'
    | 'stops',
    string
  >;
  papers: string;
  noPapers: string;
  /** Names of papers, by the ids of criteria. */
  criteria: Record<string, string>;
  printed: string;
  copy: string;
  copied: string;
  notCopied: string;
}
