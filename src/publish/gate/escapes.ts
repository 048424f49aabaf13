/**
 * One text, read as the programs that show it would: character references, escapes of scripts and styles, addresses
 * with percent signs, numbers as spreadsheets shorten them, and the text between the tags.
 */
import { CUT, Unreadable } from './reading.ts';
import { BLOCK_JOINT, INLINE_JOINT } from './skeleton.ts';

/** Escapes inside escapes ("&amp;#48;") are undone so many times; nothing that is published has nearly as many. */
const MOST_LAYERS = 20;
/** Around an escape so much of the text is read again, more than any value is long. */
const NEAR = 300;

/** Character references by name that stand for something people write in names, numbers and addresses. */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  numsp: ' ',
  puncsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  nobreak: '\u2060',
  zerowidthspace: '\u200b',
  lrm: '\u200e',
  rlm: '\u200f',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  minus: '-',
  plus: '+',
  period: '.',
  comma: ',',
  colon: ':',
  semi: ';',
  sol: '/',
  bsol: '\\',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  lbrack: '[',
  rbrack: ']',
  lowbar: '_',
  commat: '@',
  num: '#',
  equals: '=',
  middot: '·',
  bull: '•',
  tab: '\t',
  newline: '\n',
  excl: '!',
  quest: '?',
  ast: '*',
  percnt: '%',
  dollar: '$',
  verbar: '|',
  rsquo: '’',
  lsquo: '‘',
  szlig: 'ß',
  aelig: 'æ',
  oelig: 'œ',
};
/** "&eacute;" and its like: the letter alone, as the search drops accents anyway. */
const ACCENTED = /^([a-z])(?:acute|grave|circ|tilde|uml|cedil|ring|caron|slash|breve|macr|ogon)$/i;

const ESCAPE = new RegExp(
  [
    // Those that `plainReference` knows are read without being undone.
    '&(?!nbsp;|quot;|#39;|#34;|amp;(?![#a-z]))(?:#x?[0-9a-f]{1,7}|[a-z]{2,24});?',
    '\\\\u\\{[0-9a-f]{1,6}\\}',
    '\\\\u[0-9a-f]{4}',
    '\\\\x[0-9a-f]{2}',
    '\\\\[0-9a-f]{2,6} ?',
    '\\\\[\\s\\S]',
    '(?:%[0-9a-f]{2})+',
  ].join('|'),
  'gi',
);
const OCTAL = /(?:\\[0-3][0-7]{2}){2,}/g;
const QUOTED_PRINTABLE = /quoted-printable/i;
const SHORTENED = /(?<![\w.])\d+(?:\.\d+)?e\+?\d{1,2}(?!\w)/gi;
const HEXADECIMAL = /(?<!\w)0x[0-9a-f]{5,13}(?!\w)/gi;

/** Every way to read a text, the text itself first. Only what an escape stands near to is read again. */
export function* readingsOf(text: string): Generator<string> {
  let layer = text;
  for (let i = 0; layer !== ''; i++) {
    if (i > MOST_LAYERS)
      throw new Unreadable(`is escaped more than ${MOST_LAYERS} times over. Write it plainly.`);
    yield layer;
    if (layer.includes('<')) yield withoutMarkup(layer);
    if (layer.includes('/*')) yield layer.replace(/\/\*[\s\S]{0,500}?\*\//g, INLINE_JOINT);
    layer = around(layer, ESCAPE, undoEscape);
  }
  for (const [pattern, undo] of RARE) {
    const reading = around(text, pattern, undo);
    if (reading !== '') yield reading;
  }
  if (QUOTED_PRINTABLE.test(text)) {
    yield text.replace(/=\r?\n/g, '').replace(/(?:=[0-9a-f]{2})+/gi, (run) => fromHex(run.replace(/=/g, '')));
  }
}

const RARE: readonly [RegExp, (match: string) => string][] = [
  [OCTAL, (run) => fromBytes((run.match(/[0-7]+/g) ?? []).map((octal) => Number.parseInt(octal, 8)))],
  [SHORTENED, inFull],
  [HEXADECIMAL, inFull],
];

/** The neighbourhoods of all matches, with the matches replaced; empty where there are none. */
function around(text: string, pattern: RegExp, replace: (match: string) => string): string {
  let reading = '';
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const replaced = replace(match[0]);
    if (replaced === match[0]) continue;
    if (reading === '' || start - done > 2 * NEAR) {
      if (reading !== '') reading += text.slice(done, done + NEAR) + CUT;
      done = Math.max(done, start - NEAR);
    }
    reading += text.slice(done, start) + replaced;
    done = start + match[0].length;
  }
  return reading === '' ? '' : reading + text.slice(done, done + NEAR);
}

