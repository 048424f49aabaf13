import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { type CoverageQuestion, coverage, disputed, listedIn } from '../../src/directory/coverage.ts';
import { find } from '../../src/directory/finder.ts';
import { type FinderService, finderIndex } from '../../src/directory/finder-index.ts';
import { PEOPLE } from '../../src/schema/vocabulary.ts';

let made = 0;
const service = (organization: string, more: Partial<FinderService> = {}): FinderService => ({
  id: `${organization}-${made++}`,
  organization,
  type: 'sh.shelter',
  group: 'sh',
  coverage: 'listed',
  provinces: [],
  partly: [],
  women: undefined,
  men: undefined,
  girls: undefined,
  boys: undefined,
  age_min: undefined,
  age_max: undefined,
  ...more,
});
const PROVINCES = ['XX-1', 'XX-2', 'XX-3'];
const SERVICES = [
  service('alpha', { provinces: ['XX-1'] }),
  service('alpha', { provinces: ['XX-1'], type: 'sh.interim' }),
  service('beta', { provinces: ['XX-1', 'XX-2'], men: 'yes' }),
  service('gamma', { coverage: 'nationwide', boys: 'yes' }),
  service('delta', { coverage: 'not-stated' }),
  service('epsilon', { provinces: ['XX-3'], type: undefined, group: undefined }),
  service('zeta', { provinces: ['XX-2'], men: 'no', boys: 'limited' }),
];
const ask = (asked?: CoverageQuestion) => coverage(SERVICES, PROVINCES, asked);

describe('coverage', () => {
  it('counts organizations, not rows', () => {
    expect(ask().organizations.get('XX-1')?.get('sh')).toEqual({ count: 2, notStated: 0 });
    expect(ask().organizations.get('XX-1')?.has('lg')).toBe(false);
    expect(ask().services.get('sh')).toBe(6);
  });
  it('leaves nationwide services out of provinces and of their state, unless they are asked for', () => {
    expect(ask().nationwide.get('sh')?.count).toBe(1);
    expect([...ask().state.values()]).toEqual(['recorded', 'recorded', 'not-stated']);
    const all = ask({ who: [], nationwide: true });
    expect(all.organizations.get('XX-3')?.get('sh')?.count).toBe(1);
    expect([...all.state.values()]).toEqual(['recorded', 'recorded', 'recorded']);
  });
  it('counts an organization that works nationwide in several groups once', () => {
    const twice = [
      service('alpha', { coverage: 'nationwide', men: 'yes' }),
      service('alpha', { coverage: 'nationwide', type: 'lg.identity', group: 'lg' }),
      service('beta', { coverage: 'nationwide', type: undefined, group: undefined }),
    ];
    const counted = coverage(twice, PROVINCES, { who: ['men'] });
    expect(counted.nationwideInAll).toEqual({ count: 2, notStated: 1 });
    expect(coverage(twice, PROVINCES).nationwideInAll).toEqual({ count: 2, notStated: 0 });
  });
  it('counts what does not say where', () => {
    expect(ask().notStatedWhere).toBe(1);
  });
  it('keeps those that do not say apart from those that accept', () => {
    const men = ask({ who: ['men'] });
    expect(men.organizations.get('XX-1')?.get('sh')).toEqual({ count: 2, notStated: 1 });
    expect(men.state.get('XX-1')).toBe('recorded');
    expect(men.state.get('XX-3')).toBe('not-stated');
  });
  it('counts nobody who says no', () => {
    expect(
      ask({ who: ['men'] })
        .organizations.get('XX-2')
        ?.get('sh')?.count,
    ).toBe(1);
    const onlyNo = coverage([service('zeta', { provinces: ['XX-2'], men: 'no' })], PROVINCES, {
      who: ['men'],
    });
    expect(onlyNo.state.get('XX-2')).toBe('none-recorded');
  });
  it('calls a province limited where the best answer is limited', () => {
    const boys = coverage([service('zeta', { provinces: ['XX-2'], boys: 'limited' })], PROVINCES, {
      who: ['boys'],
    });
    expect(boys.state.get('XX-2')).toBe('limited');
  });
  it('counts an organization once in the total of a province', () => {
    expect(ask().total.get('XX-1')).toEqual({ count: 2, notStated: 0 });
    expect(ask({ who: ['men'] }).total.get('XX-1')).toEqual({ count: 2, notStated: 1 });
    expect(ask({ who: [], need: ['lg'] }).total.get('XX-1')?.count).toBe(0);
  });
  it('counts one kind of help, or one group', () => {
    expect(
      ask({ who: [], need: ['sh.interim'] })
        .organizations.get('XX-1')
        ?.get('sh')?.count,
    ).toBe(1);
    expect(ask({ who: [], need: ['lg'] }).state.get('XX-1')).toBe('none-recorded');
  });
});

