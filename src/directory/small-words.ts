/** Words that do not ask for anything themselves. */
import { fold } from './fold.ts';

/** Words that say nothing about whom, where or what. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'a about accept accepts age aged an and any are ask at back by call can contact do does for from has help in is longer me my near need needs ' +
    'of number old on or phone please some somebody someone take takes tel that the this to tonight today what who with year years yrs អាយុ ឆ្នាំ នៅ ក្នុង សម្រាប់ ដែល ជួយ ខេត្ត រាជធានី នាក់ និង ឬ'
  )
    .split(' ')
    .map(fold),
);

/**
 * What follows one of these is not asked for: it makes no filter and stays in the line, so that it is not turned round.
 * With how many unknown words may stand between: "does not admit men", but "no family, boy 12".
 */
export const NEGATIONS: ReadonlyMap<string, number> = new Map(
  [
    [
      'no non without exclude excludes excluding excl excepting minus refuse refuses refused avoid far away apart out unless none nothing unsafe គ្មាន ឥត ហាម ឆ្ងាយពី',
      0,
    ],
    [
      'not never neither cannot cant doesnt dont isnt arent wont wouldnt shouldnt mustnt aint except but than outside instead មិន ពុំ អត់ កុំ ពុំមាន មិនមែន ក្រៅ ក្រៅពី លើកលែង លើកលែងតែ',
      1,
    ],
  ].flatMap(([list, over]) =>
    String(list)
      .split(' ')
      .map((word): [string, number] => [fold(word), Number(over)]),
  ),
);
/** Some deny only before one of these: "away from", but who "ran away" is asked for. */
export const DENIES_BEFORE: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['far away apart', 'from'],
    ['out', 'of'],
    ['none nothing unsafe', 'in near at'],
  ].flatMap(([list = '', before = '']) =>
    list.split(' ').map((word): [string, string[]] => [word, before.split(' ')]),
  ),
);
/** What follows one of these is a number of its own, and no age: "tel 12"; "no" behind it is short for number. */
export const NUMBERED: ReadonlySet<string> = new Set(
  'call contact house id mobile number phone street tel'.split(' '),
);
/** Behind a negation they deny what stands before it: "men not accepted". */
export const ADMITTED: ReadonlySet<string> = new Set(
  'accepted admitted allowed needed required welcome'.split(' '),
);
/** Behind those they say where somebody is not let in, and deny what follows: "not allowed to work". */
export const ADMITTED_WHERE: ReadonlySet<string> = new Set('at back by home in into to'.split(' '));
/** What stands behind one of these is as much denied as what stands before it. */
export const JOINTS: ReadonlySet<string> = new Set(['and', 'or', 'nor', 'និង', 'ឬ'].map(fold));
