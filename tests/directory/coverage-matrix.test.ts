/** The coverage table against a count that knows nothing of the code: from the CSV files. */
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { coverage } from '../../src/directory/coverage.ts';
import {
  type Cell,
  coverageColumn,
  listGaps,
  provincesIn,
  restingOnOne,
} from '../../src/directory/coverage-matrix.ts';
import { type FinderService, finderIndex } from '../../src/directory/finder-index.ts';
import { PEOPLE } from '../../src/schema/vocabulary.ts';
import { countEdition, countRows, type Row } from '../coverage-count.ts';

const service = (organization: string, more: Partial<FinderService>): FinderService => ({
  id: `${organization}-${more.type ?? 'x'}`,
  organization,
  type: 'sh.shelter',
  group: 'sh',
  coverage: (more.provinces ?? []).length > 0 ? 'listed' : 'not-stated',
  provinces: [],
  partly: [],
  ...more,
});
const MADE_UP = [
  service('alpha', { provinces: ['XX-1'], men: 'yes' }),
  service('alpha', { provinces: ['XX-1', 'XX-2'] }),
  service('beta', { provinces: ['XX-1'], men: 'limited' }),
  service('gamma', { provinces: ['XX-2'], men: 'no' }),
  service('delta', { coverage: 'nationwide' }),
  service('epsilon', { men: 'yes', type: 'sh.interim' }),
];
const PLACES = ['XX-1', 'XX-2', 'XX-3'];

describe('coverageColumn', () => {
  const men = coverageColumn(MADE_UP, PLACES, { who: ['men'], need: ['sh'] });

  it('counts an organization once, by its strongest answer, and none that says no', () => {
    expect([...men.provinces]).toEqual([
      ['XX-1', { yes: 1, limited: 1, notStated: 0, state: 'recorded' }],
      ['XX-2', { yes: 0, limited: 0, notStated: 1, state: 'not-stated' }],
      ['XX-3', { yes: 0, limited: 0, notStated: 0, state: 'none-recorded' }],
    ]);
  });

  it('adds nationwide organizations to each province only in the second count', () => {
    expect(men.nationwide).toEqual({ yes: 0, limited: 0, notStated: 1, state: 'not-stated' });
    expect([...men.withNationwide.values()].map(({ notStated }) => notStated)).toEqual([1, 2, 1]);
    expect(men.withNationwide.get('XX-3')?.state).toBe('not-stated');
  });

  it('keeps apart who does not say where', () => {
    expect(men.somewhere).toEqual({ yes: 1, limited: 0, notStated: 0, state: 'recorded' });
  });

  it('calls limited what is only limited', () => {
    const [beta] = MADE_UP.slice(2);
    const column = coverageColumn([beta as FinderService], PLACES, { who: ['men'] });
    expect(provincesIn(column.provinces, 'limited')).toEqual(['XX-1']);
  });
});

describe('listGaps', () => {
  it('puts the widest gap first', () => {
    const gaps = listGaps(MADE_UP, PLACES, ['sh', 'lg']);
    expect(gaps.map(({ person, need }) => `${need} ${person}`)).toEqual([
      'lg women',
      'lg men',
      'lg girls',
      'lg boys',
      'sh women',
      'sh girls',
      'sh boys',
      'sh men',
    ]);
    expect(gaps.at(-1)).toMatchObject({ recorded: ['XX-1'], notStated: ['XX-2'], noneRecorded: ['XX-3'] });
  });
});

describe('restingOnOne', () => {
  it('names who is alone in a province, with an answer, or with a kind of help', () => {
    const alone = [
      ...MADE_UP,
      service('zeta', { provinces: ['XX-3'], type: 'lg.counselling', group: 'lg', girls: 'limited' }),
    ];
    expect(restingOnOne(alone, PLACES, ['sh', 'lg'])).toEqual([
      {
        organization: 'zeta',
        places: [{ province: 'XX-3', group: 'lg' }],
        says: [{ group: 'lg', person: 'girls' }],
        types: ['lg.counselling'],
      },
      { organization: 'epsilon', places: [], says: [], types: ['sh.interim'] },
    ]);
  });
});

describe('the shipped directory', () => {
  const { directory } = loadDirectory('data');
  if (directory === undefined) throw new Error('The shipped directory has errors.');
  // 24 provinces by 6 groups and every kind of help, for anyone and each person, with and without nationwide.
  it.each(directory.editions)('$about.id: counts what its files say', (edition) => {
    const counted = countEdition('data', edition.about.id);
    const { provinces } = counted;
    const { services } = finderIndex(directory, edition);
    const wrong: string[] = [];
    let compared = 0;
    for (const need of [...counted.groups, ...counted.types])
      for (const who of [[], ...PEOPLE.map((person) => [person])]) {
        const column = coverageColumn(services, provinces, { who, need: [need] });
        const check = (cell: Cell | undefined, some: Row[], where: string) => {
          compared += 1;
          if (JSON.stringify(cell) !== JSON.stringify(countRows(some, who)))
            wrong.push(`${need} ${who} ${where}`);
        };
        const everywhere = counted.nationwide(need);
        for (const province of provinces) {
          const here = counted.listed(need, province);
          check(column.provinces.get(province), here, province);
          check(column.withNationwide.get(province), [...here, ...everywhere], `${province} and nationwide`);
        }
        check(column.nationwide, everywhere, 'nationwide');
        check(column.anywhere, counted.rowsOf(need), 'anywhere');
      }
    expect(wrong).toEqual([]);
    expect(compared).toBe((counted.groups.length + counted.types.length) * 5 * (2 * provinces.length + 2));
  });

  it.each(directory.editions)('$about.id: counts what the map counts', (edition) => {
    const { services } = finderIndex(directory, edition);
    const provinces = edition.about.provinces;
    for (const person of PEOPLE)
      for (const { id: group } of directory.groups)
        for (const nationwide of [false, true]) {
          const asked = { who: [person], need: [group] };
          const map = coverage(services, provinces, { ...asked, nationwide });
          const column = coverageColumn(services, provinces, asked);
          const cells = nationwide ? column.withNationwide : column.provinces;
          for (const [province, { yes, limited, notStated, state }] of cells) {
            const tally = map.organizations.get(province)?.get(group) ?? { count: 0, notStated: 0 };
            expect({ count: yes + limited + notStated, notStated, state }).toEqual({
              ...tally,
              state: map.state.get(province),
            });
          }
        }
  });
});
