/**
 * No name, number or address of a person that is not for a site's audience stands in any of its files. The messages
 * give the file and the contact's id only: a test report is public too.
 */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { decode, listFiles } from './built-site.ts';
import { allContacts, DATA, type Row, readCsv, splitList } from './directory-data.ts';

/** The parts of the copy (.zip) hold the other files once more, byte for byte: tests/publish/copy.test.ts. */
const BINARY = new Set(['.zip', '.woff2', '.woff', '.png', '.jpg', '.webp', '.ico', '.pdf']);
const TITLES = /^((mr|mrs|ms|miss|dr|h\.?e|lok|sr|br|fr)\.?\s+)+/i;
/** What people write between digits. */
const GAP = '[\\s\\u00a0\\u200b.\\-()/]{0,3}';
const SHORTEST_NUMBER = 8;

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A number of this many digits, in international or national form, however it is divided. */
function numberPattern(national: string): string {
  const divided = [...national].join(GAP);
  return `(?<!\\d)(?:(?:\\+|00)?855${GAP}0?|0${GAP})${divided}(?!\\d)|(?<![\\d.])${national}(?!\\d)`;
}

/** The digits of a number behind the country code or the leading zero. */
function nationalDigits(number: string): string {
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  return digits.startsWith('855') ? digits.slice(3).replace(/^0/, '') : digits.replace(/^0/, '');
}

/** One thing that tells who a contact is. */
interface Clue {
  /** Its letters and digits alone: a quick look for these spares most files the slow one. */
  squeezed: string;
  pattern: string;
}

const squeeze = (text: string) => text.toLowerCase().replace(/[\s\u00a0\u200b.\-()/]+/g, '');

/** All that tells who the contact of a row is. */
function cluesOf({ person = '', person_as_printed, phone = '', phone_as_printed, email = '' }: Row): Clue[] {
  const printed = splitList(phone_as_printed);
  const numbers = [phone, ...printed]
    .map(nationalDigits)
    .filter((digits) => digits.length >= SHORTEST_NUMBER);
  // Too short to be told from other figures, unless it stands there as it was printed.
  const fragments = printed.filter((text) => /\d\D+\d/.test(text) && nationalDigits(text).length >= 6);
  const names = [person, ...splitList(person_as_printed)]
    .map((name) => name.trim().replace(TITLES, ''))
    .filter((name) => name !== '');
  return [
    ...[...new Set(numbers)].map((digits) => ({ squeezed: digits, pattern: numberPattern(digits) })),
    ...fragments.map((text) => ({
      squeezed: squeeze(text),
      pattern: `(?<!\\d)${escapePattern(text)}(?!\\d)`,
    })),
    ...names.map((name) => ({ squeezed: squeeze(name), pattern: namePattern(name) })),
    ...(email === '' ? [] : [{ squeezed: squeeze(email), pattern: escapePattern(email) }]),
  ];
}

function namePattern(name: string): string {
  return `(?<!\\p{L})${name.split(/\s+/).map(escapePattern).join('[\\s\\u00a0]+')}(?!\\p{L})`;
}

const expression = (pattern: string) => new RegExp(pattern, 'iu');

interface Secret {
  id: string;
  clues: Clue[];
}

/** Names and numbers that are public in another row are no secret in this one. */
function secretsFor(visible: readonly string[]): Secret[] {
  const contacts = allContacts();
  const open = new Set(
    contacts
      .filter(({ visibility = '' }) => visible.includes(visibility))
      .flatMap(cluesOf)
      .map(({ pattern }) => pattern),
  );
  return contacts
    .filter(({ visibility = '' }) => !visible.includes(visibility))
    .map((contact) => ({
      id: `${contact.file} ${contact.id}`,
      clues: cluesOf(contact).filter(({ pattern }) => !open.has(pattern)),
    }));
}

