/** Persons and ages as they are written short, over the shipped directory. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import { settle } from '../../src/directory/finder.ts';
import { EMPTY_QUERY, writeQuery } from '../../src/directory/query.ts';

const { index } = shippedSet(join(import.meta.dirname, '../../data')).set;

describe('shorthand', () => {
  it.each<[line: string, understood: string]>([
    ['16 yo girl poipet bed', 'who=girls&age=16&where=KH-1&need=sh'],
    ['16 y/o girl', 'who=girls&age=16'],
    ['16y/o girl', 'who=girls&age=16'],
    ['5 y.o. boy', 'who=boys&age=5'],
    ['girl 14 yo', 'who=girls&age=14'],
    ['15 yr old girl', 'who=girls&age=15'],
    ['14 y', 'age=14'],
    ['boy15', 'who=boys&age=15'],
    ['F 16 btb', 'who=women&age=16&where=KH-2'],
    ['m/19 bmc', 'who=men&age=19&where=KH-1'],
    ['19M', 'who=men&age=19'],
    ['m/f 20 shelter', 'who=men,women&age=20&need=sh'],
    ['m 17 or 18', 'who=men&q=17-18'],
    ['15/16 f poipet', 'who=women&where=KH-1&q=15-16'],
    ['3 m child', 'who=boys&age=3'],
    ['ស្ត្រី១៧ឬ១៨កន្លែងស្នាក់នៅ', 'who=women&need=sh&q=17-18'],
    ['2m poipet', 'who=men&where=KH-1'],
    ['2 f', 'who=women'],
    ['F or M', 'who=men,women'],
    ['19 poipet men', 'who=men&age=19&where=KH-1'],
    ['boy of 15 poipet', 'who=boys&age=15&where=KH-1'],
    ['ប្រុស ១៥', 'who=men&age=15'],
    ['ស្រី ១៦', 'who=women&age=16'],
    ['ស្រី', 'who=women'],
    ['ជម្រកប្រុសអាយុ ១៥ ឆ្នាំ', 'who=men&age=15&need=sh'],
    ['ស្រីអាយុ១៥នៅភ្នំពេញការងារ', 'who=women&age=15&where=KH-12&need=ed'],
    ['a21', 'q=a21'],
    ['<18 shelter', 'need=sh&q=under+18'],
  ])('%s', (line, understood) => {
    expect(decodeURIComponent(writeQuery(settle(index, { ...EMPTY_QUERY, q: line })))).toBe(understood);
  });
});
