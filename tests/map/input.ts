/** Input of a map with numbers of a realistic size: crowded, sparse and empty provinces in both scripts. */
import type { ProvinceState, Tally } from '../../src/directory/coverage.ts';
import type { MapInput } from '../../src/map/model.ts';
import type { Language } from '../../src/schema/vocabulary.ts';

const GROUPS = [
  { id: 'im', label: 'Immediate support', letter: 'I', shape: 'circle', color: '#8ec9f0' },
  { id: 'md', label: 'Medical', letter: 'M', shape: 'plus', color: '#ffd23d' },
  { id: 'sh', label: 'Shelter', letter: 'S', shape: 'house', color: '#1d3f8f' },
  { id: 'ed', label: 'Education and work', letter: 'E', shape: 'square', color: '#1c7742' },
  { id: 'lg', label: 'Legal aid', letter: 'L', shape: 'shield', color: '#b3251d' },
  { id: 'cm', label: 'Community', letter: 'C', shape: 'diamond', color: '#121214' },
] as const;

type Row = [id: string, en: string, km: string, state: ProvinceState, counts: number[]];

const ROWS: Row[] = [
  ['KH-1', 'Banteay Meanchey', 'បន្ទាយមានជ័យ', 'recorded', [3, 2, 1, 1, 2, 3]],
  ['KH-2', 'Battambang', 'បាត់ដំបង', 'recorded', [4, 1, 2, 3, 1, 4]],
  ['KH-3', 'Kampong Cham', 'កំពង់ចាម', 'not-stated', [1, 1, 1, 0, 1, 0]],
  ['KH-4', 'Kampong Chhnang', 'កំពង់ឆ្នាំង', 'recorded', [0, 1, 1, 0, 2, 0]],
  ['KH-5', 'Kampong Speu', 'កំពង់ស្ពឺ', 'recorded', [1, 2, 0, 0, 2, 0]],
  ['KH-6', 'Kampong Thom', 'កំពង់ធំ', 'recorded', [1, 1, 0, 1, 1, 0]],
  ['KH-7', 'Kampot', 'កំពត', 'recorded', [1, 1, 0, 0, 1, 0]],
  ['KH-8', 'Kandal', 'កណ្តាល', 'recorded', [0, 1, 1, 2, 1, 0]],
  ['KH-9', 'Koh Kong', 'កោះកុង', 'recorded', [1, 1, 1, 0, 1, 0]],
  ['KH-10', 'Kratie', 'ក្រចេះ', 'not-stated', [0, 0, 1, 0, 0, 0]],
  ['KH-11', 'Mondulkiri', 'មណ្ឌលគិរី', 'none-recorded', [0, 0, 0, 0, 0, 0]],
  ['KH-12', 'Phnom Penh', 'ភ្នំពេញ', 'recorded', [3, 7, 3, 10, 2, 3]],
  ['KH-13', 'Preah Vihear', 'ព្រះវិហារ', 'recorded', [0, 0, 0, 0, 1, 0]],
  ['KH-14', 'Prey Veng', 'ព្រៃវែង', 'not-stated', [0, 0, 2, 0, 0, 0]],
  ['KH-15', 'Pursat', 'ពោធិ៍សាត់', 'not-stated', [0, 0, 0, 0, 2, 0]],
  ['KH-16', 'Ratanakiri', 'រតនគិរី', 'not-stated', [0, 0, 1, 0, 0, 0]],
  ['KH-17', 'Siem Reap', 'សៀមរាប', 'recorded', [3, 2, 2, 1, 2, 3]],
  ['KH-18', 'Preah Sihanouk', 'ព្រះសីហនុ', 'not-stated', [1, 0, 0, 1, 1, 0]],
  ['KH-19', 'Stung Treng', 'ស្ទឹងត្រែង', 'recorded', [1, 1, 0, 0, 0, 0]],
  ['KH-20', 'Svay Rieng', 'ស្វាយរៀង', 'recorded', [2, 1, 1, 0, 0, 0]],
  ['KH-21', 'Takeo', 'តាកែវ', 'recorded', [1, 0, 0, 0, 1, 0]],
  ['KH-22', 'Oddar Meanchey', 'ឧត្តរមានជ័យ', 'recorded', [0, 0, 0, 0, 1, 0]],
  ['KH-23', 'Kep', 'កែប', 'none-recorded', [0, 0, 0, 0, 0, 0]],
  ['KH-24', 'Pailin', 'ប៉ៃលិន', 'recorded', [1, 0, 0, 1, 0, 0]],
  ['KH-25', 'Tboung Khmum', 'ត្បូងឃ្មុំ', 'recorded', [1, 0, 1, 0, 1, 0]],
];

const tallies = (counts: readonly number[]): Map<string, Tally> =>
  new Map(GROUPS.map(({ id }, i) => [id, { count: counts[i] ?? 0, notStated: 0 }]));

/** @param count 24 for the provinces until 2013, 25 with Tboung Khmum. */
export function mapInput(language: Language, count: 24 | 25 = 24): MapInput {
  const rows = ROWS.slice(0, count);
  return {
    provinces: rows.map(([id, en, km]) => ({ id, label: language === 'en' ? en : km })),
    groups: GROUPS,
    coverage: {
      organizations: new Map(rows.map(([id, , , , counts]) => [id, tallies(counts)])),
      total: new Map(rows.map(([id, , , , counts]) => [id, { count: Math.max(...counts), notStated: 0 }])),
      state: new Map(rows.map(([id, , , state]) => [id, state])),
      nationwide: tallies([1, 0, 2, 0, 10, 3]),
      nationwideInAll: { count: 14, notStated: 0 },
      services: new Map(),
      notStatedWhere: 21,
    },
  };
}
