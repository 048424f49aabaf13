import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fold } from '../../directory/fold.ts';
import { latinDigits } from '../../directory/latin-digits.ts';
import { foldForMentions, mentions } from '../../directory/mention.ts';
import { nameOrders, plainName } from '../../directory/person-names.ts';
import type { DoNotListEntry } from '../../schema/directory.ts';
import { splitList } from '../../schema/fields.ts';
import { describeColumn, isList, listColumns, listTargets } from '../columns.ts';
import { type Draft, listRows, listTables, listValues, type NamedTable } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const doNotList: Rule = {
  name: 'do-not-list',
  description:
    'Nobody who asked not to be listed stands in any table or setting, and the public register names no person.',
  check: (draft) => {
    const register = draft.tables['do-not-list'];
    if (register.records.length === 0) return [];
    const problems: Problem[] = [];
    const entries: Entry[] = [];
    const ordinary = ordinaryWords(draft);
    for (const record of listRows(register)) {
      const { values, origin } = record;
      if (origin === undefined && values.what !== 'organization') {
        const message = 'This entry is about a person, and this file is public.';
        problems.push(
          createProblem('do-not-list-names-a-person', locate(register, record, 'value'), message),
        );
      }
      const entry = readEntry(values, draft.settings.values?.country, ordinary);
      if (entry === undefined) {
        const message = 'This value is too short, or not of the kind that the column "what" says.';
        problems.push(createProblem('entry-matches-nothing', locate(register, record, 'value'), message));
      } else entries.push(entry);
    }
    return [
      ...problems,
      ...listTables(draft).flatMap((named) => checkTable(named, entries)),
      ...checkSettings(draft, entries),
    ];
  },
};

/** A text and what it can be read to hold, worked out once for all entries. */
interface Text {
  raw: string;
  folded: string;
  /** Every number in it, as digits without leading zeros. */
  numbers: ReadonlySet<string>;
  /** Every e-mail address in it. */
  addresses: readonly string[];
}

/** An entry of the register as two questions; the value itself never leaves it. */
interface Entry {
  id: string;
  /** Whether a name, number or address in a column made for it is the one. */
  is: (value: Text, column: string) => boolean;
  /** Whether a text tells it. */
  isIn: (text: Text) => boolean;
  /** True for a name of one word: it may be a part of other bodies' names. */
  oneWord: boolean;
}

const ORGANIZATION_NAMES = ['id', 'name_en', 'name_km', 'acronym', 'aliases'];
/** Columns of shared tables that hold nothing but names. */
const NAMES = /^(?:id|old_id|new_id|slug|acronym|aliases|(?:name|short)_(?:en|km))$/;
const PERSON_NAMES = ['person', 'person_as_printed'];

/** Shorter runs of digits stand in dates and page numbers. */
const SHORTEST_NUMBER = 6;

/**
 * Undefined for an entry that nothing can match.
 * @param ordinary words of organizations and places: a person's single name among them cannot be told from them
 */
function readEntry(
  { id, what, value }: DoNotListEntry,
  country: string | undefined,
  ordinary: ReadonlySet<string>,
): Entry | undefined {
  switch (what) {
    case 'organization': {
      const name = foldName(value);
      if (name === '') return undefined;
      return {
        id,
        is: ({ raw }, column) => ORGANIZATION_NAMES.includes(column) && foldName(raw) === name,
        isIn: findName(value),
        oneWord: !name.includes(' '),
      };
    }
    case 'person': {
      const name = plainName(value);
      if (name.length < 2) return undefined;
      // Family name first or last: both are written.
      const orders = nameOrders(name);
      const isIn = name.includes(' ')
        ? ({ folded }: Text) => orders.some((order) => mentions(folded, order))
        : ordinary.has(name)
          ? () => false
          : findName(value);
      return {
        id,
        is: ({ raw }, column) => PERSON_NAMES.includes(column) && orders.includes(plainName(raw)),
        isIn,
        oneWord: !name.includes(' '),
      };
    }
    case 'phone': {
      const forms = formsOf(value, country);
      if (forms === undefined) return undefined;
      const isIn = ({ numbers }: Text) => forms.some((form) => numbers.has(form));
      return { id, is: () => false, isIn, oneWord: false };
    }
    case 'email': {
      const address = value.toLowerCase();
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return undefined;
      return { id, is: () => false, isIn: ({ addresses }) => addresses.includes(address), oneWord: false };
    }
  }
}

/** "The Example Clinic" is Example Clinic. */
function foldName(value: string): string {
  return fold(value).replace(/^the (?=.)/, '');
}

