/**
 * Damaged variants of the tables and settings of a directory: what editors, spreadsheets, transfers and attackers do to a file.
 * Every variant is made from numbers that fast-check chooses, so the same seed makes the same ones again.
 */
import fc from 'fast-check';
import { HARMLESS, REFUSED } from '../hostile-texts.ts';

/** Which file is damaged and how. Numbers only, so that a report of it repeats nothing of the data. */
export interface Plan {
  file: string;
  change: string;
  dice: readonly [number, number, number, number];
}

/** A file as bytes and, where it is a table, as cells. */
export interface Original {
  file: string;
  bytes: Uint8Array;
  /** Empty for a JSON file. */
  rows: string[][];
}

/** Numbers of which a change takes what it needs. */
type Dice = readonly number[];
export type Change = (original: Original, dice: Dice) => Uint8Array;

const TEXTS = [
  ...Object.values(HARMLESS),
  ...Object.values(REFUSED).map(({ text }) => text.slice(0, 6000)),
  '\ufffd',
  'Сlіnіс',
  '',
  ' ',
  ';',
  ';;a;',
  '0',
  '-1',
  '1e9',
  '9'.repeat(400),
  'yes;no',
  'KH-1;KH-1',
  'KH-99',
  '2010-02-30',
  '8/12/2010',
  '2999-01-01',
  '+855',
  '+85500000000',
  '012 000 000',
  '+8551200000E+11',
  'name at example.org',
  'TRUE',
  '#REF!',
  'Example Clinic',
];

const encode = (text: string) => new TextEncoder().encode(text);
const pick = <T>(from: readonly T[], die: number | undefined): T => from[(die ?? 0) % from.length] as T;

/** Cells as a CSV file, quoted where it is needed and sometimes where it is not. */
function write(rows: readonly (readonly string[])[], { end = '\n', delimiter = ',' } = {}): Uint8Array {
  const cell = (text: string) => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return encode(rows.map((row) => row.map(cell).join(delimiter) + end).join(''));
}

/** Replaces bytes, keeping the rest. */
function splice(bytes: Uint8Array, start: number, drop: number, insert: ArrayLike<number> = []): Uint8Array {
  const at = start % (bytes.length + 1);
  const rest = bytes.subarray(Math.min(bytes.length, at + drop));
  const made = new Uint8Array(at + insert.length + rest.length);
  made.set(bytes.subarray(0, at));
  made.set(Array.from(insert), at);
  made.set(rest, at + insert.length);
  return made;
}

/** Changes one cell below the header, or in it where the row is told to be. */
function changeCell(
  { rows }: Original,
  [row = 0, column = 0]: Dice,
  change: (cell: string) => string,
): string[][] {
  const made = rows.map((cells) => [...cells]);
  const cells = pick(made, row);
  const index = column % cells.length;
  cells[index] = change(cells[index] ?? '');
  return made;
}

function swap<T>(list: T[], a: number, b: number): T[] {
  const [x, y] = [a % list.length, b % list.length];
  [list[x], list[y]] = [list[y] as T, list[x] as T];
  return list;
}

const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What can happen to the bytes of any file. */
export const BYTE_CHANGES: Record<string, Change> = {
  'a byte flipped': ({ bytes }, [at = 0, bit = 0]) =>
    splice(bytes, at % bytes.length, 1, [(bytes[at % bytes.length] ?? 0) ^ (1 << (bit % 8))]),
  'a byte dropped': ({ bytes }, [at = 0]) => splice(bytes, at, 1),
  'bytes dropped': ({ bytes }, [at = 0, count = 0]) => splice(bytes, at, count % 400),
  'a byte put in': ({ bytes }, [at = 0, byte = 0]) => splice(bytes, at, 0, [byte % 256]),
  'a sign put in': ({ bytes }, [at = 0, sign = 0]) =>
    splice(
      bytes,
      at,
      0,
      encode(pick(['"', ',', '\n', '\r', ';', '\t', "'", '{', '}', '[', ':', '\\', '\0'], sign)),
    ),
  'a text put in': ({ bytes }, [at = 0, text = 0]) => splice(bytes, at, 0, encode(pick(TEXTS, text))),
  'bytes repeated': ({ bytes }, [from = 0, count = 0, to = 0]) => {
    const start = from % bytes.length;
    return splice(bytes, to, 0, bytes.subarray(start, start + (count % 2000)));
  },
  'the end cut off': ({ bytes }, [at = 0]) => bytes.slice(0, at % (bytes.length + 1)),
  'the start cut off': ({ bytes }, [at = 0]) => bytes.slice(at % Math.min(bytes.length, 2000)),
  'nothing but one byte again and again': (_, [byte = 0, count = 0]) =>
    new Uint8Array(count % 5000).fill(byte % 256),
  'a byte-order mark': ({ bytes }, [count = 0]) =>
    splice(bytes, 0, 0, encode('\ufeff'.repeat(1 + (count % 3)))),
  'lines ended by CR and LF': ({ bytes }) => encode(asText(bytes).replaceAll('\n', '\r\n')),
  'lines ended by CR': ({ bytes }) => encode(asText(bytes).replaceAll('\n', '\r')),
  'UTF-16': ({ bytes }, [mark = 0]) =>
    new Uint8Array(Buffer.from(`${mark % 2 === 0 ? '\ufeff' : ''}${asText(bytes)}`, 'utf16le')),
  'Windows-1252': ({ bytes }, [at = 0]) =>
    splice(new Uint8Array(Buffer.from(asText(bytes), 'latin1')), at, 0, [0xe9]),
  'letters written twice over': ({ bytes }) => encode(Buffer.from(bytes).toString('latin1')),
  'every letter in capitals': ({ bytes }) => encode(asText(bytes).toUpperCase()),
  'random letters': (_, [from = 0, count = 0, step = 0]) =>
    encode(
      Array.from({ length: count % 300 }, (_, n) =>
        String.fromCodePoint((from + n * (step + 1)) % 0xd800),
      ).join(''),
    ),
};

