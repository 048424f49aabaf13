/** Words that do not ask for anything themselves. */
import { fold } from './fold.ts';

/** Words that say nothing about whom, where or what. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'a accept accepts age aged an and any are at back by can for from has help in is me my near need needs ' +
    'of old on or please some somebody someone take takes that the this to tonight today who with year years yrs អាយុ ឆ្នាំ នៅ ក្នុង សម្រាប់ ដែល ជួយ ខេត្ត រាជធានី នាក់'
  )
    .split(' ')
    .map(fold),
);

/** What follows one of these is not asked for; it makes no filter and stays in the line, so that it is not turned round. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  ['not', 'no', 'non', 'without', 'except', 'outside', 'excluding', 'មិន', 'គ្មាន', 'ក្រៅពី'].map(fold),
);
