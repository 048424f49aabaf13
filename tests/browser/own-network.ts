/** What rows about referral tell when they are read together, counted with a few plain loops and none of the site's code. */
import { readCsv, splitList } from './directory-data.ts';

export interface OwnLink {
  id: string;
  from: string;
  to: string;
  /** Organization whose row says it. */
  statedBy: string;
  type: string;
  /** Ids of provinces; "nationwide" for a service that works in all of them. */
  where: string[];
  /** Whether the source prints who sends whom. */
  printed: boolean;
}

/** The rows of the shipped edition as sender and receiver. */
export function ownLinks(): OwnLink[] {
  const services = readCsv('data/editions/2010/services.csv');
  return readCsv('data/editions/2010/referrals.csv').map(
    ({ id = '', service, direction, reading, party = '', sender }) => {
      const row = services.find((one) => one.id === service);
      const own = row?.organization ?? '';
      const out = (direction === 'unclear' ? reading : direction) === 'out';
      const [from, to] = out ? [sender || own, party] : [party, own];
      const where = row?.coverage === 'nationwide' ? ['nationwide'] : splitList(row?.provinces);
      return { id, from, to, statedBy: own, type: row?.type ?? '', where, printed: direction !== 'unclear' };
    },
  );
}

/** The rows of a group and a province; an empty one asks for all. */
export function linksOfPart(links: readonly OwnLink[], group: string, province: string): OwnLink[] {
  return links.filter(
    ({ type, where }) =>
      (group === '' || type.startsWith(`${group}.`)) &&
      (province === '' || where.includes(province) || where.includes('nationwide')),
  );
}

export interface OwnNetwork {
  /** By party whose absence tears the network apart: who loses contact with the largest piece. */
  points: Map<string, string[]>;
  /** By party: the share of the shortest ways between two others that leads through it, in percent with one decimal. */
  shares: Map<string, string>;
  /** Parties that reach each other in both directions, the largest group first. */
  circles: string[][];
}

/** Only rows whose direction is printed count. */
export function ownNetwork(links: readonly OwnLink[]): OwnNetwork {
  const printed = links.filter(({ from, to, printed }) => printed && from !== to);
  const parties = [...new Set(printed.flatMap(({ from, to }) => [from, to]))];

  const reach = new Map(parties.map((party) => [party, waysFrom(party, printed)]));
  const points = new Map<string, string[]>();
  const before = pieces(parties, printed).length;
  for (const party of parties) {
    const others = parties.filter((one) => one !== party);
    const rest = printed.filter(({ from, to }) => from !== party && to !== party);
    const after = pieces(others, rest);
    if (after.length <= before) continue;
    const torn = after.filter((piece) =>
      printed.some(({ from, to }) => (from === party && piece.has(to)) || (to === party && piece.has(from))),
    );
    const first = (piece: Set<string>) => [...piece].sort()[0] as string;
    const [largest] = torn.sort((a, b) => b.size - a.size || (first(a) < first(b) ? -1 : 1));
    points.set(
      party,
      torn.filter((piece) => piece !== largest).flatMap((piece) => [...piece]),
    );
  }

  const shares = new Map<string, string>();
  for (const party of parties) {
    let [through, pairs] = [0, 0];
    for (const [from, found] of reach)
      for (const [to, { steps, ways }] of found) {
        if (from === to || from === party || to === party) continue;
        pairs++;
        const [there, on] = [found.get(party), reach.get(party)?.get(to)];
        if (there !== undefined && on !== undefined && there.steps + on.steps === steps)
          through += (there.ways * on.ways) / ways;
      }
    if (through > 0) shares.set(party, String(Math.round((through / pairs) * 1000) / 10));
  }

  const circles = new Set(
    parties.map((one) =>
      parties
        .filter((other) => reach.get(one)?.has(other) && reach.get(other)?.has(one))
        .sort()
        .join(' '),
    ),
  );
  return {
    points,
    shares,
    circles: [...circles]
      .map((circle) => circle.split(' '))
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length),
  };
}

/** The pieces of a network, whichever way the links lead. */
function pieces(parties: readonly string[], links: readonly OwnLink[]): Set<string>[] {
  const left = new Set(parties);
  const found: Set<string>[] = [];
  for (const start of left) {
    const piece = new Set([start]);
    for (const one of piece) {
      left.delete(one);
      for (const { from, to } of links) {
        if (from === one) piece.add(to);
        if (to === one) piece.add(from);
      }
    }
    found.push(piece);
  }
  return found;
}

/** By everybody who can be reached: how many steps away, and by how many shortest ways. */
function waysFrom(start: string, links: readonly OwnLink[]) {
  const found = new Map([[start, { steps: 0, ways: 1 }]]);
  for (const [one, { steps, ways }] of found)
    for (const next of new Set(links.filter(({ from }) => from === one).map(({ to }) => to))) {
      const known = found.get(next);
      if (known === undefined) found.set(next, { steps: steps + 1, ways });
      else if (known.steps === steps + 1) known.ways += ways;
    }
  return found;
}