/** What can happen to the cells of a table. */
export const CELL_CHANGES: Record<string, Change> = {
  'a text in a cell': (original, dice) => write(changeCell(original, dice, () => pick(TEXTS, dice[2]))),
  'a text before a cell': (original, dice) =>
    write(changeCell(original, dice, (cell) => pick(TEXTS, dice[2]) + cell)),
  'a text inside a cell': (original, dice) =>
    write(
      changeCell(original, dice, (cell) => {
        const at = (dice[3] ?? 0) % (cell.length + 1);
        return cell.slice(0, at) + pick(TEXTS, dice[2]) + cell.slice(at);
      }),
    ),
  'a random letter in a cell': (original, dice) =>
    write(
      changeCell(original, dice, (cell) => {
        const at = (dice[3] ?? 0) % (cell.length + 1);
        return cell.slice(0, at) + String.fromCodePoint((dice[2] ?? 0) % 0x11_0000) + cell.slice(at);
      }),
    ),
  'a huge cell': (original, dice) =>
    write(
      changeCell(original, dice, (cell) =>
        (cell || 'x').repeat(1 + ((dice[2] ?? 0) % 20_000)).slice(0, 400_000),
      ),
    ),
  'an empty cell': (original, dice) => write(changeCell(original, dice, () => '')),
  'a cell in capitals': (original, dice) => write(changeCell(original, dice, (cell) => cell.toUpperCase())),
  'a cell cut short': (original, dice) =>
    write(changeCell(original, dice, (cell) => cell.slice(0, (dice[2] ?? 0) % (cell.length + 1)))),
  'two cells of a row swapped': ({ rows }, [row = 0, a = 0, b = 0]) =>
    write(rows.map((cells, index) => (index === row % rows.length ? swap([...cells], a, b) : cells))),
  'a cell taken from another row': (original, dice) =>
    write(changeCell(original, dice, () => pick(pick(original.rows, dice[2]), dice[3]))),
  'a cell of a whole column changed': ({ rows }, [column = 0, text = 0]) =>
    write(
      rows.map((cells, index) =>
        cells.map((cell, n) => (index > 0 && n === column % cells.length ? pick(TEXTS, text) : cell)),
      ),
    ),
  'two columns swapped': ({ rows }, [a = 0, b = 0]) => write(rows.map((cells) => swap([...cells], a, b))),
  'two headers swapped': ({ rows: [header = [], ...rest] }, [a = 0, b = 0]) =>
    write([swap([...header], a, b), ...rest]),
  'a header changed': ({ rows: [header = [], ...rest] }, [column = 0, text = 0]) =>
    write([header.map((cell, n) => (n === column % header.length ? pick(TEXTS, text) : cell)), ...rest]),
  'a header misspelt': ({ rows: [header = [], ...rest] }, [column = 0, at = 0]) =>
    write([
      header.map((cell, n) =>
        n === column % header.length
          ? cell.slice(0, at % cell.length) + cell.slice((at % cell.length) + 1)
          : cell,
      ),
      ...rest,
    ]),
  'a header twice': ({ rows: [header = [], ...rest] }, [a = 0, b = 0]) =>
    write([header.map((cell, n) => (n === a % header.length ? pick(header, b) : cell)), ...rest]),
  'no header': ({ rows }) => write(rows.slice(1)),
  'a column dropped': ({ rows }, [column = 0]) =>
    write(rows.map((cells) => cells.filter((_, n) => n !== column % cells.length))),
  'a column added': ({ rows }, [column = 0, text = 0]) =>
    write(rows.map((cells) => cells.toSpliced(column % (cells.length + 1), 0, pick(TEXTS, text)))),
  'the cells of a row shifted': ({ rows }, [row = 0, at = 0, text = 0]) =>
    write(
      rows.map((cells, index) =>
        index === row % rows.length ? cells.toSpliced(at % cells.length, 0, pick(TEXTS, text)) : cells,
      ),
    ),
  'a cell of a row dropped': ({ rows }, [row = 0, at = 0]) =>
    write(
      rows.map((cells, index) =>
        index === row % rows.length ? cells.toSpliced(at % cells.length, 1) : cells,
      ),
    ),
  'a row twice': ({ rows }, [row = 0, to = 0]) =>
    write(rows.toSpliced(1 + (to % rows.length), 0, pick(rows, row))),
  'a row dropped': ({ rows }, [row = 0]) => write(rows.toSpliced(row % rows.length, 1)),
  'rows in another order': ({ rows: [header = [], ...rest] }, [a = 0, b = 0]) =>
    write([header, ...swap([...rest], a, b)]),
  'empty rows': ({ rows }, [at = 0, count = 0]) =>
    write(rows.toSpliced(1 + (at % rows.length), 0, ...Array.from({ length: count % 20 }, () => ['', '']))),
  'many rows': ({ rows }, [row = 0, count = 0]) =>
    write([...rows, ...Array.from({ length: count % 300 }, () => pick(rows, row))]),
  'quotes left open': ({ bytes, rows }, [row = 0]) => {
    const start = asText(bytes)
      .split('\n')
      .slice(0, row % rows.length)
      .join('\n').length;
    return splice(bytes, start + 1, 0, encode('"'));
  },
  'semicolons between cells': ({ rows }) => write(rows, { delimiter: ';' }),
  'tabs between cells': ({ rows }) => write(rows, { delimiter: '\t' }),
};

