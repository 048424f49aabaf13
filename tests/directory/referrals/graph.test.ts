import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/dataset/load-directory.ts';
import { linksOf } from '../../../src/directory/referral-links.ts';
import {
  graphOfLinks,
  namedButNotListed,
  referralGraph,
  referredToByNobody,
  statedByBothSides,
  statedByOneSide,
} from '../../../src/directory/referrals/graph.ts';
import { directoryOf, rowsOf } from './made-up.ts';

const { edition, organizations } = directoryOf({
  services: ['alpha-x sh.shelter', 'beta-x sh.shelter', 'beta-y lg.counselling', 'gamma-x sh.shelter'],
  referrals: [
    'alpha-x out beta',
    'beta-x in alpha',
    'beta-y out court',
    'alpha-x in families',
    'beta-y unclear:in alpha',
    'alpha-x out gamma',
  ],
  kinds: { court: 'government', families: 'role' },
});
const graph = referralGraph(edition, organizations);
const pairs = (connections: readonly { from: string; to: string }[]) =>
  connections.map(({ from, to }) => `${from} ${to}`);

describe('referralGraph', () => {
  it('holds everybody who gives help or is named, and each pair once', () => {
    expect(graph.parties.map(({ id, listed }) => `${id}${listed ? '*' : ''}`)).toEqual([
      'alpha*',
      'beta*',
      'gamma*',
      'court',
      'families',
    ]);
    expect(
      graph.connections.map((one) => `${one.from} ${one.to} ${one.links.length} ${one.certainty}`),
    ).toEqual([
      'alpha beta 3 stated-by-both',
      'alpha gamma 1 stated-by-one',
      'beta court 1 stated-by-one',
      'families alpha 1 stated-by-one',
    ]);
  });

  it('knows what one side says and the other, which is listed too, does not', () => {
    expect(pairs(statedByOneSide(graph))).toEqual(['alpha gamma']);
    expect(pairs(statedByBothSides(graph))).toEqual(['alpha beta']);
  });

  it('knows who is named and not listed, roles left out', () => {
    expect(namedButNotListed(graph).map(({ id }) => id)).toEqual(['court']);
  });

  it('knows whom nobody sends people to', () => {
    const silent = directoryOf({
      services: ['alpha-x sh.shelter', 'beta-x sh.shelter'],
      referrals: ['alpha-x out police', 'alpha-x out alpha'],
      kinds: {},
    });
    expect(
      referredToByNobody(referralGraph(silent.edition, silent.organizations)).map(({ id }) => id),
    ).toEqual(['alpha', 'beta']);
  });

  it('of some links only has their parties', () => {
    const legal = graphOfLinks(graph, ({ service }) => service.type === 'lg.counselling');
    expect(legal.parties.map(({ id }) => id)).toEqual(['alpha', 'beta', 'court']);
    expect(legal.connections.map((one) => `${one.from} ${one.to} ${one.certainty}`)).toEqual([
      'alpha beta unclear',
      'beta court stated-by-one',
    ]);
  });
});

describe('the shipped edition', () => {
  const { directory } = loadDirectory(join(import.meta.dirname, '../../../data'));
  const shipped = directory?.editions.find(({ about }) => about.id === '2010');
  if (directory === undefined || shipped === undefined) throw new Error('There is no edition of 2010.');
  const services = rowsOf('data/editions/2010/services.csv');
  const whole = referralGraph(shipped, directory.organizations);

  it('has each of its 303 rows in the graph, at the two ends that the row names', () => {
    const seen = new Map(
      whole.connections.flatMap(({ from, to, links }) =>
        links.map(({ referral }) => [referral.id, [from, to]]),
      ),
    );
    expect(seen.size).toBe(303);
    // Read here once more, from the cells of the file and not from linksOf().
    for (const row of rowsOf('data/editions/2010/referrals.csv')) {
      const owner = services.find(({ id }) => id === row.service)?.organization;
      const way = row.direction === 'unclear' ? row.reading : row.direction;
      const ends = way === 'out' ? [row.sender || owner, row.party] : [row.party, owner];
      expect(seen.get(row.id ?? ''), row.id).toEqual(ends);
    }
    expect(linksOf(shipped)).toHaveLength(303);
  });

  it('agrees with the cells of the files on who is named and who is referred to', () => {
    const links = rowsOf('data/editions/2010/referrals.csv').map((row) => {
      const owner = services.find(({ id }) => id === row.service)?.organization ?? '';
      const way = row.direction === 'unclear' ? row.reading : row.direction;
      return way === 'out'
        ? { from: row.sender || owner, to: row.party ?? '', owner, printed: row.direction }
        : { from: row.party ?? '', to: owner, owner, printed: row.direction };
    });
    const listed = new Set(services.map(({ organization = '' }) => organization));
    const roles = rowsOf('data/organizations.csv').filter(({ kind }) => kind === 'role');
    const named = new Set(links.flatMap(({ from, to }) => [from, to]));
    expect(new Set(namedButNotListed(whole).map(({ id }) => id))).toEqual(
      new Set([...named].filter((id) => !listed.has(id) && !roles.some((role) => role.id === id))),
    );
    const receivers = new Set(links.map(({ from, to }) => (from === to ? '' : to)));
    expect(new Set(referredToByNobody(whole).map(({ id }) => id))).toEqual(
      new Set([...listed].filter((id) => !receivers.has(id))),
    );
    // No link of 2010 is said by both ends: the one of which both speak has no printed direction on one side.
    const printed = links.filter((link) => link.printed !== 'unclear');
    const said = new Set(printed.map(({ from, to, owner }) => `${from} ${to} said by ${owner}`));
    const both = printed.filter(
      ({ from, to }) => said.has(`${from} ${to} said by ${from}`) && said.has(`${from} ${to} said by ${to}`),
    );
    expect(pairs(statedByBothSides(whole))).toEqual(pairs(both));
    expect(both).toEqual([]);
    expect(statedByOneSide(whole)).toHaveLength(34);
  });
});
