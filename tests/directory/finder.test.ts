import { describe, expect, it } from 'vitest';
import { find, widened } from '../../src/directory/finder.ts';
import type { FinderIndex, FinderService } from '../../src/directory/finder-index.ts';
import { reply } from '../../src/directory/finder-reply.ts';
import { EMPTY_QUERY, readQuery, writeQuery } from '../../src/directory/query.ts';

function service(id: string, more: Partial<FinderService>): FinderService {
  const organization = id.split('-')[0] as string;
  return {
    id,
    organization,
    type: 'sh.shelter',
    group: 'sh',
    coverage: 'listed',
    provinces: [],
    partly: [],
    ...more,
  };
}

const index: FinderIndex = {
  services: [
    service('alpha-shelter', { provinces: ['XX-1'] }),
    service('beta-shelter', { coverage: 'nationwide', men: 'yes' }),
    service('gamma-shelter', { provinces: ['XX-1', 'XX-2'], partly: ['XX-1'], men: 'yes' }),
    service('delta-shelter', { provinces: ['XX-1'], men: 'limited' }),
    service('epsilon-shelter', { provinces: ['XX-1'], men: 'no' }),
    service('zeta-legal', {
      type: 'lg.counselling',
      group: 'lg',
      provinces: ['XX-2'],
      age_min: 5,
      age_max: 17,
    }),
    service('eta-legal', { type: 'lg.counselling', group: 'lg', coverage: 'not-stated' }),
    service('theta-shelter', { provinces: ['XX-1'], men: 'yes' }),
  ],
  provinces: [
    { id: 'XX-1', neighbours: ['XX-2'] },
    { id: 'XX-2', neighbours: ['XX-1', 'XX-3'] },
    { id: 'XX-3', neighbours: ['XX-2'] },
  ],
  formerly: { 'XX-9': 'XX-1' },
  names: [
    { kind: 'organization', id: 'alpha', names: ['Alpha House', 'AH', 'Pteah Alpha'] },
    { kind: 'organization', id: 'beta', names: ['Beta Hands', 'អង្គការបេតា'] },
    { kind: 'organization', id: 'gamma', names: ['Gamma Clinic'] },
    { kind: 'type', id: 'sh.shelter', names: ['Shelter', 'ជម្រក'] },
    { kind: 'type', id: 'lg.counselling', names: ['Legal advice'] },
    { kind: 'province', id: 'XX-1', names: ['First Province', 'FRS'] },
    { kind: 'province', id: 'XX-2', names: ['Second Province'] },
  ],
};
const ids = (query: Partial<typeof EMPTY_QUERY>) =>
  find(index, { ...EMPTY_QUERY, ...query }).found.map(({ service }) => service.id);

describe('find', () => {
  it('ranks yes, limited, not stated; in each listed, partly, nationwide', () => {
    expect(ids({ who: ['men'], where: ['XX-1'] })).toEqual([
      'theta-shelter',
      'gamma-shelter',
      'beta-shelter',
      'delta-shelter',
      'alpha-shelter',
    ]);
  });

  it('never shows a no as a result, and never hides it', () => {
    const answer = find(index, { ...EMPTY_QUERY, who: ['men'], where: ['XX-1'] });
    expect(answer.refused.map(({ service }) => service.id)).toEqual(['epsilon-shelter']);
  });

  it('leaves a service whose place is not stated out of every province and in the whole list', () => {
    expect(ids({ need: ['lg'], where: ['XX-2'] })).toEqual(['zeta-legal']);
    expect(ids({ need: ['lg'] })).toEqual(['zeta-legal', 'eta-legal']);
  });

  it('takes several provinces and kinds as any of them', () => {
    expect(ids({ where: ['XX-2', 'XX-3'], need: ['lg', 'sh.shelter'] })).toEqual([
      'gamma-shelter',
      'beta-shelter',
      'zeta-legal',
    ]);
  });

  it('finds a province by a code of another time', () => {
    expect(ids({ where: ['XX-9'], who: ['men'] })).toEqual(ids({ where: ['XX-1'], who: ['men'] }));
  });

  it('says where nothing is listed, and what the neighbours have', () => {
    const answer = find(index, { ...EMPTY_QUERY, where: ['XX-3'], need: ['sh'] });
    expect(answer.found.map(({ service }) => service.id)).toEqual(['beta-shelter']);
    expect(answer.noneListedIn).toEqual(['XX-3']);
    expect(answer.nearby).toEqual([{ province: 'XX-2', services: 1 }]);
  });

  it('moves a service outside the printed ages to the refused ones', () => {
    const answer = find(index, { ...EMPTY_QUERY, need: ['lg'], age: 30 });
    expect(answer.found.map(({ service }) => service.id)).toEqual(['eta-legal']);
    expect(answer.refused.map(({ service }) => service.id)).toEqual(['zeta-legal']);
  });
});

describe('reply', () => {
  it('says how many are left out, however few of them it holds', () => {
    const more = { ...service('iota-shelter', { provinces: ['XX-1'], men: 'no' }) };
    const both = { ...index, services: [...index.services, more] };
    const { refused, refusedCount } = reply(both, { ...EMPTY_QUERY, who: ['men'], where: ['XX-1'] }, 1);
    expect([refused.length, refusedCount]).toEqual([1, 2]);
  });
});

