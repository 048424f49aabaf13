/**
 * In which order parties stand in the two columns of the referral network, so that few links cross: each column in
 * turn is sorted by the mean place of the partners on the other side (barycentre sweeps: Sugiyama, Tagawa and Toda
 * 1981), and the order with the fewest crossings is kept. Nothing is left to chance: the same network, the same order.
 */

export interface Pair {
  from: string;
  to: string;
}

/** Somebody in a column. Parties of a lower band stand above those of a higher one. */
export interface Member {
  id: string;
  band: number;
}

export interface Columns<M extends Member = Member> {
  senders: M[];
  receivers: M[];
}

const SWEEPS = 12;

/** @param columns every sender and every receiver of the links, once each. */
export function orderColumns<M extends Member>(columns: Columns<M>, links: readonly Pair[]): Columns<M> {
  const sentBy = partners(links, 'to', 'from');
  const sendsTo = partners(links, 'from', 'to');
  let now: Columns<M> = { senders: byBand(columns.senders), receivers: byBand(columns.receivers) };
  let [best, fewest] = [now, crossings(now, links)];
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const receivers = sorted(now.receivers, now.senders, sentBy);
    const senders = sorted(now.senders, receivers, sendsTo);
    now = { senders, receivers };
    const number = crossings(now, links);
    if (number < fewest) [best, fewest] = [now, number];
  }
  return best;
}

/** How many pairs of links cross. */
export function crossings({ senders, receivers }: Columns, links: readonly Pair[]): number {
  const left = places(senders);
  const right = places(receivers);
  const ends = links
    .map(({ from, to }) => [left.get(from) ?? 0, right.get(to) ?? 0] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  // A Fenwick tree counts, for each link, those that begin above it and end below it.
  const tree = new Array<number>(receivers.length + 1).fill(0);
  let count = 0;
  for (const [seen, [, end]] of ends.entries()) {
    let notBelow = 0;
    for (let at = end + 1; at > 0; at -= at & -at) notBelow += tree[at] ?? 0;
    count += seen - notBelow;
    for (let at = end + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  }
  return count;
}

function partners(links: readonly Pair[], own: keyof Pair, other: keyof Pair): Map<string, string[]> {
  const groups = Map.groupBy(links, (link) => link[own]);
  return new Map([...groups].map(([id, some]) => [id, some.map((link) => link[other])]));
}

function sorted<M extends Member>(
  column: readonly M[],
  opposite: readonly M[],
  partnersOf: ReadonlyMap<string, readonly string[]>,
): M[] {
  const place = places(opposite);
  const mean = new Map(
    column.map(({ id }) => {
      const ends = (partnersOf.get(id) ?? []).map((partner) => place.get(partner) ?? 0);
      return [id, ends.reduce((sum, end) => sum + end, 0) / Math.max(ends.length, 1)];
    }),
  );
  return [...column].sort(
    (a, b) => a.band - b.band || (mean.get(a.id) ?? 0) - (mean.get(b.id) ?? 0) || compare(a.id, b.id),
  );
}

function byBand<M extends Member>(column: readonly M[]): M[] {
  return [...column].sort((a, b) => a.band - b.band || compare(a.id, b.id));
}

function places(column: readonly Member[]): Map<string, number> {
  return new Map(column.map(({ id }, place) => [id, place]));
}

/** By code unit, so that the order is the same on every computer. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
