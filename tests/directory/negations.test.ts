/** What a line denies is never asked for. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import { find, settle } from '../../src/directory/finder.ts';
import { EMPTY_QUERY } from '../../src/directory/query.ts';

const { index } = shippedSet(join(import.meta.dirname, '../../data')).set;
const filters = (q: string) => {
  const { who, age, where, need } = settle(index, { ...EMPTY_QUERY, q });
  return [...who, ...(age === undefined ? [] : [age]), ...where, ...need].join(' ');
};

describe('a negation', () => {
  it.each<[line: string, filters: string]>([
    ['not men', ''],
    ['not for men', ''],
    ["doesn't take men", ''],
    ['does not admit men', ''],
    ['not for men or boys', ''],
    ['shelter not in phnom penh', 'sh'],
    ['shelter other than siem reap', 'sh'],
    ['anywhere but poipet', ''],
    ['shelter outside phnom penh', 'sh'],
    ['មិនទទួលបុរស', ''],
    ['មិនមែនបុរស', ''],
    ['មិននៅភ្នំពេញ', ''],
    ['ក្រៅភ្នំពេញ', ''],
    ['លើកលែងតែភ្នំពេញ', ''],
    ['កុំបញ្ជូនទៅភ្នំពេញ', ''],
    ['អត់ទទួលបុរស', ''],
    ['ហាមបុរស', ''],
    ['ពុំមានជម្រក', ''],
    ['neither men nor boys', ''],
    ['avoid phnom penh', ''],
    ['instead of phnom penh', ''],
    ['shelter minus men', 'sh'],
    ['refuses boys', ''],
    ['far from poipet shelter', 'sh'],
    ['away from men', ''],
    ['stay out of phnom penh', ''],
    ['apart from siem reap', ''],
    ['exclude men', ''],
    ['no longer a child', ''],
    ['none in kep', ''],
    ['unsafe in battambang', ''],
    ['shelter w/o boys', 'sh'],
    ['shelter w/out men', 'sh'],
    ['not in pp/btb', ''],
    ['no men & boys', ''],
    ['not btb + pp', ''],
    ["shouldn't go to phnom penh", ''],
    ["wouldn't take boys", ''],
    ['ឆ្ងាយពីប៉ោយប៉ែត', ''],
  ])('takes its filter from "%s"', (line, expected) => {
    expect(filters(line)).toBe(expected);
  });

  it.each<[line: string, filters: string]>([
    ['no family boy 12', 'boys 12'],
    ['not men, women shelter', 'women sh'],
    ['girls not boys siem reap', 'girls KH-17'],
    ['no papers, boy 16 y/o', 'boys 16'],
    ['ran away from btb, girl 13 poipet', 'girls 13 KH-1'],
    ['run away boy 15 poipet', 'boys 15 KH-1'],
    ['drop out girl 15', 'girls 15'],
    ['girl unsafe, shelter', 'girls sh'],
    ['boy 15 no family, shelter yes', 'boys 15 sh'],
    ['man no papers shelter yes', 'men sh'],
    ['girl 13 no shelter yes', 'girls 13'],
    ['woman not allowed to work', 'women'],
    ['girl not accepted at home', 'girls'],
    ["boys aren't allowed in school", 'boys'],
  ])('reaches no further in "%s"', (line, expected) => {
    expect(filters(line)).toBe(expected);
  });
});

describe('a line that is read again', () => {
  it.each([
    'away from poipet',
    'ran away from btb, girl 13 poipet',
    'far from pp/btb',
    'unsafe in battambang, bed',
    'out of school girl',
    'no men & boys',
    'no men/boys shelter',
    'not in pp/btb',
    'men or women not accepted',
    'women yes, men no',
    'transit centre ប៉ោយប៉ែត',
  ])('asks for nothing else: %s', (line) => {
    const once = settle(index, { ...EMPTY_QUERY, q: line });
    expect(settle(index, once)).toEqual(once);
    const again = settle(index, { ...EMPTY_QUERY, q: once.q });
    expect([...again.who, ...again.where, ...again.need]).toEqual([]);
  });
});

describe('a line that only denies', () => {
  it.each(['away from poipet', 'men not accepted', 'not in pp/btb', 'crc no men', 'គ្មានជម្រក'])(
    'is left aside as a whole, and does not find nothing or something else: %s',
    (line) => {
      const answer = find(index, { ...EMPTY_QUERY, q: line });
      expect(answer.ignored).toBe(answer.query.q);
      expect(answer.ignored).not.toBe('');
      expect(answer.found).toHaveLength(index.services.length);
      expect(answer.nearestNames).toBe(false);
    },
  );
});

describe('the number of something', () => {
  it.each([
    ['shelter poipet phone no', 'KH-1 sh'],
    ['women shelter tel no', 'women sh'],
    ['tel 12', ''],
    ['boy number 15', 'boys'],
  ])('denies nothing and is no age: %s', (line, expected) => {
    expect(filters(line)).toBe(expected);
    const once = settle(index, { ...EMPTY_QUERY, q: line });
    expect(settle(index, once)).toEqual(once);
  });
});

describe('a negation behind what it denies', () => {
  it.each<[line: string, filters: string]>([
    ['men not accepted', ''],
    ["men aren't accepted", ''],
    ['men and boys are not allowed', ''],
    ['boys 16 not accepted siem reap', 'KH-17'],
    ['shelter not needed, lawyer phnom penh', 'KH-12 lg'],
    ['girls shelter, boys not allowed', 'girls sh'],
    ['boys over 12 are not accepted', ''],
    ['man not accepted by shelter', 'men'],
    ['men: no', ''],
    ['women yes, men no', 'women'],
    ['phnom penh no, battambang yes', 'KH-2'],
    ['yes shelter no men', 'sh'],
  ])('takes its filter from "%s"', (line, expected) => {
    expect(filters(line)).toBe(expected);
  });
});

describe('Khmer letters', () => {
  it('are not cut between a letter and the one written under it', () => {
    expect(settle(index, { ...EMPTY_QUERY, q: 'ស្ត្រីម្នាក់' })).toMatchObject({ who: ['women'] });
    expect(settle(index, { ...EMPTY_QUERY, q: 'ស្ត្រីម្នាក់' }).q).not.toMatch(/\u17d2$|\u17d2 /);
  });
});

describe('full-width letters and digits', () => {
  it('are those that they look like', () => {
    expect(filters('ｂｏｙ １５')).toBe('boys 15');
  });
});