describe('typing a line', () => {
  it.each<[string, string[]]>([
    ['alpha', ['alpha-shelter']],
    ['ah', ['alpha-shelter']],
    ['A.H.', ['alpha-shelter']],
    ['hous', ['alpha-shelter']],
    ['GAMMA clinic', ['gamma-shelter']],
    [
      'shelter frs',
      ['beta-shelter', 'gamma-shelter', 'theta-shelter', 'delta-shelter', 'epsilon-shelter', 'alpha-shelter'],
    ],
    ['បេតា', ['beta-shelter']],
    ['alfa hause', ['alpha-shelter']],
    ['legal', ['zeta-legal', 'eta-legal']],
  ])('%s finds %o', (q, found) => {
    const answer = find(index, { ...EMPTY_QUERY, q });
    const all = [...answer.found, ...answer.refused].map(({ service }) => service.id);
    expect(new Set(all)).toEqual(new Set(found));
  });

  it('leaves words aside that name nothing, where others are understood', () => {
    const answer = find(index, { ...EMPTY_QUERY, q: 'men frs zzzzqqqq' });
    expect(answer.ignored).toBe('zzzzqqqq');
    expect(answer.found.length).toBe(ids({ who: ['men'], where: ['XX-1'] }).length);
  });

  it('says when it only has the nearest names', () => {
    expect(find(index, { ...EMPTY_QUERY, q: 'alfa hause' }).nearestNames).toBe(true);
    expect(find(index, { ...EMPTY_QUERY, q: 'alpha' }).nearestNames).toBe(false);
  });

  it('puts an organization that is called so first', () => {
    const called = {
      ...index,
      names: [
        ...index.names,
        { kind: 'organization' as const, id: 'gamma', names: ['FRS2'] },
        { kind: 'province' as const, id: 'XX-2', names: ['FRS2'] },
      ],
    };
    expect(find(called, { ...EMPTY_QUERY, q: 'frs2' }).found[0]?.service.organization).toBe('gamma');
  });

  it('finds whose number it is, and nothing for a number of nobody', () => {
    const numbered = { ...index, numbers: [{ digits: '85510000123', services: ['beta-shelter'] }] };
    const whose = (q: string) => find(numbered, { ...EMPTY_QUERY, q }).found.map(({ service }) => service.id);
    expect(whose('010 000 123')).toEqual(['beta-shelter']);
    expect(whose('00123')).toEqual(['beta-shelter']);
    expect(whose('010 000 124')).toEqual([]);
  });

  it('says by which name an organization was found', () => {
    expect(find(index, { ...EMPTY_QUERY, q: 'pteah' }).called.get('alpha')).toBe('Pteah Alpha');
    expect(find(index, { ...EMPTY_QUERY, q: 'ptea alfa' }).called.get('alpha')).toBe('Pteah Alpha');
  });

  it('keeps both readings of a name that is also a place, and says the other one', () => {
    const both = {
      ...index,
      names: [...index.names, { kind: 'organization' as const, id: 'zeta', names: ['FRS'] }],
    };
    const { query, otherReadings } = find(both, { ...EMPTY_QUERY, q: 'frs men' });
    expect(query).toMatchObject({ who: ['men'], where: [], q: 'frs' });
    expect(find(both, query).namesakes).toEqual(['zeta']);
    expect(otherReadings).toEqual([
      { phrase: 'frs', query: { who: ['men'], age: undefined, where: ['XX-1'], need: [], q: '' } },
    ]);
    expect(find(both, query).found.map(({ service }) => service.id)).toContain('theta-shelter');
  });

  it('finds nothing for what is like nothing', () => {
    expect(ids({ q: 'qqqqxxxx' })).toEqual([]);
  });
});

describe('widened', () => {
  it('says what would fit without one of the filters', () => {
    const query = { ...EMPTY_QUERY, who: ['girls' as const], where: ['XX-3'], need: ['lg'] };
    expect(find(index, query).found).toEqual([]);
    const wider = widened(index, query);
    expect(wider.map(({ filter, services }) => [filter, services])).toEqual([
      ['where=XX-3', 2],
      ['need=lg', 1],
    ]);
    expect(wider.map(({ query: without }) => find(index, without).found.length)).toEqual([2, 1]);
  });
});

describe('the fragment', () => {
  it.each([
    '',
    'who=men&where=KH-1&need=sh',
    'who=men,girls&age=19&where=KH-1,KH-2&need=sh.shelter,lg&q=poipet',
  ])('%s is read and written back unchanged', (fragment) => {
    expect(writeQuery(readQuery(`#${fragment}`))).toBe(fragment);
  });

  it('drops what it does not know', () => {
    expect(readQuery('#who=dragons,men&age=abc&x=1')).toEqual({
      ...EMPTY_QUERY,
      who: ['men'],
      age: undefined,
    });
    expect(readQuery('#age=400').age).toBeUndefined();
  });
});
