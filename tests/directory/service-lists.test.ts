import { describe, expect, it } from 'vitest';
import { makeSet } from '../../scripts/benchmarks/search/generator.ts';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import { acceptance } from '../../src/directory/acceptance.ts';
import { find } from '../../src/directory/finder.ts';
import type { FinderService } from '../../src/directory/finder-index.ts';
import { reply } from '../../src/directory/finder-reply.ts';
import { EMPTY_QUERY, type Query } from '../../src/directory/query.ts';
import { ServiceLists } from '../../src/directory/service-lists.ts';

const service = (id: string, more: Partial<FinderService>): FinderService => ({
  id,
  organization: 'alpha',
  coverage: 'listed',
  provinces: [],
  partly: [],
  ...more,
});
const services = [
  service('a', { type: 'sh.shelter', group: 'sh', provinces: ['XX-1'] }),
  service('b', { organization: 'beta', coverage: 'nationwide' }),
  service('c', { type: 'lg.court', group: 'lg', provinces: ['XX-2', 'XX-1', 'XX-1'] }),
];
const ids = (some: readonly FinderService[]) => some.map(({ id }) => id);

describe('ServiceLists', () => {
  const lists = new ServiceLists(services);
  it('knows the services of an organization, a kind and a province, in the order of the index', () => {
    expect(ids(lists.listed('organization', 'alpha'))).toEqual(['a', 'c']);
    expect(ids(lists.listed('group', 'lg'))).toEqual(['c']);
    expect(ids(lists.listed('province', 'XX-1'))).toEqual(['a', 'c']);
    expect(ids(lists.listed('province', 'XX-9'))).toEqual([]);
  });
  it('counts whoever works nationwide among those that reach a province', () => {
    expect(ids(lists.reaching(['XX-1']))).toEqual(['a', 'b', 'c']);
    expect(ids(lists.reaching(['XX-2']))).toEqual(['b', 'c']);
  });
  it('names each service once', () => {
    expect(ids(lists.giving(['lg', 'lg.court', 'sh']))).toEqual(['a', 'c']);
    expect(lists.union([[2], [0, 2], [], [0]])).toEqual([0, 2]);
  });
});

describe('find() over lists', () => {
  const { index } = makeSet(shippedSet('data').frame, 1500, 3);
  const questions: Query[] = [
    EMPTY_QUERY,
    { ...EMPTY_QUERY, who: ['men'] },
    { ...EMPTY_QUERY, who: ['girls', 'boys'], age: 15 },
    { ...EMPTY_QUERY, where: ['KH-1'] },
    { ...EMPTY_QUERY, where: ['KH-1', 'KH-23'], who: ['women'] },
    { ...EMPTY_QUERY, need: ['sh'] },
    { ...EMPTY_QUERY, need: ['sh', 'lg.paralegal'], where: ['KH-15'], who: ['men'] },
    { ...EMPTY_QUERY, q: 'foundation', where: ['KH-2'] },
  ];

  /** The rule, told without lists: what fits need and place, by what it says of the person asked for. */
  const named = (query: Query) =>
    query.q === ''
      ? undefined
      : new Set(find(index, { ...EMPTY_QUERY, q: query.q }).found.map((one) => one.service));
  const fitting = (query: Query) => {
    const line = named(query);
    return index.services.filter(
      (one) =>
        (line === undefined || line.has(one)) &&
        (query.need.length === 0 || query.need.some((id) => id === one.type || id === one.group)) &&
        (query.where.length === 0 ||
          one.coverage === 'nationwide' ||
          query.where.some((id) => one.provinces.includes(id))),
    );
  };

  it.each(questions)('answers as going through all services does: %j', (query) => {
    const { found, refused } = find(index, query);
    const [yes, no] = [true, false].map((takes) =>
      fitting(query).filter((one) => (acceptance(one, query).match !== 'no') === takes),
    );
    expect(new Set(ids(found.map((one) => one.service)))).toEqual(new Set(ids(yes ?? [])));
    expect(new Set(ids(refused.map((one) => one.service)))).toEqual(new Set(ids(no ?? [])));
    expect(found).toHaveLength(yes?.length ?? 0);
  });

  it('is cut to what a page shows: what is stated first, with counts of all', () => {
    const query: Query = { ...EMPTY_QUERY, who: ['men'] };
    const all = find(index, query).found;
    const { found, counts } = reply(index, query, 400);
    const stated = all.filter(({ match }) => match !== 'not-stated');
    expect(counts.yes + counts.limited).toBe(stated.length);
    expect(counts['not-stated']).toBe(all.length - stated.length);
    expect(found).toHaveLength(400);
    expect(found).toEqual([...stated, ...all.filter(({ match }) => match === 'not-stated')].slice(0, 400));
  });
});
