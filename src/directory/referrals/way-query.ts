/** A question for a way, and how it is written into the fragment of an address. */
import { type Query, readQuery, writeQuery } from '../query.ts';

export interface WayQuery extends Query {
  /** A party or a place; empty where it is not said. */
  from: string;
}

/** Reads "#from=police&where=KH-1&who=men&age=19&need=sh"; the rest as the finder reads it, words left out. */
export function readWayQuery(fragment: string): WayQuery {
  const from = new URLSearchParams(fragment.replace(/^#/, '')).get('from') ?? '';
  return { ...readQuery(fragment), q: '', from: /^[a-z0-9.-]{1,80}$/.test(from) ? from : '' };
}

/** The fragment of a question without "#". */
export function writeWayQuery({ from, ...query }: WayQuery): string {
  return [from === '' ? '' : `from=${from}`, writeQuery({ ...query, q: '' })].filter(Boolean).join('&');
}