describe('listedIn', () => {
  it('names each organization once for a group, with its strongest answer', () => {
    const mixed = [
      service('alpha', { provinces: ['XX-1'] }),
      service('alpha', { provinces: ['XX-1'], men: 'limited' }),
      service('beta', { provinces: ['XX-1'], men: 'no' }),
      service('gamma', { coverage: 'nationwide', men: 'yes' }),
    ];
    const named = (asked: CoverageQuestion) =>
      listedIn(mixed, 'XX-1', asked).map(({ organization, match, nationwide }) => [
        organization,
        match,
        nationwide,
      ]);
    expect(named({ who: ['men'] })).toEqual([['alpha', 'limited', false]]);
    expect(named({ who: ['men'], nationwide: true })).toEqual([
      ['alpha', 'limited', false],
      ['gamma', 'yes', true],
    ]);
  });
});

describe('the shipped directory', () => {
  const { directory } = loadDirectory('data');
  if (directory === undefined) throw new Error('The shipped directory has errors.');
  const editions = directory.editions.map((edition) => ({ edition, index: finderIndex(directory, edition) }));
  const people = [[], ...PEOPLE.map((person) => [person])];
  const needs = [[], ...directory.groups.map(({ id }) => [id])];

  // 24 provinces by 6 groups by 5 kinds of people, each also with nationwide services.
  it.each(editions)(
    '$edition.about.id: says of every province, group and person what the finder says',
    ({ edition, index }) => {
      const differing: string[] = [];
      for (const who of people)
        for (const need of needs)
          for (const nationwide of [false, true]) {
            const counted = coverage(index.services, edition.about.provinces, { who, need, nationwide });
            for (const province of edition.about.provinces) {
              const answer = find(index, { who, need, where: [province], age: undefined, q: '' });
              const found = answer.found.filter(({ reach }) => nationwide || reach !== 'nationwide');
              const listed = listedIn(index.services, province, { who, need, nationwide });
              const byGroup = Map.groupBy(found, ({ service: { group } }) => group);
              const where = `${who} ${need} ${province} ${nationwide}`;
              for (const { id } of directory.groups) {
                const some = byGroup.get(id) ?? [];
                const all = new Set(some.map(({ service }) => service.organization));
                const tally = counted.organizations.get(province)?.get(id);
                const named = listed.filter(({ group }) => group === id);
                if ((tally?.count ?? 0) !== all.size) differing.push(`${where}: count of ${id}`);
                if (named.length !== all.size) differing.push(`${where}: names of ${id}`);
                const says = some.filter(({ match }) => match !== 'not-stated');
                const silent = all.size - new Set(says.map(({ service }) => service.organization)).size;
                if (who.length > 0 && (tally?.notStated ?? 0) !== silent)
                  differing.push(`${where}: silent ${id}`);
              }
              if (
                !nationwide &&
                (counted.state.get(province) === 'none-recorded') !== answer.noneListedIn.includes(province)
              )
                differing.push(`${where}: none recorded`);
              const best = found[0]?.match;
              const state = counted.state.get(province);
              if (who.length > 0 && best !== undefined && state !== (best === 'yes' ? 'recorded' : best))
                differing.push(`${where}: ${state}, the finder says ${best}`);
            }
          }
      expect(differing).toEqual([]);
    },
  );
});

describe('disputed', () => {
  const services = [
    service('alpha', { men: 'yes', age_min: 9, age_max: 17 }),
    service('alpha', { men: 'yes', age_max: 17, type: 'sh.interim' }),
    service('beta', { men: 'yes' }),
    service('gamma', { men: 'no', age_max: 17 }),
    service('delta', { girls: 'limited', age_min: 18 }),
  ];

  it('names whoever takes people whom the printed ages leave out, once', () => {
    expect(disputed(services, { who: ['men'] })).toEqual(['alpha']);
    expect(disputed(services, { who: ['girls', 'women'] })).toEqual(['delta']);
    expect(disputed(services, { who: ['men'], need: ['lg'] })).toEqual([]);
  });

  it('names nobody where an age decides, or nobody in particular is asked for', () => {
    expect(disputed(services, { who: ['men'], age: 30 })).toEqual([]);
    expect(disputed(services, { who: [] })).toEqual([]);
  });
});
