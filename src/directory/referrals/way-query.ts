/** A question for a way, and how it is written into the fragment of an address. */
import { STAYS, type Stay } from '../../schema/vocabulary.ts';
import { type Query, readQuery, writeQuery } from '../query.ts';

export interface WayQuery extends Query {
  /** A party or a place; empty where it is not said. */
  from: string;
  /** For how long a bed is needed; undefined where it is not asked. */
  stay?: Stay | undefined;
}

/** Reads "#from=police&where=KH-1&who=men&age=19&need=sh&stay=week"; the rest as the finder reads it, words left out. */
export function readWayQuery(fragment: string): WayQuery {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const from = params.get('from') ?? '';
  return {
    ...readQuery(fragment),
    q: '',
    from: /^[a-z0-9.-]{1,80}$/.test(from) ? from : '',
    stay: readStay(params.get('stay')),
  };
}

/** A word of the list, or undefined: nothing else is asked. */
export function readStay(value: string | null): Stay | undefined {
  return STAYS.find((stay) => stay === value);
}

/** The fragment of a question without "#". */
export function writeWayQuery({ from, stay, ...query }: WayQuery): string {
  const parts = [
    from === '' ? '' : `from=${from}`,
    writeQuery({ ...query, q: '' }),
    stay === undefined ? '' : `stay=${stay}`,
  ];
  return parts.filter(Boolean).join('&');
}
