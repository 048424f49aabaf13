/**
 * The closed word lists of the data. No zod here, so that browser code may import them.
 * Where a list has a source, the comment names it.
 */

/** The four kinds of people a service may say it accepts; adults are 18 and over (Palermo Protocol, art. 3 d). */
export const PEOPLE = ['women', 'men', 'girls', 'boys'] as const;
export type Person = (typeof PEOPLE)[number];
export const ADULTS: readonly Person[] = ['women', 'men'];
export const ADULT_AGE = 18;

/** What a source says of one kind of person; an empty cell means that no source says anything. */
export const ANSWERS = ['yes', 'limited', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The answer to "does this service accept …?", strongest first. */
export const MATCHES = ['yes', 'limited', 'not-stated', 'no'] as const;
export type Match = (typeof MATCHES)[number];

export const COVERAGES = ['nationwide', 'listed', 'not-stated'] as const;
export type Coverage = (typeof COVERAGES)[number];

export const ORGANIZATION_KINDS = [
  'government',
  'ngo',
  'io',
  'un',
  'red-cross',
  'police',
  'network',
  'coalition',
  'donor',
  'role',
] as const;

export const PROVINCE_KINDS = ['province', 'capital', 'municipality'] as const;
export const PLACE_KINDS = ['district', 'town', 'border_point'] as const;
export const CRITERION_KINDS = ['person', 'limit', 'condition', 'document'] as const;
export const SOURCE_KINDS = ['report', 'survey', 'assessment', 'evaluation', 'minutes', 'update'] as const;
export const EDITION_STATUSES = ['historical', 'draft', 'current'] as const;
export const EDITION_KINDS = ['forum', 'survey', 'assessment', 'update'] as const;
/** The stages of the way back: return and first help, recovery, reintegration; 0 for prevention and coordination. */
export const PHASES = ['1', '2', '3', '0'] as const;
export const PROVISIONS = ['provides', 'refers', 'both', 'no'] as const;
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const CONTACT_KINDS = ['hotline', 'office', 'person'] as const;

/** Who may see a contact; the order is from the widest circle to none. */
export const VISIBILITIES = ['public', 'practitioner', 'withheld'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whether the one whose contact it is agreed to its publication; empty means that nobody asked. */
export const CONSENTS = ['yes', 'no'] as const;

/** How closely the place of a service may be told; empty means that nobody asked for more care than its kind of help needs. */
export const LOCATIONS = ['confidential'] as const;

/** What a row of the do-not-list register names. */
export const DO_NOT_LIST_KINDS = ['organization', 'person', 'phone', 'email'] as const;

/** The two audiences that a site can be built for. */
export const AUDIENCES = ['public', 'practitioner'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const DIRECTIONS = ['in', 'out', 'unclear'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const STATEMENT_KINDS = ['gap', 'recommendation', 'available', 'constraint', 'need'] as const;

/** Topics of statements that are neither a group nor a service type. */
export const THEMES = [
  'general',
  'capacity',
  'collaboration',
  'resources',
  'protection',
  'monitoring',
] as const;

/** For how long a bed is asked for: tonight, up to a week, up to a month, longer than a month. */
export const STAYS = ['night', 'week', 'month', 'longer'] as const;
export type Stay = (typeof STAYS)[number];

export const SHAPES = [
  'circle',
  'plus',
  'house',
  'square',
  'shield',
  'diamond',
  'triangle',
  'hexagon',
] as const;
export type Shape = (typeof SHAPES)[number];

export const LANGUAGES = ['en', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How old what we know of a telephone number is, measured against the directory's own limits. */
export const AGES = ['fresh', 'due', 'stale'] as const;
export type Age = (typeof AGES)[number];
