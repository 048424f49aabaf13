/** The rows of the network that answer a question, against a loop over the cells of the tables. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import { finderIndex } from '../../../src/directory/finder-index.ts';
import {
  askedOfNetwork,
  countsOf,
  linksIn,
  type NetworkIndex,
  type NetworkRow,
  nationwideIn,
  networkIndex,
  readNetworkQuery,
  rowsFor,
  writeNetworkQuery,
} from '../../../src/directory/referrals/network.ts';
import { wayIndex } from '../../../src/directory/referrals/way-index.ts';
import { rowsOf } from './made-up.ts';

const { directory } = loadDirectory(join(import.meta.dirname, '../../../data'));
const edition = directory?.editions.find(({ about }) => about.id === '2010');
if (directory === undefined || edition === undefined) throw new Error('There is no edition of 2010.');
const index = networkIndex(wayIndex(directory, edition, finderIndex(directory, edition)));

const services = rowsOf('data/editions/2010/services.csv');
const referrals = rowsOf('data/editions/2010/referrals.csv');
const GROUPS = ['', 'im', 'md', 'sh', 'ed', 'lg', 'cm'];
const PROVINCES = ['', ...edition.about.provinces];
const PARTIES = ['', 'wvc', 'police', 'communities', 'victims', 'hagar'];

describe('rowsFor', () => {
  it(`finds what reading every cell finds (${GROUPS.length * PROVINCES.length * PARTIES.length} questions)`, () => {
    let found = 0;
    for (const group of GROUPS)
      for (const province of PROVINCES)
        for (const party of PARTIES) {
          const expected: string[] = [];
          for (const row of referrals) {
            const service = services.find(({ id }) => id === row.service);
            if (service === undefined) throw new Error(`${row.id} has no service.`);
            if (group !== '' && !service.type?.startsWith(`${group}.`)) continue;
            const recorded = service.provinces?.split(';').includes(province);
            if (province !== '' && service.coverage !== 'nationwide' && !recorded) continue;
            const sides = [row.party, row.sender || service.organization];
            // Where somebody else than the sender speaks of people coming in, they come to the organization of the row.
            if (row.direction === 'in' || (row.direction === 'unclear' && row.reading !== 'out'))
              sides[1] = service.organization;
            if (party !== '' && !sides.includes(party)) continue;
            expected.push(row.id as string);
          }
          const query = {
            need: group === '' ? [] : [group],
            where: province === '' ? [] : [province],
            from: party,
          };
          expect(askedOfNetwork(index, query)).toEqual(query);
          expect(rowsFor(index, query).map(({ id }) => id)).toEqual(expected);
          found += expected.length;
        }
    expect(found).toBeGreaterThan(5_000);
  });

  it('takes kinds of help, and any of several groups or provinces', () => {
    const of = (fragment: string) => rowsFor(index, readNetworkQuery(fragment)).map(({ id }) => id);
    const order = (ids: string[]) => ids.sort();
    expect(of('need=sh.shelter').length).toBeGreaterThan(0);
    expect(of('need=sh')).toEqual(expect.arrayContaining(of('need=sh.shelter')));
    expect(order(of('need=sh,lg'))).toEqual(order([...of('need=sh'), ...of('need=lg')]));
    const both = new Set([...of('where=KH-1'), ...of('where=KH-2')]);
    expect(order(of('where=KH-1,KH-2'))).toEqual(order([...both]));
  });
});

describe('a question about the network', () => {
  it.each([
    ['need=sh&where=KH-1&from=police', { need: ['sh'], where: ['KH-1'], from: 'police' }],
    ['from=a"b&where=kh-1', { need: [], where: ['KH-1'], from: '' }],
    ['who=men&age=19&q=shelter', { need: [], where: [], from: '' }],
    ['', { need: [], where: [], from: '' }],
  ])('is read from "#%s"', (fragment, query) => {
    expect(readNetworkQuery(fragment)).toEqual(query);
    expect(readNetworkQuery(writeNetworkQuery(query))).toEqual(query);
  });

  it('keeps what the edition does not know, but for a province, and finds nothing', () => {
    const asked = (fragment: string) => askedOfNetwork(index, readNetworkQuery(fragment));
    expect(asked('need=zz&where=KH-99&from=nobody')).toEqual({ need: ['zz'], where: [], from: 'nobody' });
    expect(rowsFor(index, asked('need=zz'))).toEqual([]);
    expect(rowsFor(index, asked('from=nobody'))).toEqual([]);
    // Tboung Khmum was part of Kampong Cham in 2010.
    expect(asked('where=KH-25').where).toEqual(['KH-3']);
    // Recorded, but no row about referral names it.
    expect(rowsFor(index, asked('from=donbosco'))).toEqual([]);
  });
});

describe('what is said of some rows', () => {
  const row = (words: string, service = 0): NetworkRow => {
    const [from = '', to = '', statedBy = '', printed] = words.split(' ');
    return { id: words, from, to, statedBy, directionPrinted: printed !== 'unclear', service };
  };
  const rows = ['a b a', 'a b b', 'b c b', 'b c b unclear', 'c a c unclear', 'a c x'].map((words) =>
    row(words),
  );

  it('is one link for a pair and direction, as sure as its surest row', () => {
    expect(linksIn(rows).map(({ from, to, certainty }) => `${from}${to} ${certainty}`)).toEqual([
      'ab stated-by-both',
      'bc stated-by-one',
      'ca unclear',
      'ac stated-by-one',
    ]);
  });

  it('is counted', () => {
    expect(countsOf(rows)).toEqual({ rows: 6, unclear: 2, links: 4, parties: 3 });
    expect(countsOf([])).toEqual({ rows: 0, unclear: 0, links: 0, parties: 0 });
  });

  it('tells which rows are of services that work nationwide', () => {
    const services: NetworkIndex['services'] = [
      { coverage: 'nationwide', provinces: [], partly: [] },
      { coverage: 'listed', provinces: ['KH-1'], partly: [] },
    ];
    const small: NetworkIndex = { provinces: [{ id: 'KH-1' }], formerly: {}, services, rows: [] };
    expect(nationwideIn(small, [row('a b a', 0), row('b a b', 1), row('b c b', 1)])).toBe(1);
  });
});
