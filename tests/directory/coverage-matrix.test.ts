/** The coverage table against a count that knows nothing of the code: read straight from the CSV files. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
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

type Row = Record<string, string>;

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
  const table = (file: string): Row[] =>
    Papa.parse<Row>(readFileSync(`data/${file}`, 'utf8').replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;
  const groupOf = new Map(table('taxonomy/service-types.csv').map(({ id, group }) => [id, group]));
  const groups = [...new Set(groupOf.values())];
  const list = (cell = '') => cell.split(';').filter((id) => id !== '');

  /** By hand: organizations whose best word on these people is yes, limited, or nothing. */
  function countRows(rows: readonly Row[], people: readonly string[]): Cell {
    const words = new Map<string, string[]>();
    for (const row of rows) {
      const said = people.map((person) => row[person] || 'silent');
      words.set(row.organization ?? '', [...(words.get(row.organization ?? '') ?? []), ...said]);
    }
    const all = [...words.values()];
    const yes = all.filter((said) => said.includes('yes')).length;
    const limited = all.filter((said) => !said.includes('yes') && said.includes('limited')).length;
    const heard = (said: string[]) => said.includes('yes') || said.includes('limited');
    const notStated = all.filter((said) => !heard(said) && said.includes('silent')).length;
    const state =
      yes > 0 ? 'recorded' : limited > 0 ? 'limited' : notStated > 0 ? 'not-stated' : 'none-recorded';
    return { yes, limited, notStated, state };
  }

  // 24 provinces by 6 groups and every kind of help, for anyone and each person, with and without nationwide.
  it.each(directory.editions)('$about.id: counts what its files say', (edition) => {
    const { id, provinces } = edition.about;
    const rows = table(`editions/${id}/services.csv`);
    const { services } = finderIndex(directory, edition);
    const wrong: string[] = [];
    let compared = 0;
    for (const need of [...groups, ...groupOf.keys()]) {
      const ofNeed = rows.filter(({ type = '' }) => type === need || groupOf.get(type) === need);
      for (const who of [[], ...PEOPLE.map((person) => [person])]) {
        const people: readonly string[] = who.length === 0 ? PEOPLE : who;
        const column = coverageColumn(services, provinces, { who, need: [need as string] });
        const everywhere = ofNeed.filter((row) => row.coverage === 'nationwide');
        const check = (cell: Cell | undefined, some: Row[], where: string) => {
          compared += 1;
          if (JSON.stringify(cell) !== JSON.stringify(countRows(some, people)))
            wrong.push(`${need} ${who} ${where}`);
        };
        for (const province of provinces) {
          const here = ofNeed.filter((row) => list(row.provinces).includes(province));
          check(column.provinces.get(province), here, province);
          check(column.withNationwide.get(province), [...here, ...everywhere], `${province} and nationwide`);
        }
        check(column.nationwide, everywhere, 'nationwide');
        check(column.anywhere, ofNeed, 'anywhere');
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBe((groups.length + groupOf.size) * 5 * (2 * provinces.length + 2));
  });

  it.each(directory.editions)('$about.id: counts what the map counts', (edition) => {
    const { services } = finderIndex(directory, edition);
    const provinces = edition.about.provinces;
    for (const person of PEOPLE)
      for (const group of groups as string[])
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
