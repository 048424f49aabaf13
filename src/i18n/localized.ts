/** Text of the data that comes in two columns, such as name_en and name_km. */
import type { Language } from '../schema/vocabulary.ts';

/** Words together with the language that they are really in. */
export interface Words {
  text: string;
  lang: Language;
}

type Column<Row> = { [K in keyof Row & string]: K extends `${infer Stem}_en` ? Stem : never }[keyof Row &
  string];

/**
 * The text of a column pair in the wanted language; where the Khmer is missing, the English with its language said,
 * so that it is marked on the page. Undefined where both are empty.
 */
export function localized<Row extends object>(
  row: Row,
  column: Column<Row>,
  language: Language,
): Words | undefined {
  const cells = row as Record<string, string | undefined>;
  const wanted = cells[`${column}_${language}`];
  if (wanted !== undefined && wanted !== '') return { text: wanted, lang: language };
  const english = cells[`${column}_en`];
  return english === undefined || english === '' ? undefined : { text: english, lang: 'en' };
}
