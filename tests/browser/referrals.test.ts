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
});
