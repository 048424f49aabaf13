/** A made-up site of any size with made-up secrets, the same for the same seed, and canaries in every form. */

import { strToU8, zipSync } from 'fflate';
import { type Secret, secretFrom } from '../../src/publish/gate/secrets.ts';
import { random } from './random.ts';

/** The values of one made-up contact. */
export interface Person {
  record: string;
  name: string;
  khmer: string;
  phone: string;
  email: string;
}

/** A canary: how a value is written, and the file that holds it. */
export interface Canary {
  form: string;
  path: string;
  record: string;
  bytes: Uint8Array;
}

/** No syllable of a name is one of the texts, so that nothing but canaries can be found. */
const NAME_SYLLABLES = 'vax qor zeb jux wix fyz gaq hox kyv pax tuz muq'.split(' ');
const TEXT_SYLLABLES = 'sa mo ri ne lu ta pe ko di ba se ho ran mel tor sin'.split(' ');
const NAME_CLUSTERS = 'ឆា ឍូ ឌី ឋេ ឈុ ឃៅ'.split(' ');
const TEXT_CLUSTERS = 'ក កា សេ វា ស្រុ ជា នៅ ទី និង រ៉ា'.split(' ');

/** Four values each: a name in two scripts, a number and an address. */
export function makePeople(count: number): Person[] {
  const next = random(1);
  const word = (pool: readonly string[], length: number) =>
    Array.from({ length }, () => pool[Math.floor(next() * pool.length)]).join('');
  return Array.from({ length: count }, (_, index) => ({
    record: `made-up/person-${index}`,
    name: `${word(NAME_SYLLABLES, 2)} ${word(NAME_SYLLABLES, 3)}`,
    khmer: `${word(NAME_CLUSTERS, 3)} ${word(NAME_CLUSTERS, 4)}`,
    // Looks made up: a 0 behind the code of the area.
    phone: `0230${String(99_000 - index).padStart(5, '0')}`,
    email: `${word(NAME_SYLLABLES, 3)}${index}@example.org`,
  }));
}

export function secretsOfPeople(people: readonly Person[]): Secret[] {
  return people.map(({ record, name, khmer, phone, email }) =>
    secretFrom(record, { names: [name, khmer], phones: [phone], emails: [email] }),
  );
}

/** The files of the site: pages in two languages, tables, and one script; about 85 % markup, as in the real one. */
export function* makeFiles(megabytes: number): Generator<{ path: string; bytes: Uint8Array }> {
  const next = random(2);
  const pick = <T>(pool: readonly T[]) => pool[Math.floor(next() * pool.length)] as T;
  const word = (pool: readonly string[]) =>
    Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(pool)).join('');
  const sentence = (pool: readonly string[], joint: string) =>
    Array.from({ length: 12 }, () => word(pool)).join(joint);
  const row = (index: number, khmer: boolean) => {
    const text = khmer ? sentence(TEXT_CLUSTERS, '\u200b') : sentence(TEXT_SYLLABLES, ' ');
    const id = `${word(TEXT_SYLLABLES)}-${index}`;
    return `<li class="card" data-service="${id}" data-match="not-stated"><h3><a href="/${khmer ? 'km' : 'en'}/organizations/${id}/">${text}</a></h3><svg viewBox="0 0 24 24"><path d="M${(next() * 99).toFixed(1)} ${(next() * 99).toFixed(1)}h${(next() * 9).toFixed(1)}z"/></svg><p data-age="stale">023 7${Math.floor(next() * 90_000 + 10_000)} &amp; ${text}&nbsp;(p. ${Math.floor(next() * 90)}, 20${Math.floor(next() * 20 + 10)})</p></li>\n`;
  };
  const wanted = megabytes * 1e6;
  let made = 0;
  for (let number = 0; made < wanted; number++) {
    const khmer = number % 2 === 1;
    const table = number % 12 === 11;
    const rows = Array.from({ length: 60 }, (_, index) =>
      table
        ? `${JSON.stringify({ id: `${word(TEXT_SYLLABLES)}-${index}`, note_en: sentence(TEXT_SYLLABLES, ' '), note_km: sentence(TEXT_CLUSTERS, ''), phone: `+855237${Math.floor(next() * 90_000 + 10_000)}`, page: Math.floor(next() * 300) })},\n`
        : row(index, khmer),
    ).join('');
    const path = table ? `data/table-${number}.json` : `${khmer ? 'km' : 'en'}/page-${number}/index.html`;
    const bytes = Buffer.from(
      table
        ? `[${rows}{}]`
        : `<!doctype html><html lang="${khmer ? 'km' : 'en'}"><body><ul>${rows}</ul></body></html>`,
    );
    made += bytes.length;
    yield { path, bytes };
  }
}

