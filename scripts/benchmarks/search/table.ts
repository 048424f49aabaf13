/** What was measured, as Markdown. */
import { LINE_KINDS } from './lines.ts';
import type { Measured, Score } from './measure.ts';
import type { SiteMeasured } from './opening.ts';
import type { Over } from './search-set.ts';

/** Measured in Node, with the bytes of the index where it can be written. */
export interface Weighed extends Measured {
  bytes: Partial<Record<Over, number>>;
}

const OURS = 'this site';
const SHOWN_LOST = 3;

/** Tables of a set as Node answered it: how well and how fast, the kinds of lines, and lines that this site loses. */
export function nodeTables(measured: readonly Weighed[]): string {
  return [
    table([...COLUMNS, ...INDEX], measured),
    'Recall@5 by kind of line:',
    kinds(measured),
    ...lost(measured),
  ].join('\n\n');
}

/** The table of a set as a page answered it; what it answers is the same as in Node. */
export function browserTable(measured: readonly Measured[]): string {
  return table(COLUMNS, measured);
}

/** How soon the built page answers, and what searching costs in bytes. */
export function siteTables({ pages, line, bytes }: SiteMeasured): string {
  const rows = [
    ...pages.flatMap(({ address, ours, plain }) => [
      { address: code(address), page: 'this site', opened: ours },
      { address: code(address), page: 'the same cards with Fuse.js', opened: plain },
    ]),
    { address: '–', page: 'one line of text', opened: line },
  ];
  const middle = (of: 'begun' | 'answered') => (row: (typeof rows)[number]) =>
    milliseconds(quantile(row.opened[of], 0.5));
  return [
    'From the opening of a shared address to the first frame with a result, the page around it included. The goal is 200 ms; the last line shows what of them the machine takes for a page that is one line of text.',
    table(
      [
        ['Address', ({ address }) => address],
        ['Page', ({ page }) => page],
        ['Scripts begin, ms', middle('begun')],
        ['Answer, fastest ms', ({ opened }) => milliseconds(opened.answered[0])],
        ['Answer, middle ms', middle('answered')],
        ['Answer, slowest ms', ({ opened }) => milliseconds(opened.answered.at(-1))],
      ],
      rows,
    ),
    table(
      [
        ['With brotli 11', ({ what }) => what],
        ['Bytes', ({ size }) => size.toLocaleString('en')],
        ['Bar', ({ bar }) => bar],
      ],
      [
        { what: 'Code that finds, with Fuse.js', size: bytes.search, bar: '20,000' },
        { what: 'All code of the finder: that, the form, chips, cards and keys', size: bytes.code, bar: '–' },
        { what: 'Index', size: bytes.index, bar: '40,000' },
        { what: 'Words of chips and sentences', size: bytes.words, bar: '–' },
        { what: 'The whole page, with every card and the index', size: bytes.page, bar: '–' },
      ],
    ),
  ].join('\n\n');
}

type Column<Row> = [title: string, cell: (row: Row) => string];

const COLUMNS: readonly Column<Measured>[] = [
  ['Search', ({ contender }) => contender],
  ['Recall@1', (row) => mean(row, 'at1')],
  ['Recall@5', (row) => mean(row, 'at5')],
  ['MRR', (row) => mean(row, 'reciprocal')],
  ['p50 ms', ({ keystrokes }) => milliseconds(quantile(keystrokes, 0.5))],
  ['p95 ms', ({ keystrokes }) => milliseconds(quantile(keystrokes, 0.95))],
  ['max ms', ({ keystrokes }) => milliseconds(quantile(keystrokes, 1))],
  ['Start, names ms', ({ start }) => milliseconds(start.organizations)],
  ['Start, services ms', ({ start }) => milliseconds(start.services)],
  ['Lines', answered],
];

const INDEX: readonly Column<Weighed>[] = [
  ['Index, names', ({ bytes }) => kilobytes(bytes.organizations)],
  ['Index, services', ({ bytes }) => kilobytes(bytes.services)],
];

/** A kind in which nothing was measured has no figure, and takes no part in the mean of the others. */
function mean({ scores }: Measured, key: keyof Score): string {
  const asked = LINE_KINDS.map((kind) => scores[kind]).filter(({ lines }) => lines > 0);
  if (asked.length === 0) return '–';
  const means = asked.map((score) => score[key] / score.lines);
  const share = means.reduce((sum, one) => sum + one, 0) / means.length;
  return asked.length === LINE_KINDS.length ? fraction(share) : `(${fraction(share)})`;
}

function answered({ scores, wanted }: Measured): string {
  const done = LINE_KINDS.reduce((sum, kind) => sum + scores[kind].lines, 0);
  return done === wanted
    ? done.toLocaleString('en')
    : `${done.toLocaleString('en')} of ${wanted.toLocaleString('en')}, not finished`;
}

function kinds(measured: readonly Measured[]): string {
  const columns: Column<(typeof LINE_KINDS)[number]>[] = [
    ['Line', (kind) => kind],
    ['Lines', (kind) => Math.max(...measured.map(({ scores }) => scores[kind].lines)).toLocaleString('en')],
    ...measured.map(
      ({ contender, scores }): Column<(typeof LINE_KINDS)[number]> => [
        contender,
        (kind) => {
          const { lines, at5 } = scores[kind];
          return lines === 0 ? 'not finished' : fraction(at5 / lines);
        },
      ],
    ),
  ];
  return table(columns, LINE_KINDS);
}

function lost(measured: readonly Measured[]): string[] {
  const ours = measured.find(({ contender }) => contender === OURS);
  const shown = LINE_KINDS.flatMap((of) =>
    (ours?.lost ?? []).filter(({ kind }) => kind === of).slice(0, SHOWN_LOST),
  );
  if (shown.length === 0) return [];
  return [
    'Lines that this site does not answer among the first five:',
    table(
      [
        ['Kind', ({ kind }) => kind],
        ['Typed', ({ text }) => code(text)],
        ['Asked for', ({ wanted }) => code(wanted)],
        ['Found first', ({ first }) => (first === undefined ? 'nothing' : code(first))],
      ],
      shown,
    ),
  ];
}

/** Invisible spaces would not be seen in the report, and a bar would end the cell. */
function code(text: string): string {
  return `\`${text.replace(/\u200b/g, '').replaceAll('|', '/')}\``;
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(([title]) => title)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join('\n');
}

/** A value of a sorted list at a share of its length; 1 is the last. */
export function quantile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function fraction(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}

function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–';
  return value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}