/** What can happen to the settings. */
export const JSON_CHANGES: Record<string, Change> = {
  'a value changed': (original, dice) => changeJson(original, dice, () => pick(VALUES, dice[1])),
  'a text for a value': (original, dice) => changeJson(original, dice, () => pick(TEXTS, dice[1])),
  'a value dropped': (original, dice) => changeJson(original, dice, () => undefined),
  'a key added': ({ bytes }, [name = 0, value = 0]) =>
    encode(
      JSON.stringify({
        ...JSON.parse(asText(bytes)),
        [pick(['titel_en', 'x', '', 'a.b', '1', 'toString', pick(TEXTS, value)], name)]: pick(VALUES, value),
      }),
    ),
  'a key of objects': ({ bytes }, [name = 0]) =>
    encode(asText(bytes).replace('{', `{ "${pick(['__proto__', 'constructor'], name)}": {"title_en": "x"},`)),
  'a list': ({ bytes }) => encode(`[${asText(bytes)}]`),
  'half a character': ({ bytes }, [at = 0]) => {
    const quotes = [...asText(bytes).matchAll(/"/g)].map(({ index }) => index + 1);
    const start = pick(quotes, at);
    return encode(`${asText(bytes).slice(0, start)}\\ud83d${asText(bytes).slice(start)}`);
  },
};

const VALUES = [null, 0, -1, 1.5, 1e300, true, '', [], {}, ['en'], ['en', 'en'], ['xx'], { a: 1 }, [[[]]]];

/** Replaces one value, wherever it stands. */
function changeJson({ bytes }: Original, [at = 0]: Dice, change: () => unknown): Uint8Array {
  let count = 0;
  JSON.parse(asText(bytes), (_, value) => {
    count++;
    return value;
  });
  let seen = 0;
  const made = JSON.parse(asText(bytes), (_, value) => (seen++ === at % count ? change() : value));
  return encode(JSON.stringify(made, null, 2) ?? '');
}

/** Plans for damaging one of the files in one of the ways. */
export function plans(originals: readonly Original[], changes: Record<string, Change>): fc.Arbitrary<Plan> {
  const die = fc.noBias(fc.nat());
  return fc.record({
    file: fc.constantFrom(...originals.map(({ file }) => file)),
    change: fc.constantFrom(...Object.keys(changes)),
    dice: fc.tuple(die, die, die, die),
  });
}

/** The damaged file of a plan. */
export function damage(
  originals: readonly Original[],
  changes: Record<string, Change>,
  plan: Plan,
): Uint8Array {
  const original = originals.find(({ file }) => file === plan.file);
  const change = changes[plan.change];
  if (original === undefined || change === undefined)
    throw new Error(`There is no ${plan.file} or "${plan.change}".`);
  return change(original, plan.dice);
}
