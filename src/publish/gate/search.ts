/** Many secrets in one text: who is found. Pure, and as quick for ten thousand values as for ten. */

import { nameOrders } from '../../directory/person-names.ts';
import { contextOf } from './context.ts';
import { type Hit, NameTree, ruleOfName } from './names.ts';
import { numberSearch } from './numbers.ts';
import type { OpenWords, Secret } from './secrets.ts';
import { INLINE_JOINT, skeletonOf, skeletonOfValue } from './skeleton.ts';

/** Adds the records whose values stand in a text. */
export type Search = (text: string, found: Set<string>) => void;

/** Long texts are read in pieces that overlap by more than any value is long. */
const PIECE = 1 << 20;
const OVERLAP = 2000;
/** Fewer letters are looked for letter by letter only: as folded words they are met by chance. */
const SHORTEST_TEXT = 5;

/** Makes the search for secrets; `open` tells which single names are ordinary words. */
export function searchFor(secrets: readonly Secret[], open: OpenWords): Search {
  const context = contextOf(open);
  const tree = new NameTree();
  const exact: { record: string; text: string }[] = [];
  const records = secrets.map(({ record }) => record);
  secrets.forEach((secret, owner) => {
    for (const name of secret.names) {
      const rule = ruleOfName(name, context.isOrdinary);
      for (const order of nameOrders(name)) tree.add(order, owner, rule);
    }
    for (const email of secret.emails) {
      tree.add(email, owner, 'anywhere');
      const [user = '', host = ''] = email.split('@');
      for (const spoken of [host, host.replaceAll('.', ' dot ')])
        tree.add(`${user} at ${spoken}`, owner, 'anywhere');
      tree.add(email.replaceAll('@', ' at ').replaceAll('.', ' dot '), owner, 'anywhere');
    }
    for (const text of secret.texts) {
      if (skeletonOfValue(text).letters.length >= SHORTEST_TEXT) tree.add(text, owner, 'anywhere');
      else exact.push({ record: secret.record, text });
    }
    exact.push(...secret.exact.map((text) => ({ record: secret.record, text })));
  });
  const findNumbers = numberSearch(
    secrets.flatMap(({ digits }, owner) => digits.map((number) => [number, owner] as const)),
  );
  return (text, found) => {
    const tell = (owner: number) => found.add(records[owner] as string);
    for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PIECE - OVERLAP) {
      const piece = text.slice(from, from + PIECE);
      const skeleton = skeletonOf(piece);
      findNumbers(piece, skeleton, tell);
      tree.find(skeleton, ({ needle, start, end }: Hit) => {
        if (found.has(records[needle.owner] as string)) return;
        const [first, last] = [skeleton.at[start] as number, (skeleton.at[end - 1] as number) + 1];
        const isSingle = needle.rule === 'name' || needle.rule === 'only in context';
        if (isSingle && !isOneWord(piece.slice(first, last))) return;
        if (needle.rule === 'name' && !context.isName(piece, first, last)) return;
        if (needle.rule === 'only in context' && !context.isPerson(piece, first, last)) return;
        tell(needle.owner);
      });
    }
    for (const { record, text: value } of exact) if (text.includes(value)) found.add(record);
  };
}

const NOT_SEEN = new RegExp(`[\\p{Cf}${INLINE_JOINT}]`, 'gu');
const WHOLE = /^[\p{L}\p{M}\p{N}]+$/u;
const SPELLED_OUT = /^\p{L}\p{M}*(?:[^\p{L}\p{M}]+\p{L}\p{M}*)+$/u;

/** True for a word that is written as one, or letter by letter: in code, neighbours such as "all([i" spell names by chance. */
function isOneWord(written: string): boolean {
  const seen = written.replace(NOT_SEEN, '');
  return WHOLE.test(seen) || SPELLED_OUT.test(seen);
}
