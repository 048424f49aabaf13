/** Hostile texts in every column and every setting: refused with a sentence, or let through to be made harmless. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Problem } from '../../src/dataset/problem.ts';
import { readSettings } from '../../src/dataset/read-settings.ts';
import { readTable } from '../../src/dataset/read-table.ts';
import { reportText } from '../../src/dataset/report/text.ts';
import { editionSchema, settingsSchema } from '../../src/schema/settings.ts';
import { exampleCell, listTablesOfTexts } from './free-text.ts';
import { HARMLESS, REFUSED, WARNED } from './hostile-texts.ts';

const TABLES = listTablesOfTexts('2010');
const COLUMNS = TABLES.flatMap((table) => table.texts.map((column) => ({ ...table, column })));
/** What no report may hold, whatever it is about. */
const RAW = /[[\p{Cc}--\n]\p{Cs}\p{Co}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/v;

const encode = (text: string) => new TextEncoder().encode(text);

/** A table of one sound row in which one cell holds the text. */
function readWith({ file, row }: (typeof TABLES)[number], column: string, text: string): Problem[] {
  const columns = Object.keys(row.shape);
  const cells = columns.map((name) => (name === column ? text : exampleCell(row, name)));
  return readTable(encode(Papa.unparse([columns, cells])), `data/${file}`, row).problems;
}

describe('a cell', () => {
  it('is free text in most columns', () => {
    expect(COLUMNS.length).toBeGreaterThan(60);
  });

  it.each(Object.entries(REFUSED))('with %s is refused in every column', (_, { text, code, says }) => {
    for (const { column, ...table } of COLUMNS) {
      const problems = readWith(table, column, text).filter(({ code }) => code !== 'empty-cell');
      expect(problems, `${table.file} ${column}`).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code, level: 'error', file: `data/${table.file}`, row: 2, column });
      expect(problems[0]?.columnLetter).toMatch(/^[A-Z]+$/);
      expect(problems[0]?.message).toMatch(says);
      expect(reportText(problems)).not.toMatch(RAW);
    }
  });

  it.each(Object.entries(HARMLESS))('with %s is let through', (name, text) => {
    for (const { column, ...table } of COLUMNS) {
      const problems = readWith(table, column, text);
      const expected = WARNED.includes(name) ? ['warning markup-in-text 2'] : [];
      expect(
        problems.map(({ level, code, row }) => `${level} ${code} ${row}`),
        `${table.file} ${column}`,
      ).toEqual(expected);
    }
  });

  it.each([
    [
      'id',
      [
        '..',
        '../x',
        'a/b',
        'a\\b',
        'con',
        'nul.a',
        'index',
        'constructor',
        '.',
        'a.',
        'A',
        'a'.repeat(81),
        '__proto__',
        'ａ',
      ],
      'not-an-id',
    ],
    [
      'website',
      [
        'javascript:alert(1)',
        'data:text/html,x',
        'https://a:b@example.org',
        'https://example.org@planted.example',
        'http://exa mple.org',
        'ftp://example.org',
        '//example.org',
        'https://',
        'example',
        'www.example.org/"onclick=',
        'www.example.org/<b>',
        'https://example.org\\@planted.example',
      ],
      'not-a-web-address',
    ],
  ] as const)('that is %s has to be one', (column, values, code) => {
    const table = TABLES.find(({ name }) => name === 'organizations') as (typeof TABLES)[number];
    for (const value of values) {
      const problems = readWith(table, column, value).filter(({ level }) => level === 'error');
      expect(
        problems.map((problem) => `${problem.code} ${problem.row} ${problem.column}`),
        value,
      ).toEqual([`${code} 2 ${column}`]);
    }
  });

  it.each([
    'www.example.org',
    'https://www.example.org/a?b=c#d',
    'http://example.org:8080/',
    'ឧទាហរណ៍.example',
  ])('may be the address %s', (address) => {
    const table = TABLES.find(({ name }) => name === 'organizations') as (typeof TABLES)[number];
    expect(readWith(table, 'website', address)).toEqual([]);
  });
});

