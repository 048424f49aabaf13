/**
 * The door that is shut by the build: what an audience may not see is looked for in the finished text of every file,
 * whatever way it came there. Redaction should leave nothing to find; this is the proof.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { fold } from '../directory/fold.ts';
import type { Contact, Directory } from '../schema/directory.ts';
import type { Audience } from '../schema/vocabulary.ts';
import { seesContact } from './redact.ts';

/** What must not be found, by the id of its record; the value itself never appears in a message. */
export interface Secret {
  /** Edition and contact: "2010/example-clinic-1". */
  record: string;
  /** The number as digits, in every way it is written. */
  digits: string[];
  /** Folded names of the person, without titles. */
  names: string[];
  /** Lower-case address. */
  email: string | undefined;
}

/** Digits with the separators that people write between them. */
const NUMBER = /\d(?:[\s.\-()/\u00a0\u200b]{0,3}\d){5,}/g;
const COORDINATES =
  /\s(?:d|x|y|cx|cy|r|width|height|points|viewBox|transform|textLength|x1|x2|y1|y2)="[^"]*"/g;
/** Nobody writes a telephone number in more groups than one for each digit. */
const MOST_GROUPS = 14;
const TITLE = /^(?:(?:mrs|mr|ms|miss|dr|general|h e)\s+)+/;

/**
 * The secrets of a directory for an audience. A value that some other row shows to the audience is no secret; a
 * person's single name that is also a word of an organization or a place cannot be told from it and is left out.
 */
export function secretsOf(directory: Directory, audience: Audience): Secret[] {
  const rows = directory.editions.flatMap(({ about, contacts }) =>
    contacts.map((contact) => ({ edition: about.id, contact })),
  );
  const shown = rows.filter(({ contact }) => seesContact(audience, contact)).map(({ contact }) => contact);
  const shownDigits = new Set(shown.flatMap(digitsOf));
  const shownNames = new Set(shown.flatMap(namesOf));
  const ordinary = new Set(
    [...directory.organizations, ...directory.provinces, ...directory.places]
      .flatMap(({ name_en, aliases }) => [name_en, ...aliases])
      .flatMap((name) => fold(name).split(' ')),
  );
  return rows
    .filter(({ contact }) => !seesContact(audience, contact))
    .map(({ edition, contact }) => ({
      record: `${edition}/${contact.id}`,
      digits: digitsOf(contact).filter((digits) => !shownDigits.has(digits)),
      names: namesOf(contact).filter((name) => !shownNames.has(name) && !ordinary.has(name)),
      email: contact.email?.toLowerCase(),
    }));
}

/** The records whose values stand in a text, each once. Drawing coordinates are passed over: they hold every number by chance. */
export function leaksIn(text: string, secrets: readonly Secret[]): string[] {
  // Once as written, attributes and all, and once as read, where markup may stand inside a name.
  const folded = ` ${fold(text)} ${fold(text.replace(/<[^>]*>/g, ''))} `;
  const lower = text.toLowerCase();
  const written = numbersIn(text.replace(COORDINATES, ' '));
  return secrets
    .filter(
      ({ digits, names, email }) =>
        digits.some((number) => written.has(number)) ||
        names.some((name) => folded.includes(` ${name} `)) ||
        (email !== undefined && lower.includes(email)),
    )
    .map(({ record }) => record);
}

/** Every number that a text can be read to hold: neighbouring groups of digits, put together. */
function numbersIn(text: string): Set<string> {
  const written = new Set<string>();
  for (const [run] of text.replace(/[០-៩]/g, toLatinDigit).matchAll(NUMBER)) {
    const groups = run.split(/\D+/);
    for (let start = 0; start < groups.length; start++) {
      let digits = '';
      for (const group of groups.slice(start, start + MOST_GROUPS)) {
        digits += group;
        if (digits.length >= SHORTEST_NUMBER) written.add(digits);
      }
    }
  }
  return written;
}

/** Every way a number is written, as digits: national, with its zero, with the country code, with 00 before it. */
function digitsOf({ phone, phone_as_printed }: Contact): string[] {
  const national = phone && parsePhoneNumberFromString(phone)?.nationalNumber;
  const printed = phone_as_printed.map((number) => number.replace(/\D/g, ''));
  const international = phone?.slice(1);
  return [
    national,
    national && `0${national}`,
    international,
    international && `00${international}`,
    ...printed,
  ].filter((digits): digits is string => digits !== undefined && digits.length >= SHORTEST_NUMBER);
}

/** Shorter runs of digits would be found in dates and page numbers. */
const SHORTEST_NUMBER = 6;

function namesOf({ person, person_as_printed }: Contact): string[] {
  return [person ?? '', ...person_as_printed]
    .map((name) => fold(name).replace(TITLE, ''))
    .filter((name) => name.length > 3);
}

function toLatinDigit(digit: string): string {
  return String(digit.charCodeAt(0) - 0x17e0);
}
