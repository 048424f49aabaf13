import { describe, expect, it } from 'vitest';
import { goodness, NameWords } from '../../src/directory/name-words.ts';

const names = [
  'department of moon shelter and safety',
  'moon kettle house',
  'koala house for health and safety',
  'house of the quiet river',
  'pteah moon dong',
];
const index = new NameWords(names);
const best = (line: string, misspelt = false) =>
  index.match(line.split(' '), () => misspelt).map(({ name }) => names[name])[0];

describe('NameWords', () => {
  it.each([
    ['kettle moon', 'moon kettle house'],
    ['safety health koala', 'koala house for health and safety'],
    ['deparment moon shleter safety', 'department of moon shelter and safety'],
    ['quiet river ho', 'house of the quiet river'],
    ['koala hea', 'koala house for health and safety'],
    ['ptea mun tong', 'pteah moon dong'],
  ])('finds the name of "%s"', (line, name) => {
    expect(best(line)).toBe(name);
  });

  it('takes a word that some name has for a misspelt one only where it may be', () => {
    const two = new NameWords(['carer house', 'cater house lantern']);
    const places = (misspelt: boolean) =>
      two.match(['carer', 'lantern'], () => misspelt).find(({ name }) => name === 1)?.places;
    expect(places(false)).toEqual([-1, 2]);
    expect(places(true)).toEqual([0, 2]);
  });

  it('says which words of the name were said, and how much of the line and of the name that is', () => {
    const [match] = index.match(['moon', 'house'], () => false);
    expect(match).toMatchObject({ name: 1, said: 1, places: [0, 2] });
    expect(match?.covered).toBeGreaterThan(0.3);
    expect(match?.covered).toBeLessThan(1);
  });

  it('takes each word of a name for one word of the line', () => {
    const [match] = index.match(['kettle', 'kettle'], () => false);
    expect(match?.places.filter((place) => place !== -1)).toEqual([1]);
  });

  it('finds the whole name better than a part of it, and its order better than another', () => {
    const whole = index.match(['moon', 'kettle', 'house'], () => false)[0];
    const turned = index.match(['house', 'moon', 'kettle'], () => false)[0];
    const part = index.match(['moon', 'kettle'], () => false)[0];
    const [a, b, c] = [whole, turned, part].map((match) => (match === undefined ? 0 : goodness(match)));
    expect(a).toBe(1);
    expect(b).toBeLessThan(a as number);
    expect(c).toBeLessThan(b as number);
  });

  it('looks only at the names it is asked for, and finds nothing for what no name has', () => {
    expect(
      index
        .match(
          ['moon'],
          () => false,
          (name) => name === 4,
        )
        .map(({ name }) => name),
    ).toEqual([4]);
    expect(index.match(['qqqqxxxx'], () => true)).toEqual([]);
  });
});
