/**
 * One builder for each kind of cell. A cell arrives as text, or as undefined when it is empty.
 * Every builder says in plain words what is wrong and what to do; those sentences are the error texts.
 */
import * as z from 'zod';
import type { ProblemCode } from './problems.ts';

/** Tables that a cell may refer to by id. */
export type ReferenceTarget =
  | 'organizations'
  | 'sources'
  | 'groups'
  | 'service-types'
  | 'criteria'
  | 'provinces'
  | 'places'
  | 'services'
  | 'contacts';

declare module 'zod' {
  interface GlobalMeta {
    /** The code of the problem that a bad cell of this column raises. */
    problem?: ProblemCode;
    /** What the editor should do about a bad cell; a full sentence. */
    fix?: string;
    /** The table (or one of several) in which every id of this cell must stand. */
    references?: ReferenceTarget | readonly ReferenceTarget[];
    /** True where the cell may hold a name or number of a person: messages never quote it. */
    personal?: boolean;
    /** True for a record that editors keep for themselves: no audience receives this column. */
    internal?: boolean;
  }
}

/** Words shown in the column reference and the templates. */
export interface ColumnText {
  title: string;
  description: string;
  examples?: string[];
  internal?: boolean;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$/;
/** Ids become folders of the site; file systems end names at 255 bytes, and Windows whole paths at 260. */
const LONGEST_ID = 80;
/** Words that an id must not be: devices of Windows, which no folder can be named after, and words of JavaScript objects. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|index|constructor|prototype)(?:\.|$)/;
const WEB_ADDRESS =
  /^(?:https?:\/\/)?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)+(?::\d{1,5})?(?:[/?#][^\s\p{C}<>"'`\\]*)?$/u;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** True for a calendar date written 2010, 2010-12 or 2010-12-08. */
export function isPartialDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const [year, month, day] = value.split('-').map(Number) as [number, number?, number?];
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined || month === undefined) return true;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for words of lower-case letters and digits joined by hyphens that can be a folder on every computer. */
export function isId(value: string): boolean {
  return ID.test(value) && value.length <= LONGEST_ID && !RESERVED.test(value);
}

/** True for an address of the web, with or without its scheme: no other scheme, no password, nothing hidden. */
export function isWebAddress(value: string): boolean {
  return WEB_ADDRESS.test(value) && URL.canParse(value.includes('://') ? value : `https://${value}`);
}

/** A short, stable name of a record: lower-case words joined by hyphens, one dot allowed after a group. */
export function id(about: ColumnText) {
  return z
    .string({ error: 'The id is missing.' })
    .regex(ID, { error: 'This is not an id.', abort: true })
    .max(LONGEST_ID, { error: `This id has more than ${LONGEST_ID} characters.` })
    .refine((value) => !RESERVED.test(value), {
      error: 'This id is a word that computers keep for themselves.',
    })
    .meta({
      ...about,
      problem: 'not-an-id',
      fix: 'Use lower-case letters, digits and hyphens, such as "example-clinic".',
    });
}

/** An ISO 3166-2 code of a province, such as KH-1. */
export function provinceId(about: ColumnText) {
  return z
    .string({ error: 'The province code is missing.' })
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'This is not an ISO 3166-2 code.' })
    .meta({
      ...about,
      problem: 'not-an-id',
      fix: 'Write the country code, a hyphen and the number, such as "KH-1".',
    });
}

export function text(about: ColumnText & { personal?: boolean }) {
  return z.string({ error: 'This cell is empty.' }).meta({
    ...about,
    problem: 'empty-cell',
    fix: 'Fill it in; every row needs it.',
  });
}

export function optionalText(about: ColumnText & { personal?: boolean }) {
  return z
    .string()
    .optional()
    .meta({ ...about });
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T, about: ColumnText) {
  const list = values.join(', ');
  return z
    .enum(values, {
      error: (issue) => (issue.input === undefined ? 'This cell is empty.' : 'This word is not in the list.'),
    })
    .meta({ ...about, problem: 'not-in-list', fix: `Use one of: ${list}.` });
}

export function optionalOneOf<const T extends readonly [string, ...string[]]>(values: T, about: ColumnText) {
  return z
    .enum(values, { error: 'This word is not in the list.' })
    .optional()
    .meta({
      ...about,
      problem: 'not-in-list',
      fix: `Use one of: ${values.join(', ')}; or leave the cell empty.`,
    });
}

export function reference(to: ReferenceTarget | readonly ReferenceTarget[], about: ColumnText) {
  return z
    .string({ error: 'This cell is empty.' })
    .meta({ ...about, references: to, problem: 'empty-cell', fix: 'Fill in an id.' });
}

export function optionalReference(to: ReferenceTarget | readonly ReferenceTarget[], about: ColumnText) {
  return z
    .string()
    .optional()
    .meta({ ...about, references: to });
}

/** An address as printed, with or without https://. */
export function optionalWebAddress(about: ColumnText) {
  return z
    .string()
    .refine(isWebAddress, { error: 'This is not a web address.' })
    .optional()
    .meta({
      ...about,
      problem: 'not-a-web-address',
      fix: 'Write it as www.example.org or https://www.example.org/page, or leave the cell empty.',
    });
}

/** How long somebody may stay: P2Y, P12M or P10D, or one of two words. */
export function optionalStay(about: ColumnText) {
  return z
    .string()
    .regex(/^(?:P[1-9]\d{0,3}[YMD]|short-term|long-term)$/, { error: 'This is not a length of stay.' })
    .optional()
    .meta({
      ...about,
      problem: 'not-in-list',
      fix: 'Write years, months or days as P2Y, P12M or P10D, or the words short-term or long-term; or leave the cell empty.',
    });
}

