/** What the map is asked, and how it stands in the fragment: as the finder writes it, with words of its own. */
import type { CoverageQuestion } from '../directory/coverage.ts';
import { type Query, readQuery, writeQuery } from '../directory/query.ts';

export interface MapQuestion {
  /** As in the finder; `where` is the province that is open, the typed line stays empty. */
  query: Query;
  /** True where organizations that work nationwide count in every province. */
  nationwide: boolean;
  /** True where the detailed view is asked for. */
  detail: boolean;
}

const NATIONWIDE = 'nationwide';
const VIEW = 'view';

/** Reads a fragment such as "#who=men&need=sh&where=KH-1&nationwide=in&view=detail". What the map cannot show is dropped. */
export function readMapQuestion(fragment: string): MapQuestion {
  const query = readQuery(fragment);
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    query: { ...query, where: query.where.slice(0, 1), q: '' },
    nationwide: params.get(NATIONWIDE) === 'in',
    detail: params.get(VIEW) === 'detail',
  };
}

/** The fragment without "#"; empty where nothing is asked. */
export function writeMapQuestion({ query, nationwide, detail }: MapQuestion): string {
  const words = [writeQuery(query), nationwide ? `${NATIONWIDE}=in` : '', detail ? `${VIEW}=detail` : ''];
  return words.filter(Boolean).join('&');
}

/** The part that numbers depend on. */
export function countedQuestion({ query: { who, age, need }, nationwide }: MapQuestion): CoverageQuestion {
  return { who, age, need, nationwide };
}
