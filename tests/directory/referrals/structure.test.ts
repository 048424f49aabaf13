import { describe, expect, it } from 'vitest';
import { type ReferralGraph, referralGraph } from '../../../src/directory/referrals/graph.ts';
import { structureOf } from '../../../src/directory/referrals/structure.ts';
import { directoryOf } from './made-up.ts';

/** A graph of pairs such as "a b": a sends people to b. */
function graphOfPairs(...pairs: string[]): ReferralGraph {
  const { edition, organizations } = directoryOf({
    services: [...new Set(pairs.flatMap((pair) => pair.split(' ')))].map((party) => `${party}-x sh.shelter`),
    referrals: pairs.map((pair) => pair.replace(' ', '-x out ')),
    kinds: {},
  });
  return referralGraph(edition, organizations);
}

describe('structureOf', () => {
  it('takes an edition without rows about referral', () => {
    expect(structureOf(graphOfPairs())).toEqual({ singlePoints: [], between: [], circles: [] });
  });

  it.each<[string, string[], string[]]>([
    ['a chain', ['a b', 'b c'], ['b: c']],
    ['a star', ['a hub', 'b hub', 'hub c'], ['hub: b | c']],
    ['a circle', ['a b', 'b c', 'c a'], []],
    ['two circles at one corner', ['a b', 'b c', 'c a', 'c d', 'd e', 'e c'], ['c: d, e']],
    ['a bridge', ['a b', 'b c', 'c a', 'c d', 'd e', 'e d', 'd f'], ['d: e | f', 'c: a, b']],
    ['two pieces', ['a b', 'c d'], []],
  ])('finds the single points of %s', (_, pairs, points) => {
    const found = structureOf(graphOfPairs(...pairs)).singlePoints.map(
      ({ party, cutOff }) => `${party}: ${cutOff.map((piece) => piece.join(', ')).join(' | ')}`,
    );
    expect(found.sort()).toEqual(points.sort());
  });

  it('measures who stands between others, along the direction of the links', () => {
    const { between } = structureOf(graphOfPairs('a b', 'b c'));
    // Of two others, a way leads only from a to c, and it leads through b.
    expect(between).toEqual([{ party: 'b', share: 1 }]);
    expect(structureOf(graphOfPairs('a b', 'b c', 'a d', 'd c', 'c e')).between).toEqual([
      { party: 'c', share: 3 / 5 },
      { party: 'b', share: 1 / 6 },
      { party: 'd', share: 1 / 6 },
    ]);
    expect(structureOf(graphOfPairs('a b', 'c b')).between).toEqual([]);
  });

  it('finds those who send people to each other in a circle', () => {
    expect(structureOf(graphOfPairs('a b', 'b c', 'c b', 'd e', 'e f', 'f d')).circles).toEqual([
      ['d', 'e', 'f'],
      ['b', 'c'],
    ]);
  });

  it('takes no row without a printed direction for a fact', () => {
    const { edition, organizations } = directoryOf({
      services: ['a-x sh.shelter', 'b-x sh.shelter', 'c-x sh.shelter'],
      referrals: ['a-x out b', 'b-x unclear:out a', 'b-x unclear:out c'],
      kinds: {},
    });
    expect(structureOf(referralGraph(edition, organizations))).toEqual({
      singlePoints: [],
      between: [],
      circles: [],
    });
  });

  it('does not take a row in which somebody sends people to himself for a circle', () => {
    expect(structureOf(graphOfPairs('a a', 'a b'))).toEqual({ singlePoints: [], between: [], circles: [] });
  });
});