/** One file for each form in which a value can be hidden. */
export function makeCanaries(people: readonly Person[]): Canary[] {
  const forms: [form: string, path: string, write: (person: Person) => string | Uint8Array][] = [
    ['as it is', 'plain.html', ({ phone }) => `<p>${phone}</p>`],
    ['name, in capitals', 'capitals.html', ({ name }) => `<p>${name.toUpperCase()}</p>`],
    [
      'number, in groups',
      'groups.html',
      ({ phone }) => `<p>${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}</p>`,
    ],
    [
      'number, with country code',
      'country.html',
      ({ phone }) => `<p>+855 ${phone.slice(1, 3)}-${phone.slice(3)}</p>`,
    ],
    [
      'number, Khmer digits',
      'khmer-digits.html',
      ({ phone }) => phone.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit))),
    ],
    ['number, markup inside', 'markup.html', ({ phone }) => `${phone.slice(0, 3)}<b>${phone.slice(3)}</b>`],
    ['number without its zero', 'cell.csv', ({ phone }) => `id,phone\n1,${phone.slice(1)}\n`],
    ['Khmer name, no space', 'khmer.html', ({ khmer }) => `<p>${khmer.replace(' ', '')}</p>`],
    [
      'Khmer name, zero-width spaces',
      'khmer-parted.html',
      ({ khmer }) => `<p>${[...khmer.split(' ')].join('\u200b')}</p>`,
    ],
    [
      'name, character references',
      'references.html',
      ({ name }) => [...name].map((one) => `&#${one.charCodeAt(0)};`).join(''),
    ],
    [
      'name, script escapes',
      'escapes.js',
      ({ name }) =>
        `"${[...name].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
    ],
    [
      'e-mail, percent signs',
      'address.html',
      ({ email }) => `<a href="mailto:${email.replace('@', '%40')}">`,
    ],
    [
      'name, base64 data address',
      'data-address.html',
      ({ name }) =>
        `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg><title>${name}</title></svg>`).toString('base64')}">`,
    ],
    ['name, UTF-16', 'wide.txt', ({ name }) => Buffer.from(`\ufeff${name}`, 'utf16le')],
    ['name, in a ZIP', 'all.zip', ({ name }) => zipSync({ 'a.txt': strToU8(`${name} `.repeat(3)) })],
    [
      'number, cell of an XLSX',
      'table.xlsx',
      ({ phone }) =>
        zipSync({
          'xl/worksheets/sheet1.xml': strToU8(
            `<sheetData><c r="A1"><v>${phone.slice(1)}</v></c></sheetData>`,
          ),
        }),
    ],
    ['name, in a file name', '', ({ name }) => name],
  ];
  return forms.map(([form, path, write], index) => {
    const person = people[index * 7] as Person;
    return {
      form,
      path: path === '' ? `canaries/${person.name.replace(' ', '-')}.txt` : `canaries/${path}`,
      record: person.record,
      bytes: path === '' ? new Uint8Array() : Buffer.from(write(person)),
    };
  });
}
