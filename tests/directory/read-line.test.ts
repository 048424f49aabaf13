import { describe, expect, it } from 'vitest';
import type { Searchable } from '../../src/directory/finder-index.ts';
import { readLine, understood } from '../../src/directory/read-line.ts';

const provinces = [
  { id: 'XX-1', borders: ['moonland'] },
  { id: 'XX-2' },
  { id: 'XX-9', borders: ['moonland', 'sea'] },
];
const names: Searchable[] = [
  { kind: 'organization', id: 'koala-kids', names: ['Koala Kids', 'KK'] },
  { kind: 'type', id: 'sh.shelter', names: ['Shelter or centre', 'ជម្រក'] },
  { kind: 'group', id: 'sh', names: ['Shelter', 'bed'] },
  { kind: 'province', id: 'XX-1', names: ['First Province', 'FRS', 'Riverside', 'បន្ទាយមានជ័យ'] },
  { kind: 'province', id: 'XX-9', names: ['Kolo Kolo', 'KK'] },
];

describe('readLine', () => {
  it.each([
    ['frs men shelter', { who: ['men'], where: ['XX-1'], need: ['sh'], q: '' }],
    ['First Province', { where: ['XX-1'], q: '' }],
    ['boy 15 riverside bed', { who: ['boys'], age: 15, where: ['XX-1'], need: ['sh'], q: '' }],
    ['2 boys', { who: ['boys'], q: '' }],
    ['help for boys in frs', { who: ['boys'], where: ['XX-1'], q: '' }],
    ['aged 16', { age: 16, q: '' }],
    ['16yo', { age: 16, q: '' }],
    ['012', { q: '012' }],
    ['12', { age: 12, q: '' }],
    ['frs 12', { where: ['XX-1'], age: 12, q: '' }],
    ['12 345', { q: '12 345' }],
    ['kk', { q: 'kk' }],
    ['koala frs', { where: ['XX-1'], q: 'koala' }],
    ['shelter or centre', { need: ['sh.shelter'], q: '' }],
    ['បុរស បន្ទាយមានជ័យ', { who: ['men'], where: ['XX-1'], q: '' }],
    ['ជម្រកបន្ទាយមានជ័យ', { need: ['sh.shelter'], where: ['XX-1'], q: '' }],
    ['ជម្រក\u200bបន្ទាយមានជ័យ', { need: ['sh.shelter'], where: ['XX-1'], q: '' }],
    ['បន្ទាយ\u200bមាន\u200bជ័យ', { where: ['XX-1'], q: '' }],
    ['boys 15 years old', { who: ['boys'], age: 15, q: '' }],
    ['who takes a man 19 back from frs', { who: ['men'], age: 19, where: ['XX-1'], q: '' }],
    ['men men', { who: ['men'], q: '' }],
    ['', { q: '' }],
    ['female child frs', { who: ['girls'], where: ['XX-1'], q: '' }],
    ['adult', { who: ['women', 'men'], q: '' }],
    ['child frs', { who: ['girls', 'boys'], where: ['XX-1'], q: '' }],
    ['furst provinc', { where: ['XX-1'], q: '' }],
    ['furst province', { where: ['XX-1'], q: '' }],
    ['near moonland border', { where: ['XX-1', 'XX-9'], q: '' }],
    ['border with moonland', { where: ['XX-1', 'XX-9'], q: '' }],
    ['sheltar riversite', { where: ['XX-1'], q: 'sheltar' }],
    ['raver sayd', { q: 'raver sayd' }],
    ['fairs', { q: 'fairs' }],
    ['17 male', { who: ['men'], age: 17, q: '' }],
    ['child 5 frs', { who: ['girls', 'boys'], age: 5, where: ['XX-1'], q: '' }],
    ['1 man frs', { who: ['men'], where: ['XX-1'], q: '' }],
    ['woman 2 child', { who: ['women', 'girls', 'boys'], q: '' }],
    ['15 male, 30 female', { who: ['men', 'women'], q: '15 30' }],
    ['woman 2 children', { who: ['women', 'girls', 'boys'], q: '' }],
    ['ស្ត្រី ២ នាក់', { who: ['women'], q: '' }],
    ['man 2 days', { who: ['men'], q: '2 days' }],
    ['girl 5 months', { who: ['girls'], q: '5 months' }],
    ['girl 5-12', { who: ['girls'], q: '5-12' }],
    ['girls 5 to 12 years frs', { who: ['girls'], where: ['XX-1'], q: '5-12 years' }],
    ['ក្មេងស្រី ៥-១២', { who: ['girls'], q: '5-12' }],
    ['boys under 18 years', { who: ['boys'], q: 'under 18 years' }],
    ['boy up to 12 frs', { who: ['boys'], where: ['XX-1'], q: 'up to 12' }],
    ['012 34-56-78', { q: '012 34 56 78' }],
    ['girl 15, boy 12', { who: ['girls', 'boys'], q: '15 12' }],
    ['boy 15 15', { who: ['boys'], age: 15, q: '15' }],
    ['not men', { q: 'not men' }],
    ['no women frs', { where: ['XX-1'], q: 'no women' }],
    ['outside first province', { q: 'outside first province' }],
    ['ស្ត្រីមិនទទួល', { who: ['women'], q: 'មិន ទទួល' }],
    ['កុមារីអាយុ១៥ឆ្នាំ', { who: ['girls'], age: 15, q: '' }],
    ['ជួយស្ត្រីនៅបន្ទាយមានជ័យ', { who: ['women'], where: ['XX-1'], q: '' }],
    ['ខេត្តបន្ទាយមានជ័យ', { where: ['XX-1'], q: '' }],
    ['koala riversite', { where: ['XX-1'], q: 'koala' }],
    ['riverbank', { q: 'riverbank' }],
  ])('%s', (line, query) => {
    expect(readLine({ names, provinces }, line)).toEqual({ who: [], where: [], need: [], ...query });
  });
});

describe('understood', () => {
  it('adds to the filters that stand already', () => {
    const query = { who: ['girls' as const], where: ['XX-9'], need: [], q: 'frs girls koala' };
    expect(understood({ names, provinces }, query)).toMatchObject({
      who: ['girls'],
      where: ['XX-9', 'XX-1'],
      q: 'koala',
    });
  });
});
