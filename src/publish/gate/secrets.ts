/**
 * What must not be found: the values of contacts that an audience does not see, and whatever else is a secret of the
 * build. Adding a kind of secret is making it with `secretFrom` and handing it to the gate with the others.
 */
import { plainName } from '../../directory/person-names.ts';
import en from '../../i18n/en.json' with { type: 'json' };
import km from '../../i18n/km.json' with { type: 'json' };
import type { Contact, Directory, DoNotListEntry } from '../../schema/directory.ts';
import type { Audience } from '../../schema/vocabulary.ts';
import { seesContact } from '../redact.ts';
import { digitsOf } from './numbers.ts';

/** The values of one record. A message names the record; the values never leave the gate. */
export interface Secret {
  /** Edition and contact: "2010/example-clinic-1". */
  record: string;
  /** Numbers as digits, in every way they are written. */
  digits: string[];
  /** Names of people, folded and without titles. */
  names: string[];
  emails: string[];
  /** Addresses, names of organizations and other words that are found as they are, whatever their case and spacing. */
  texts: string[];
  /** Found letter by letter, even inside of a word. */
  exact: string[];
}

/** Values as people write them. */
export interface PlainValues {
  phones?: readonly string[];
  names?: readonly string[];
  emails?: readonly string[];
  texts?: readonly string[];
  exact?: readonly string[];
}

/** A secret from plain values; the country reads the numbers that have no country code. */
export function secretFrom(record: string, values: PlainValues, country = 'KH'): Secret {
  const { phones = [], names = [], emails = [], texts = [], exact = [] } = values;
  return {
    record,
    digits: [...new Set(phones.flatMap((number) => digitsOf(number, country)))],
    names: [...new Set(names.map(plainName))].filter((name) => name !== ''),
    emails: emails.map((email) => email.toLowerCase()),
    texts: [...texts],
    exact: exact.filter((text) => text !== ''),
  };
}

/** The secrets of a directory for an audience. A value that another row shows to the audience is no secret. */
export function secretsOf(directory: Directory, audience: Audience): Secret[] {
  const secret = (record: string, contact: Contact) =>
    secretFrom(record, valuesOf(contact), directory.settings.country);
  const rows = directory.editions.flatMap(({ about, contacts }) =>
    contacts.map((contact) => ({ contact, secret: secret(`${about.id}/${contact.id}`, contact) })),
  );
  const [shown, kept] = [true, false].map((sees) =>
    rows.filter(({ contact }) => seesContact(audience, contact) === sees).map((row) => row.secret),
  ) as [Secret[], Secret[]];
  const open = new Set(shown.flatMap(({ digits, names, emails }) => [...digits, ...names, ...emails]));
  const closed = (value: string) => !open.has(value);
  // Who gave consent is shown to no audience.
  const givers = rows.flatMap(({ contact, secret: { record } }) =>
    contact.consent_by === undefined
      ? []
      : secretFrom(`${record} (consent_by)`, { names: [contact.consent_by] }),
  );
  // A text may still repeat what a public row said before a private one took its place.
  const withdrawn = directory.editions.flatMap(({ about, withdrawn: contacts }) =>
    contacts.map((contact) => secret(`${about.id}/${contact.id} (withdrawn)`, contact)),
  );
  return [...kept, ...withdrawn, ...givers].map((secret) => ({
    ...secret,
    digits: secret.digits.filter(closed),
    names: secret.names.filter(closed),
    emails: secret.emails.filter(closed),
  }));
}

function valuesOf({ person, person_as_printed, phone, phone_as_printed, email }: Contact): PlainValues {
  return {
    names: [...(person === undefined ? [] : [person]), ...person_as_printed],
    phones: [...(phone === undefined ? [] : [phone]), ...phone_as_printed],
    emails: email === undefined ? [] : [email],
  };
}

/** What asked not to be listed, for every audience; the check has refused the rows, this finds what is left of them. */
export function secretsOfDoNotList({ doNotList, settings }: Directory): Secret[] {
  const valuesOfKind: Record<DoNotListEntry['what'], (value: string) => PlainValues> = {
    organization: (value) => ({ names: [value] }),
    person: (value) => ({ names: [value] }),
    phone: (value) => ({ phones: [value] }),
    email: (value) => ({ emails: [value] }),
  };
  return doNotList.map(({ id, what, value }) =>
    secretFrom(`do-not-list/${id}`, valuesOfKind[what](value), settings.country),
  );
}

/** The secrets that the build itself is given by its environment. */
export function secretsOfBuild(environment: Record<string, string | undefined>): Secret[] {
  const passphrase = environment.DIRECTORY_PASSPHRASE?.trim() ?? '';
  if (passphrase === '') return [];
  return [secretFrom('DIRECTORY_PASSPHRASE', { texts: [passphrase], exact: [passphrase] })];
}

/** What everybody may read anyway: names in the directory, and the words of the interface. */
export interface OpenWords {
  /** Whole names of organizations, places, kinds of help and criteria, in both languages. */
  names: string[];
  /** Sentences of the interface. */
  sentences: string[];
}

/** The open words of a directory. Notes and statements are not among them: a leak may stand there. */
export function openWords(directory: Directory): OpenWords {
  const { organizations, provinces, places, groups, serviceTypes, criteria } = directory;
  const names = [...organizations, ...provinces, ...places, ...groups, ...serviceTypes, ...criteria].flatMap(
    (row) => [
      row.name_en,
      row.name_km ?? '',
      ...('acronym' in row ? [row.acronym ?? ''] : []),
      ...('aliases' in row ? row.aliases : []),
    ],
  );
  return {
    names: names.filter((name) => name !== ''),
    sentences: [...Object.values(en), ...Object.values(km)],
  };
}
