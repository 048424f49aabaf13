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
  without: string;
  refusedRest: string;
  copy: string;
  copied: string;
  notCopied: string;
}

/** What the script of a directory too large for one page shows besides: it makes the cards. */
export interface LargeFinderWords extends FinderWords {
  /** Address of the page of an organization, its id where "{n}" stands. */
  organization: string;
  details: string;
  more: string;
  failed: string;
  place: string;
  limits: string;
  noLimitStated: string;
  kindNotStated: string;
  reach: Record<'listed' | 'partly' | 'nationwide' | 'not-stated', string>;
  everywhere: string;
  ages: { between: string; from: string; to: string };
}
