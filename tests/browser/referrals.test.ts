/** What pages say of referral, against the rows of the table. */
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { decode, elements, readPages } from './built-site.ts';
import { readCsv } from './directory-data.ts';
import { LANGUAGES } from './harness.ts';
import { linksOfPart, ownLinks, ownNetwork } from './own-network.ts';

const pages = new Map(readPages(inject('public').folder).map(({ address, html }) => [address, html]));

const links = ownLinks();
const own = ownNetwork(links);

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
    expect(rows.map(({ party }) => party).sort()).toEqual([...own.points.keys()].sort());
    expect(rows.length).toBeGreaterThan(0);
    for (const { party, share } of rows)
      expect.soft(`${party} ${share}`).toBe(`${party} ${own.shares.get(party) ?? '0'}`);
    const circles = html.match(/<ul[^>]*data-circles[^>]*>(.*?)<\/ul>/s)?.[1] ?? '';
    const sizes = [...circles.matchAll(/<li>(.*?)<\/li>/gs)].map(
      ([, item]) => item?.replace(/<a .*?<\/a>/gs, 'name').split(', ').length,
    );
    expect(sizes).toEqual(own.circles.map(({ length }) => length));
  });
});

describe.each(LANGUAGES)('the parts of the network (%s)', (language) => {
  const html = pages.get(`/${language}/referrals/network/points/`) ?? '';
  const parts = [...html.matchAll(/<tr data-part="([^"]+)">(.*?)<\/tr>/gs)];
  const names = new Map(
    readCsv('data/organizations.csv').map(({ id, acronym, [`name_${language}`]: name, name_en }) => [
      id,
      acronym || name || name_en || '',
    ]),
  );
  const nameOf = (id: string) => names.get(id) ?? '';
  const text = (part: string) => decode(part.replace(/<[^>]*>/g, '')).trim();
  const items = (row: string, kind: string) =>
    [...row.matchAll(new RegExp(`<li data-${kind}(?:="([^"]*)")?[^>]*>(.*?)</li>`, 'gs'))].map(
      ([, id = '', item = '']) => ({ id, text: text(item) }),
    );
  const sorted = (list: string) => list.split(', ').sort().join(', ');

  it('are every province, every group, and every group in every province', () => {
    const { provinces } = JSON.parse(readFileSync('data/editions/2010/edition.json', 'utf8')) as {
      provinces: string[];
    };
    const groups = ['', 'im', 'md', 'sh', 'ed', 'lg', 'cm'];
    const expected = ['', ...provinces].flatMap((province) =>
      groups.map((group) => `${province} ${group}`.trim() || 'all'),
    );
    expect(parts.map(([, key]) => key).sort()).toEqual(expected.sort());
  });

  it('have the numbers and names that plain counting gives', () => {
    const seen = { points: 0, shares: 0, circles: 0 };
    for (const [, key = '', row = ''] of parts) {
      const ids = key.split(' ');
      const province = ids.find((id) => id.startsWith('KH-')) ?? '';
      const group = ids.find((id) => id.length === 2) ?? '';
      const chosen = linksOfPart(links, group, province);
      const { points, shares, circles } = ownNetwork(chosen);
      const numbers = [...(row.match(/<span class="small[^>]*>([^<]*)/)?.[1] ?? '').matchAll(/\d+/g)];
      const printed = chosen.filter((one) => one.printed).length;
      const nationwide = chosen.filter(({ where }) => where.includes('nationwide')).length;
      expect
        .soft([key, ...numbers.map(Number)])
        .toEqual([key, chosen.length, ...(province === '' ? [] : [nationwide]), printed]);

      const shownPoints = items(row, 'point').map(
        ({ id, text }) => `${id} ${sorted(text.split(/: /)[1] ?? '')}`,
      );
      const ownPoints = [...points].map(([id, lost]) => `${id} ${sorted(lost.map(nameOf).join(', '))}`);
      expect.soft([key, ...shownPoints.sort()]).toEqual([key, ...ownPoints.sort()]);

      const shownShares = items(row, 'between').map(
        ({ id, text }) => `${id} ${text.match(/([\d.]+)%$/)?.[1]}`,
      );
      const byShare = [...shares.values()].sort((a, b) => Number(b) - Number(a));
      const largest = byShare.filter((share, at) => at < 3 || share === byShare[2]);
      expect.soft([key, ...shownShares.map((one) => one.split(' ')[1])]).toEqual([key, ...largest]);
      for (const one of shownShares) {
        const [id = '', share] = one.split(' ');
        expect.soft([key, id, share]).toEqual([key, id, shares.get(id)]);
      }

      const shownCircles = items(row, 'circle').map((one) => sorted(one.text));
      const ownCircles = circles.map((circle) => sorted(circle.map(nameOf).join(', ')));
      expect.soft([key, ...shownCircles.sort()]).toEqual([key, ...ownCircles.sort()]);
      seen.points += points.size;
      seen.shares += shownShares.length;
      seen.circles += circles.length;
    }
    for (const number of Object.values(seen)) expect(number).toBeGreaterThan(50);
  });
});