/** Looks for a name in a text. One word may be an ordinary one, so its capitals count there. */
function findName(value: string): Entry['isIn'] {
  const name = foldName(value);
  if (name.includes(' ') || /\p{Script=Khmer}/u.test(name)) return ({ folded }) => mentions(folded, name);
  const spellings = new Set([value.trim(), value.trim().toUpperCase()]);
  return ({ raw, folded }) => {
    if (!mentions(folded, name)) return false;
    // An id is written small.
    if (/^[a-z0-9.-]+$/.test(raw)) return true;
    return raw.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => spellings.has(word));
  };
}

/** The ways a number is written, as digits without leading zeros; undefined where there are too few. */
function formsOf(value: string, country: string | undefined): string[] | undefined {
  const home = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const digits = latinDigits(value).replace(/\D/g, '');
  const written = /^\s*(?:\+|00)/.test(latinDigits(value)) ? `+${digits.replace(/^00/, '')}` : digits;
  const number = parsePhoneNumberFromString(written, home);
  const national = (number?.nationalNumber ?? digits).replace(/^0+/, '');
  if (national.length < SHORTEST_NUMBER) return undefined;
  const code = number?.countryCallingCode ?? '';
  // The zero in brackets of "+855 (0)12 ..." is written by habit.
  return [national, `${code}${national}`, `${code}0${national}`];
}

function readText(raw: string): Text {
  const latin = latinDigits(raw);
  const enough = latin.replace(/\D/g, '').length >= SHORTEST_NUMBER;
  return {
    raw,
    folded: foldForMentions(raw),
    numbers: new Set(enough ? numbersIn(latin) : []),
    addresses: raw.includes('@') ? addressesIn(raw) : [],
  };
}

/** Every number that a text can be read to hold: neighbouring groups of digits, put together. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d(?:[\s.\-()/\u00a0\u200b]{0,3}\d)+/g)].flatMap(([run]) => {
    const groups = run.split(/\D+/);
    return groups.flatMap((_, start) =>
      groups.slice(start, start + MOST_GROUPS).map((_, length) =>
        groups
          .slice(start, start + length + 1)
          .join('')
          .replace(/^0+/, ''),
      ),
    );
  });
}

/** Nobody writes a telephone number in more groups than one for each digit. */
const MOST_GROUPS = 14;

function addressesIn(text: string): string[] {
  return text.toLowerCase().match(/[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]*[^\s@<>()[\]"',;:.]/g) ?? [];
}

/** The words of names that everybody may read. */
function ordinaryWords({ tables: { organizations, provinces, places } }: Draft): Set<string> {
  return new Set(
    [...listValues(organizations), ...listValues(provinces), ...listValues(places)]
      .flatMap(({ name_en, aliases }) => [name_en, ...aliases])
      .flatMap((name) => fold(name).split(' ')),
  );
}

function checkTable({ name, table, edition }: NamedTable, entries: readonly Entry[]): Problem[] {
  if (name === 'do-not-list') return [];
  const isName = (column: string) => edition === undefined && NAMES.test(column);
  const columns = listColumns(table.schema).filter((column) => isNaming(table.schema, column));
  return table.records.flatMap((record) =>
    columns.flatMap((column) => {
      const cell = record.cells[column];
      if (cell === undefined) return [];
      const values = (isList(table.schema, column) ? splitList(cell) : [cell]).map(readText);
      return entries
        .filter(({ is, isIn, oneWord }) =>
          values.some((value) => is(value, column) || (isIn(value) && !(oneWord && isName(column)))),
        )
        .map(({ id }) => report(locate(table, record, column), id));
    }),
  );
}

/** True for ids, names, numbers and free text; a reference only repeats an id that is looked at where it stands. */
function isNaming(schema: NamedTable['table']['schema'], column: string): boolean {
  if (listTargets(schema, column).length > 0) return false;
  const { problem } = describeColumn(schema, column);
  return (
    problem === undefined || ['empty-cell', 'not-an-id', 'not-a-phone', 'not-an-email'].includes(problem)
  );
}

/** Titles, publishers and scopes in the settings are published like any other text. */
function checkSettings({ settings, editions }: Draft, entries: readonly Entry[]): Problem[] {
  return [settings, ...editions.map(({ about }) => about)].flatMap(({ values, locate: locateSetting }) =>
    Object.entries(values ?? {}).flatMap(([setting, value]) =>
      typeof value === 'string'
        ? entries
            .filter(({ isIn }) => isIn(readText(value)))
            .map(({ id }) => report(locateSetting(setting), id))
        : [],
    ),
  );
}

function report(place: Parameters<typeof createProblem>[1], id: string): Problem {
  const message = `This is what the entry "${id}" of the do-not-list asks to leave out.`;
  return createProblem('on-the-do-not-list', place, message);
}
