import { describe, expect, it } from 'vitest';
import {
  type Asked,
  acceptance,
  contradictions,
  type Eligibility,
  peopleAsked,
  statesSomebody,
} from '../../src/directory/acceptance.ts';

const nothingSaid: Eligibility = {};
const takesMen: Eligibility = { men: 'yes' };
const girlsOnly: Eligibility = { girls: 'limited', age_min: 5, age_max: 17 };
const menButNineToSeventeen: Eligibility = { men: 'yes', boys: 'yes', age_min: 9, age_max: 17 };

describe('acceptance', () => {
  it.each<[string, Eligibility, Asked, string]>([
    ['silence is not a yes', nothingSaid, { who: ['men'] }, 'not-stated'],
    ['silence is not a no', nothingSaid, { who: [] }, 'not-stated'],
    ['a yes for men', takesMen, { who: ['men'] }, 'yes'],
    ['a yes for men says nothing of women', takesMen, { who: ['women'] }, 'not-stated'],
    ['a yes for men says nothing of boys', takesMen, { who: ['boys'] }, 'not-stated'],
    ['anyone takes the strongest answer', takesMen, { who: [] }, 'yes'],
    ['a pair takes the weakest answer', takesMen, { who: ['men', 'girls'] }, 'not-stated'],
    ['a no outweighs a yes in a pair', { men: 'yes', girls: 'no' }, { who: ['men', 'girls'] }, 'no'],
    ['a limit stays a limit', girlsOnly, { who: ['girls'] }, 'limited'],
    ['a limit for girls leaves men not stated', girlsOnly, { who: ['men'] }, 'not-stated'],
    ['inside the printed ages', girlsOnly, { who: ['girls'], age: 17 }, 'limited'],
    ['above the printed ages', girlsOnly, { who: ['girls'], age: 18 }, 'no'],
    ['below the printed ages', girlsOnly, { who: ['girls'], age: 4 }, 'no'],
    ['printed ages outweigh a yes', menButNineToSeventeen, { who: ['men'], age: 19 }, 'no'],
    ['without an age the yes stands', menButNineToSeventeen, { who: ['men'] }, 'yes'],
    ['a man of 15 is asked for as a boy', { men: 'yes' }, { who: ['men'], age: 15 }, 'not-stated'],
    ['an age alone asks for both sexes of that age', { boys: 'yes' }, { who: [], age: 15 }, 'yes'],
    ['an adult age alone does not find children', { boys: 'yes' }, { who: [], age: 30 }, 'not-stated'],
  ])('%s', (_, service, asked, match) => {
    expect(acceptance(service, asked).match).toBe(match);
  });

  it('says when only the age refuses', () => {
    expect(acceptance(girlsOnly, { who: ['girls'], age: 30 }).byAge).toBe(true);
    expect(acceptance({ men: 'no' }, { who: ['men'] }).byAge).toBe(false);
  });
});

describe('peopleAsked', () => {
  it.each<[Asked, string[]]>([
    [{ who: ['men'] }, ['men']],
    [{ who: ['men'], age: 17 }, ['boys']],
    [{ who: ['men'], age: 18 }, ['men']],
    [{ who: ['girls'], age: 18 }, ['women']],
    [{ who: [], age: 3 }, ['girls', 'boys']],
    [{ who: [] }, []],
  ])('%o asks for %o', (asked, people) => {
    expect([...peopleAsked(asked)]).toEqual(people);
  });
});

describe('contradictions', () => {
  it('finds a yes for adults against ages of children', () => {
    expect(contradictions(menButNineToSeventeen)).toEqual(['men']);
  });
  it('finds a yes for children against ages of adults', () => {
    expect(contradictions({ girls: 'yes', age_min: 18 })).toEqual(['girls']);
  });
  it('leaves silence and agreement alone', () => {
    expect(contradictions(girlsOnly)).toEqual([]);
    expect(contradictions({ men: 'no', age_max: 17 })).toEqual([]);
  });
});

describe('statesSomebody', () => {
  it('counts a no as a statement and an age as none', () => {
    expect(statesSomebody({ boys: 'no' })).toBe(true);
    expect(statesSomebody({ age_min: 5 })).toBe(false);
  });
});