function undoEscape(written: string): string {
  const body = written.slice(1);
  if (written.startsWith('%')) return fromHex(written.replace(/%/g, ''));
  if (written.startsWith('&')) return undoReference(body.replace(/;$/, '')) ?? written;
  if (/^u\{/i.test(body)) return character(body.slice(2, -1), 16);
  if (/^[ux][0-9a-f]{2}/i.test(body)) return character(body.slice(1), 16);
  if (/^[0-9a-f]{2}/i.test(body)) return character(body.trim(), 16);
  return /^[nrtbfv]$/.test(body) ? '\n' : body;
}

const WINDOWS = new TextDecoder('windows-1252');

function undoReference(name: string): string | undefined {
  if (name.startsWith('#')) {
    const written = /^#x/i.test(name) ? character(name.slice(2), 16) : character(name.slice(1), 10);
    // HTML reads these by the Windows list: 150 is a dash.
    return /^[\x80-\x9f]$/.test(written) ? WINDOWS.decode(Buffer.from(written, 'latin1')) : written;
  }
  return NAMED[name.toLowerCase()] ?? ACCENTED.exec(name)?.[1];
}

function character(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function fromHex(hex: string): string {
  return fromBytes((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

/** Bytes as UTF-8, and byte by byte where they are none. */
function fromBytes(bytes: number[]): string {
  const text = new TextDecoder().decode(new Uint8Array(bytes));
  return text.includes('\ufffd') ? String.fromCharCode(...bytes) : text;
}

/** "1.288884E7" and "0xC4AA88" as spreadsheets and scripts mean them. */
function inFull(number: string): string {
  const value = Math.round(Number(number));
  return Number.isSafeInteger(value) ? String(value) : number;
}

/** Markup that stands inside words and numbers; in XLSX and DOCX the parts of one formatted text. */
const INLINE_TAGS = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub ' +
    'sup time tspan tt u var wbr r t rpr rph sz rfont family scheme color'
  ).split(' '),
);
/** Tags longer than this hold a file; what stands in them is read as it is. */
const LONGEST_TAG = 20_000;
const NAME = /[a-z][^\s/>]*/iy;
const joints = new Map<string, string>();

/** The text between the tags. A joint stands where markup was, and says whether it can stand inside of a word. */
function withoutMarkup(text: string): string {
  let reading = '';
  let done = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(done, at + 1))) {
    const { end, joint } = markupAt(text, at);
    if (end === -1) continue;
    reading += text.slice(done, at) + joint;
    done = end;
  }
  // Character data of XML is text: its end is taken out like a tag.
  return (reading + text.slice(done)).replaceAll(']]>', INLINE_JOINT);
}

/** Where the markup that begins here ends, -1 where none begins. */
function markupAt(text: string, at: number): { end: number; joint: string } {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    return { end: end === -1 ? -1 : end + 3, joint: INLINE_JOINT };
  }
  if (text.startsWith('<![CDATA[', at)) return { end: at + 9, joint: INLINE_JOINT };
  const first = text.charCodeAt(at + 1);
  NAME.lastIndex = first === 0x2f || first === 0x21 || first === 0x3f ? at + 2 : at + 1;
  const name = NAME.exec(text)?.[0];
  const end = name === undefined ? -1 : text.indexOf('>', at);
  if (name === undefined || end === -1 || end - at > LONGEST_TAG) return { end: -1, joint: '' };
  let joint = joints.get(name);
  if (joint === undefined) {
    joint = INLINE_TAGS.has(name.toLowerCase().replace(/^.*:/, '')) ? INLINE_JOINT : BLOCK_JOINT;
    joints.set(name, joint);
  }
  return { end: end + 1, joint };
}
