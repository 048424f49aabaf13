/** The words that the script for leaving says, each in every language of its page. */
export interface ExitWords {
  /** By presses of Shift so far. */
  pressed: Record<1 | 2, Spoken>;
  cancelled: Spoken;
  leaving: Spoken;
}

/** The same words in one or more languages. */
export type Spoken = readonly (readonly [language: string, text: string])[];
