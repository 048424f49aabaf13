/** What pages say of referral, against the rows of the table. */
import { describe, expect, inject, it } from 'vitest';
import { elements, readPages } from './built-site.ts';
import { readCsv } from './directory-data.ts';
import { LANGUAGES } from './harness.ts';

const referrals = readCsv('data/editions/2010/referrals.csv');
const services = readCsv('data/editions/2010/services.csv');
const pages = new Map(readPages(inject('public').folder).map(({ address, html }) => [address, html]));

/** Sender, receiver, and whether the source prints who sends whom. */
const links = referrals.map(({ id = '', service, direction, reading, party = '', sender }) => {
  const row = services.find((one) => one.id === service);
  const own = row?.organization ?? '';
  const out = (direction === 'unclear' ? reading : direction) === 'out';
  const [from, to] = out ? [sender || own, party] : [party, own];
  return { id, from, to, type: row?.type ?? '', printed: direction !== 'unclear' };
});

const printed = links.filter(({ from, to, printed }) => printed && from !== to);
const parties = [...new Set(printed.flatMap(({ from, to }) => [from, to]))];
const nextOf = new Map(parties.map((party) => [party, new Set<string>()]));
for (const { from, to } of printed) nextOf.get(from)?.add(to);

/** Pieces of the network, whichever way the links lead, without a party. */
function piecesWithout(party: string): number {
  const left = new Set(parties.filter((one) => one !== party));
  let pieces = 0;
  for (const start of left) {
    pieces++;
    const piece = new Set([start]);
    for (const one of piece) {
      left.delete(one);
      for (const { from, to } of printed)
        for (const [here, there] of [
          [from, to],
          [to, from],
        ] as const)
          if (here === one && there !== party) piece.add(there);
    }
  }
  return pieces;
}

/** By everybody who can be reached: how many steps away, and by how many shortest ways. */
function waysFrom(start: string) {
  const found = new Map([[start, { steps: 0, ways: 1 }]]);
  for (const [one, { steps, ways }] of found)
    for (const next of nextOf.get(one) ?? []) {
      const known = found.get(next);
      if (known === undefined) found.set(next, { steps: steps + 1, ways });
      else if (known.steps === steps + 1) known.ways += ways;
    }
  return found;
}
const reach = new Map(parties.map((party) => [party, waysFrom(party)]));

/** The share of shortest ways between two others that leads through a party, in percent with at most one decimal. */
function shareOf(party: string): string {
  let through = 0;
  let pairs = 0;
  for (const [from, found] of reach)
    for (const [to, { steps, ways }] of found) {
      if (from === to || from === party || to === party) continue;
      pairs++;
      const [there, on] = [found.get(party), reach.get(party)?.get(to)];
      if (there !== undefined && on !== undefined && there.steps + on.steps === steps)
        through += (there.ways * on.ways) / ways;
    }
  return String(Math.round((through / pairs) * 1000) / 10);
}

/** Groups who reach each other in both directions, the largest first. */
function circleSizes(): number[] {
  const groups = new Set(
    parties.map((one) =>
      parties
        .filter((other) => reach.get(one)?.has(other) && reach.get(other)?.has(one))
        .sort()
        .join(' '),
    ),
  );
  return [...groups]
    .map((group) => group.split(' ').length)
    .filter((size) => size > 1)
    .sort((a, b) => b - a);
}

describe.each(LANGUAGES)('the 303 rows about referral (%s)', (language) => {
  const referralsOn = (address: string) =>
    elements(pages.get(`/${language}/${address}`) ?? '', 'li').filter(
      (one) => one['data-referral'] !== undefined,
    );

  it('stand on the pages of both ends, each with the other end and its direction', () => {
    const missing: string[] = [];
    const without = new Set<string>();
    for (const { id, from, to, printed } of links)
      for (const [here, there, way] of [
        [from, to, 'out'],
        [to, from, 'in'],
      ] as const) {
        const address = `organizations/${here}/`;
        if (!pages.has(`/${language}/${address}`)) {
          without.add(here);
          continue;
        }
        const shown = referralsOn(address).some(
          (one) =>
            one['data-referral'] === id &&
            one['data-party'] === there &&
            one['data-direction'] === (printed ? way : 'unclear'),
        );
        if (!shown) missing.push(`${id} on ${address}`);
      }
    expect(links).toHaveLength(303);
    expect(missing).toEqual([]);
    // One word has no page, because its address would name the field of help.
    expect([...without]).toEqual(['victims']);
  });

  it('stand on the page of their kind of help', () => {
    const missing = links.filter(({ id, type }) => {
      const html = pages.get(`/${language}/services/${type.split('.')[0]}/${type}/`) ?? '';
      return !elements(html, 'tr').some((one) => one['data-referral'] === id);
    });
    expect(missing).toEqual([]);
  });

  it('stand in the table of the network, which says how many have no printed direction', () => {
    const html = pages.get(`/${language}/referrals/network/`) ?? '';
    const shown = elements(html, 'tr').flatMap((row) => row['data-referral'] ?? []);
    expect(shown.sort()).toEqual(links.map(({ id }) => id).sort());
    const unclear = links.filter(({ printed }) => !printed).length;
    const numbers = [...html.matchAll(/<li[^>]*>[^<]*[:៖] (\d+)<\/li>/g)].map(([, number]) => Number(number));
    // Both sides, one side of two that are listed (recomputed by the graph's own test), direction not printed.
    expect(numbers).toEqual([0, 34, unclear]);
  });

  it('have their single points, shares and circles on that page, counted from printed directions only', () => {
    const html = pages.get(`/${language}/referrals/network/`) ?? '';
    const rows = [...html.matchAll(/<tr data-point="([^"]+)">(.*?)<\/tr>/gs)].map(
      ([, party = '', row = '']) => ({
        party,
        share: row.match(/([\d.]+)%/)?.[1],
      }),
    );
    const points = parties.filter((party) => piecesWithout(party) > piecesWithout(''));
    expect(rows.map(({ party }) => party).sort()).toEqual(points.sort());
    expect(rows.length).toBeGreaterThan(0);
    for (const { party, share } of rows) expect.soft(`${party} ${share}`).toBe(`${party} ${shareOf(party)}`);
    const circles = html.match(/<ul[^>]*data-circles[^>]*>(.*?)<\/ul>/s)?.[1] ?? '';
    const sizes = [...circles.matchAll(/<li>(.*?)<\/li>/gs)].map(
      ([, item]) => item?.replace(/<a .*?<\/a>/gs, 'name').split(', ').length,
    );
    expect(sizes).toEqual(circleSizes());
  });
});
