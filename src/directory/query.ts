/** What somebody asks of the finder, and how it is written into the fragment of an address. */
import { PEOPLE, type Person } from '../schema/vocabulary.ts';

export interface Query {
  who: Person[];
  age?: number | undefined;
  /** Province ids; several mean any of them. */
  where: string[];
  /** Group or service-type ids; several mean any of them. */
  need: string[];
  /** What is left of the line. */
  q: string;
}

export const EMPTY_QUERY: Query = { who: [], where: [], need: [], q: '' };

/** A line is typed by a person; anything longer is cut, because searching takes longer with every letter. */
export const LONGEST_LINE = 200;

/** Reads a query from a fragment such as "#who=men&where=KH-1&need=sh&age=19&q=…". Unknown keys, unknown people and ages that nobody has are dropped. */
export function readQuery(fragment: string): Query {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const values = (key: string) =>
    (params.get(key) ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  const written = params.get('age') ?? '';
  const age = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  return {
    who: unique(values('who')).filter((value): value is Person =>
      (PEOPLE as readonly string[]).includes(value),
    ),
    age: age >= 0 && age <= 120 ? age : undefined,
    where: unique(values('where').map((id) => id.toUpperCase())),
    need: unique(values('need')),
    q: (params.get('q') ?? '').slice(0, LONGEST_LINE),
  };
}

/** The fragment of a query without "#"; commas stay readable. Empty for an empty query. */
export function writeQuery(query: Query): string {
  const params = new URLSearchParams();
  if (query.who.length > 0) params.set('who', query.who.join(','));
  if (query.age !== undefined) params.set('age', String(query.age));
  if (query.where.length > 0) params.set('where', query.where.join(','));
  if (query.need.length > 0) params.set('need', query.need.join(','));
  if (query.q.trim() !== '') params.set('q', query.q.trim());
  return params.toString().replaceAll('%2C', ',');
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
