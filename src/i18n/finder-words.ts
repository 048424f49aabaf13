/** The words that the finder's script shows. "{n}" stands where a number or a name goes. */
export interface FinderWords {
  people: Record<string, string>;
  /** By person and answer, such as "men.yes". */
  states: Record<string, string>;
  provinces: Record<string, string>;
  needs: Record<string, string>;
  one: string;
  other: string;
  age: string;
  remove: string;
  jumps: Record<'yes' | 'limited' | 'not-stated', string>;
  noEvidence: string;
  notStated: string;
  notStatedAnyone: string;
  noneIn: string;
  noneInText: string;
  noneInAlone: string;
  nothing: string;
  nothingText: string;
  nearest: string;
  called: string;
  also: string;
  ignored: string;
  copy: string;
  copied: string;
  notCopied: string;
}