/** Several words of a closed list in one cell, separated by semicolons. */
export function listOf(values: readonly string[], about: ColumnText) {
  return z
    .string()
    .refine((cell) => splitList(cell).every((value) => values.includes(value)), {
      error: 'A word in this cell is not in the list.',
    })
    .optional()
    .transform((cell) => splitList(cell))
    .meta({ ...about, problem: 'not-in-list', fix: `Use only: ${values.join(', ')}.` });
}

/** One letter, or two: a pin has no room for more. */
export function letter(about: ColumnText) {
  return z
    .string({ error: 'This cell is empty.' })
    .regex(/^\p{L}\p{M}*(?:\p{L}\p{M}*)?$/u, { error: 'This is not one letter or two.' })
    .meta({ ...about, problem: 'cell-too-long', fix: 'Write the one letter that stands in the pin.' });
}

/** A colour as #rrggbb. */
export function color(about: ColumnText) {
  return z
    .string({ error: 'This cell is empty.' })
    .regex(/^#[0-9a-fA-F]{6}$/, { error: 'This is not a colour.' })
    .meta({ ...about, problem: 'not-a-colour', fix: 'Write it as # and six digits, such as "#1d3f8f".' });
}

/** Several values in one cell, separated by semicolons; an empty cell is an empty list. */
export function list(about: ColumnText) {
  return z
    .string()
    .optional()
    .transform((cell) => splitList(cell))
    .meta({ ...about });
}

export function references(to: ReferenceTarget | readonly ReferenceTarget[], about: ColumnText) {
  return z
    .string()
    .optional()
    .transform((cell) => splitList(cell))
    .meta({ ...about, references: to });
}

/** The same where a row without any would mean nothing. */
export function someReferences(to: ReferenceTarget | readonly ReferenceTarget[], about: ColumnText) {
  return z
    .string({ error: 'This cell is empty.' })
    .transform((cell) => splitList(cell))
    .refine((ids) => ids.length > 0, { error: 'This cell holds no id.' })
    .meta({ ...about, references: to, problem: 'empty-cell', fix: 'Fill in at least one id.' });
}

/** The values of a list cell, trimmed, without empty ones. */
export function splitList(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Languages by their codes of ISO 639, separated by semicolons. */
export function languageCodes(about: ColumnText) {
  return z
    .string()
    .refine((cell) => splitList(cell).every((code) => /^[a-z]{2,3}$/.test(code)), {
      error: 'This is not a code of a language.',
    })
    .optional()
    .transform((cell) => splitList(cell))
    .meta({ ...about, problem: 'not-in-list', fix: 'Write codes of ISO 639, such as "km;en".' });
}

export function date(about: ColumnText) {
  return z
    .string({ error: 'The date is missing.' })
    .refine(isPartialDate, { error: 'This is not a date that exists.' })
    .meta({ ...about, problem: 'impossible-date', fix: 'Write 2010, 2010-12 or 2010-12-08.' });
}

export function optionalDate(about: ColumnText) {
  return z
    .string()
    .refine(isPartialDate, { error: 'This is not a date that exists.' })
    .optional()
    .meta({
      ...about,
      problem: 'impossible-date',
      fix: 'Write 2010, 2010-12 or 2010-12-08, or leave the cell empty.',
    });
}

/** A calendar day in full, for dates that something hangs on from one day to the next. */
export function optionalDay(about: ColumnText) {
  return z
    .string()
    .refine((value) => value.length === '2010-12-08'.length && isPartialDate(value), {
      error: 'This is not a day that exists.',
    })
    .optional()
    .meta({
      ...about,
      problem: 'impossible-date',
      fix: 'Write year, month and day, such as 2010-12-08, or leave the cell empty.',
    });
}

/** A number written with digits and, at most, one decimal point. */
export function optionalNumber(about: ColumnText & { min?: number; max?: number }) {
  // Beyond these, numbers lose their last digits.
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, ...words } = about;
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, { error: 'This is not a number.' })
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      error: `This number is not between ${min} and ${max}.`,
    })
    .optional()
    .meta({
      ...words,
      problem: 'not-a-number',
      fix: 'Write digits only, with a point for decimals, or leave the cell empty.',
    });
}

/**
 * A longitude or latitude of a place that may be published, in degrees with at most two decimals: about a kilometre,
 * so that a cell can tell a town or a district and never a house.
 */
export function optionalDegrees(about: ColumnText & { most: number }) {
  const { most, ...words } = about;
  return z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,2})?$/, { error: 'These are not degrees with at most two decimals.' })
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, { error: `This number is not between -${most} and ${most}.` })
    .optional()
    .meta({
      ...words,
      problem: 'not-a-number',
      fix: 'Write degrees with a point and two decimals, as 102.56, or leave the cell empty.',
    });
}

/** E.164: a plus and up to fifteen digits. Whether the country knows the number is a rule of its own. */
export function optionalPhone(about: ColumnText) {
  return z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'This is not a telephone number in international form.' })
    .optional()
    .meta({
      ...about,
      personal: true,
      problem: 'not-a-phone',
      fix: 'Write a plus, the country code and the number without its leading zero and without spaces. If digits are missing, leave this cell empty and keep what is printed in phone_as_printed.',
    });
}

export function optionalEmail(about: ColumnText) {
  return z
    .email({ error: 'This is not an e-mail address.' })
    .optional()
    .meta({
      ...about,
      personal: true,
      problem: 'not-an-email',
      fix: 'Write it as name@example.org, or leave the cell empty.',
    });
}

/** One page or several: "26", "27;28", "iii". */
export function pages(about: ColumnText) {
  return list(about);
}
