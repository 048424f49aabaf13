import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { latinDigits } from '../../directory/latin-digits.ts';
import { describeColumn, isPersonal, listColumns, listTargets } from '../columns.ts';
import { listTables, type NamedTable } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import type { SettingsFile } from '../read-settings.ts';
import { locate, type Table } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const numbersInTexts: Rule = {
  name: 'numbers-in-texts',
  description:
    'No name, note, step or other text holds a telephone number; contacts.csv says who may see one.',
  check: (draft) => {
    const country = draft.settings.values?.country;
    const home = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined;
    return [
      ...listTables(draft)
        .filter(({ name }) => name !== 'do-not-list')
        .flatMap((named) => checkTable(named, home)),
      ...[draft.settings, ...draft.editions.map(({ about }) => about)].flatMap((file) =>
        checkSettings(file, home),
      ),
    ];
  },
};

function checkTable({ table }: NamedTable, home: CountryCode | undefined): Problem[] {
  const columns = listColumns(table.schema).filter((column) => isText(table, column));
  return table.records.flatMap((record) =>
    columns
      .filter((column) => record.aligned && holdsNumber(record.cells[column], home))
      .map((column) =>
        createProblem('number-in-text', locate(table, record, column), 'This text holds a telephone number.'),
      ),
  );
}

/** Titles, scopes and names in directory.json and edition.json stand on the pages too. */
function checkSettings({ values, locate }: SettingsFile<object>, home: CountryCode | undefined): Problem[] {
  return Object.entries(values ?? {})
    .filter(([, value]) => typeof value === 'string' && holdsNumber(value, home))
    .map(([name]) => createProblem('number-in-text', locate(name), 'This text holds a telephone number.'));
}

/** True for words that anybody may read: no id, no closed list, and none of the columns made for people. */
function isText({ schema }: Table, column: string): boolean {
  const { problem } = describeColumn(schema, column);
  return (
    (problem === undefined || problem === 'empty-cell') &&
    listTargets(schema, column).length === 0 &&
    !isPersonal(schema, column)
  );
}

/** No telephone number has fewer digits in a row; looking closer takes long. */
const RUN_OF_DIGITS = /\d(?:[\s.\-()/\u200b]{0,3}\d){5}/;
const DATES = /\b\d{1,2}([./ -])\d{1,2}\1(?:19|20)\d{2}\b/g;
/** "07.30-11.30" and "0900-1700". */
const HOURS =
  /(?<![\d-])(?:[0-2]?\d[.:][0-5]\d ?- ?[0-2]?\d[.:][0-5]\d|[0-2]\d[0-5]\d ?- ?[0-2]\d[0-5]\d)(?![\d-])/g;
/** Everything that may stand between the digits of a number as a line or a dot; commas only after a zero that is dialled. */
const DASHES = /[\p{Pd}\u2212·•‧_]|(?<=(?<!\d)0\d{1,2}),(?=\d{3},)|(?<=(?<!\d)0\d{1,2},\d{3}),(?=\d{3})/gu;
const DIALLED_AT_HOME = /(?<![\d.,/-])\(?0\d(?:[\s.\-()/]{0,3}\d){4,12}(?!\d)/g;

/**
 * True where a text tells a telephone number: one that the numbering plan of any country knows, or one with the zero
 * that is dialled at home, because a plan of today does not know every number of years ago.
 */
function holdsNumber(text: string | undefined, home: CountryCode | undefined): boolean {
  const typed = latinDigits((text ?? '').normalize('NFKC')).replace(/\s+/g, ' ');
  if (!RUN_OF_DIGITS.test(typed.replace(DASHES, '-'))) return false;
  const latin = typed.replace(DASHES, '-').replace(DATES, ' ').replace(HOURS, ' ');
  return (
    findPhoneNumbersInText(latin, home).length > 0 ||
    (latin.match(DIALLED_AT_HOME) ?? []).some((run) => parsePhoneNumberFromString(run, home)?.isPossible())
  );
}