/** Names of places and organizations that hold a person's short name as one of their words. */
function harmlessPhrases(secrets: readonly Secret[]): RegExp {
  const patterns = secrets.flatMap(({ clues }) => clues.map(({ pattern }) => expression(pattern)));
  const phrases = ['organizations.csv', 'geography/provinces.csv', 'geography/places.csv']
    .flatMap((table) => readCsv(join(DATA, table)))
    .flatMap(({ name_en = '', acronym = '', aliases }) => [name_en, acronym, ...splitList(aliases)])
    .filter((phrase) =>
      patterns.some((pattern) => pattern.test(phrase) && phrase.replace(pattern, '') !== ''),
    );
  return new RegExp(phrases.map(escapePattern).join('|') || '(?!)', 'giu');
}

/** What is packed inside a file, opened: as letters alone it would hide everything and look like anything. */
function unpacked(text: string): string {
  return text.replace(/data:([\w/+-]+);base64,([\w/+=]+)/g, (_, type: string, packed: string) =>
    type === 'application/gzip' ? gunzipSync(Buffer.from(packed, 'base64')).toString('utf8') : type,
  );
}

/** Text as a reader sees it: packs opened, character references resolved, Khmer digits written as Western ones. */
function readable(text: string): string {
  return decode(unpacked(text)).replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
}

function leaks(folder: string, visible: readonly string[]): string[] {
  const secrets = secretsFor(visible);
  const harmless = harmlessPhrases(secrets);
  return listFiles(folder)
    .filter((file) => !BINARY.has(extname(file)))
    .flatMap((file) => {
      const text = `${file}\n${readable(readFileSync(join(folder, file), 'utf8'))}`.replace(harmless, '');
      const squeezed = squeeze(text);
      return secrets
        .filter(({ clues }) =>
          clues.some((clue) => squeezed.includes(clue.squeezed) && expression(clue.pattern).test(text)),
        )
        .map(({ id }) => `${file} shows ${id}`);
    });
}

describe('numberPattern', () => {
  const pattern = new RegExp(numberPattern('12345678'));
  it.each([
    '+85512345678',
    '012 34 56 78',
    '(012) 345-678',
    '00855 12 345 678',
    '012/345.678',
    '12345678',
    '"phone":85512345678',
  ])('finds %s', (text) => {
    expect(pattern.test(text)).toBe(true);
  });
  it.each(['0123456789', '112345678', '1.12345678', '12 345 678'])('leaves %s alone', (text) => {
    expect(pattern.test(text)).toBe(false);
  });
});

describe('unpacked', () => {
  it('opens what is packed', () => {
    const packed = gzipSync('Planted Canary').toString('base64');
    expect(unpacked(`<p>data:application/gzip;base64,${packed}</p>`)).toBe('<p>Planted Canary</p>');
    expect(unpacked('url(data:font/woff2;base64,AAAA)')).toBe('url(font/woff2)');
  });
});

describe('cluesOf', () => {
  const contact: Row = {
    person: 'Mr. Example Person',
    person_as_printed: 'Mr. Exampel Person',
    phone: '+85512345678',
    phone_as_printed: '012 34 56 78;345 678',
    email: 'person@example.org',
  };
  const pattern = expression(
    cluesOf(contact)
      .map((clue) => clue.pattern)
      .join('|'),
  );
  it.each([
    'ask Example Person',
    'EXAMPLE  PERSON, office',
    'Exampel Person',
    '012 34 56 78',
    'only 345 678 is legible',
    'Person@Example.org',
  ])('tell of "%s"', (text) => {
    expect(pattern.test(text)).toBe(true);
  });
  it.each(['Example Personnel', '345678', 'an example of a person'])('leave "%s" alone', (text) => {
    expect(pattern.test(text)).toBe(false);
  });
});

describe('the public site', () => {
  it('shows no contact that is for practitioners or withheld', () => {
    expect(leaks(inject('public').folder, ['public'])).toEqual([]);
  });
});

describe('the practitioner site', () => {
  it('shows no contact that is withheld', () => {
    expect(leaks(inject('practitioner').folder, ['public', 'practitioner'])).toEqual([]);
  });

  // Also proof that the search above would find what it looks for.
  it('shows contacts that the public site keeps back', () => {
    const kept = allContacts().filter(
      ({ visibility, phone }) => visibility === 'practitioner' && phone !== '',
    );
    const shown = leaks(inject('practitioner').folder, ['public']);
    expect(shown.length > 0).toBe(kept.length > 0);
  });
});