describe('a header', () => {
  const table = z.object({ id: z.string().optional(), name: z.string().optional() });

  it.each(Object.entries(REFUSED).filter(([name]) => name !== 'nothing to see'))(
    'with %s is refused',
    (_, { text, code, says }) => {
      const { problems } = readTable(encode(`id,"${text}"\na,b\n`), 'data/x.csv', table);
      expect(problems[0]).toMatchObject({ code, row: 1, columnLetter: 'B' });
      expect(problems[0]?.message).toMatch(says);
      expect(reportText(problems)).not.toMatch(RAW);
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be named %s', (name) => {
    const { problems } = readTable(encode(`id,${name}\na,b\n`), 'data/x.csv', table);
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['unknown-column', 1, name],
    ]);
  });
});

describe('a setting', () => {
  const good = {
    title_en: 'Example',
    title_km: 'ឧទាហរណ៍',
    country: 'KH',
    country_en: 'Exampleland',
    country_km: 'ឧទាហរណ៍',
    languages: ['en', 'km'],
    current_edition: '2010',
    freshness: { fresh_months: 12, due_months: 24 },
    exit_url: 'https://example.org/',
    data_licence: 'CC0 1.0',
  };
  const about = {
    id: '2010',
    title_en: 'Example',
    title_km: 'ឧទាហរណ៍',
    date: '2010',
    publisher: 'Example',
    kind: 'forum',
    status: 'draft',
    scope_en: 'Example',
    scope_km: 'ឧទាហរណ៍',
    source: 'forum-2010',
    provinces: ['KH-91'],
    boundaries: 'example.topo.json',
  };
  const free = [
    ...['title_en', 'title_km', 'country_en', 'country_km', 'data_licence', 'khmer_reviewed_by'].map(
      (key) => ({ key, values: good, schema: settingsSchema }),
    ),
    ...['title_en', 'title_km', 'publisher', 'scope_en', 'scope_km'].map((key) => ({
      key,
      values: about,
      schema: editionSchema,
    })),
  ];
  const read = (values: object, schema: z.ZodObject) =>
    readSettings(encode(JSON.stringify(values, null, 2)), 'data/x.json', schema).problems;

  it.each([
    ...Object.entries(REFUSED),
    [
      'half a character',
      { text: '\ud800', code: 'unsafe-character', says: /U\+D800, which is half of a character/ },
    ] as const,
  ])('with %s is refused', (_, { text, code, says }) => {
    for (const { key, values, schema } of free) {
      const problems = read({ ...values, [key]: text }, schema);
      expect(problems.map((problem) => [problem.code, problem.column])).toEqual([[code, key]]);
      expect(problems[0]?.line).toBeGreaterThan(1);
      expect(problems[0]?.message).toMatch(says);
      expect(reportText(problems)).not.toMatch(RAW);
    }
  });

  it.each(Object.entries(HARMLESS))('with %s is let through', (name, text) => {
    for (const { key, values, schema } of free) {
      const codes = read({ ...values, [key]: text }, schema).map(({ code }) => code);
      expect(codes).toEqual(WARNED.includes(name) ? ['markup-in-text'] : []);
    }
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'www.example.org',
    'https://a:b@example.org/',
    'https://example.org/ ',
    ' https://example.org/',
    'https://example.org/\u202e',
    'ht\ntp://example.org/',
    '//example.org',
  ])('that leads away is not %j', (address) => {
    const problems = read({ ...good, exit_url: address }, settingsSchema);
    expect(problems.map(({ code, column }) => `${code} ${column}`)).toContain('bad-setting exit_url');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('is not named %s', (name) => {
    const json = JSON.stringify(good).replace('{', `{"${name}": {"title_en": "x"}, `);
    const { settings, problems } = readSettings(encode(json), 'data/x.json', settingsSchema);
    expect(problems.map(({ code, column }) => `${code} ${column}`)).toEqual([`unknown-setting ${name}`]);
    expect(settings.values).toBeUndefined();
  });

  it.each([
    ['brackets without end', '['.repeat(200_000)],
    ['objects without end', '{"a":'.repeat(200_000)],
    ['a text of five million characters that never ends', `{"a": "${'x\\n'.repeat(2_500_000)}`],
  ])('file of %s is no JSON', (_, json) => {
    const { problems } = readSettings(encode(json), 'data/x.json', settingsSchema);
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['not-json 1']);
  });
});
