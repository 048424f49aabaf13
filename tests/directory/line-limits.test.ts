import { describe, expect, it } from 'vitest';
import { rangesApart, withoutLimits } from '../../src/directory/line-limits.ts';

describe('withoutLimits', () => {
  it.each([
    ['under 18', '', 'under 18'],
    ['boys up to 12 years old', 'boys old', 'up to 12 years'],
    ['koala 3 nights', 'koala', '3 nights'],
    ['5-12 koala', 'koala', '5-12'],
    ['5-12 days', '', '5-12 days'],
    ['koala 18', 'koala 18', ''],
    ['under koala', 'under koala', ''],
    ['12 years', '12 years', ''],
    ['family of 4 koala', 'koala', 'family of 4'],
    ['family of 15 year old girl', 'family of 15 year old girl', ''],
  ])('%s', (line, names, limits) => {
    const parted = withoutLimits(line.split(' '));
    expect([parted.names.join(' '), parted.limits.join(' ')]).toEqual([names, limits]);
  });
});

describe('rangesApart', () => {
  const ranges = (line: string) => rangesApart(line).flatMap(({ text, isRange }) => (isRange ? [text] : []));

  it.each([
    ['girl 5-12', '5-12'],
    ['5 – 12', '5-12'],
    ['girl 5 to 12 koala', '5-12'],
    ['boy 17 or 18', '17-18'],
    ['boy 15/16', '15-16'],
    ['១៧ ឬ ១៨', '17-18'],
    ['១០-១២', '10-12'],
  ])('%s is a range', (line, range) => {
    expect(ranges(line)).toEqual([range]);
  });

  it.each([
    'boy 15 or 2 girls',
    'hotline 24/7',
    '012-34-56',
    '12-34-56',
    '12 34-56',
    '34-56 78',
    'a1-2',
    '1-2b',
    '10-123',
    '012/34/56',
    '12 or 345',
  ])('%s is none', (line) => {
    expect(ranges(line)).toEqual([]);
  });
});
