import { describe, expect, it } from 'vitest';
import type { Searchable } from '../../src/directory/finder-index.ts';
import { NameIndex } from '../../src/directory/name-index.ts';

const owners: Searchable[] = [
  { kind: 'organization', id: 'moon', names: ['Pteah Moon Dong', 'PMD', 'ផ្ទះព្រះច័ន្ទ'] },
  { kind: 'organization', id: 'river', names: ['River Hands Cambodia', 'RHC'] },
  { kind: 'province', id: 'XX-1', names: ['Riverside'] },
];
const index = new NameIndex(owners);
const owning = (names: { owner: number }[]) => names.map(({ owner }) => owners[owner]?.id);

describe('NameIndex', () => {
  it.each([
    ['river', ['river', 'XX-1']],
    ['riv', ['river', 'XX-1']],
    ['ri', ['river', 'XX-1']],
    ['r', ['river', 'XX-1']],
    ['hands', ['river']],
    ['ands', []],
    ['ច័ន្ទ', ['moon']],
    ['rhc', ['river']],
  ])('finds names in which "%s" begins a word', (word, expected) => {
    expect([...new Set(owning(index.beginning(word)))]).toEqual(expected);
  });

  it.each(['ptea mun dong', 'pteahmoon dong', 'phteah mon tong'])('hears a name in "%s"', (line) => {
    expect(owning(index.sounding(line).map(({ name }) => name))[0]).toBe('moon');
  });

  it('puts the whole name before a longer one', () => {
    const [first, second] = index.sounding('rever');
    expect(first?.distance).toBeLessThanOrEqual(second?.distance ?? 1);
  });

  it.each(['rivr hnads cambodia', 'river hansd', 'rievr hands cambdia'])(
    'finds the nearest to "%s"',
    (line) => {
      expect(owning(index.nearest(line).map(({ name }) => name))[0]).toBe('river');
    },
  );

  it('has nothing near to what is like nothing', () => {
    expect(index.nearest('qqqqxxxx')).toEqual([]);
    expect(index.sounding('1')).toEqual([]);
  });
});
