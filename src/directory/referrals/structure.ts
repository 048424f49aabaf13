/**
 * What the shape of the referral graph tells: who stands between others, and who sends to each other in a circle. The
 * measures are those of graphology (betweenness: Brandes 2001; strong components: Tarjan 1972); it runs in the build
 * and in tests, never on the page.
 */
import { DirectedGraph } from 'graphology';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { graphOfLinks, type ReferralGraph } from './graph.ts';

/** A party whose absence would tear apart what is connected now, whichever way the links lead. */
export interface SinglePoint {
  party: string;
  /** The pieces that would lose contact with the largest one; each a sorted list of parties. */
  cutOff: string[][];
}

export interface Structure {
  /** Those that the most parties hang on first. */
  singlePoints: SinglePoint[];
  /**
   * The share that leads through a party, from 0 to 1, of the shortest ways between two others of whom a way leads from
   * one to the other; the largest first, those without any left out.
   */
  between: { party: string; share: number }[];
  /** Parties that reach each other in both directions, in groups of two and more, the largest first. */
  circles: string[][];
}

/**
 * Rows without a printed direction are left out: how they are read is no statement that anybody sends people.
 * @param all of an edition or of a part of it, as graphOfLinks() makes it
 */
export function structureOf(all: ReferralGraph): Structure {
  const graph = graphOfLinks(all, ({ directionPrinted }) => directionPrinted);
  const directed = new DirectedGraph();
  for (const { id } of graph.parties) directed.addNode(id);
  for (const { from, to } of graph.connections) if (from !== to) directed.mergeEdge(from, to);
  // The measure does not take a graph without parties, which an edition without referral rows has.
  const ways = directed.order === 0 ? {} : betweennessCentrality(directed, { normalized: false });
  const reach = new Map(directed.nodes().map((party) => [party, reachOf(directed, party)]));
  return {
    singlePoints: singlePoints(directed),
    between: Object.entries(ways)
      .filter(([, number]) => number > 0)
      .map(([party, number]) => ({ party, share: number / pairsWithout(party, reach) }))
      .sort((a, b) => b.share - a.share || compare(a.party, b.party)),
    circles: bySize(stronglyConnectedComponents(directed).filter((circle) => circle.length > 1)),
  };
}

/** Everybody to whom a way leads from the party, itself left out. */
function reachOf(graph: DirectedGraph, party: string): Set<string> {
  const reached = new Set([party]);
  for (const one of reached) for (const next of graph.outNeighbors(one)) reached.add(next);
  reached.delete(party);
  return reached;
}

/** Ordered pairs of others of whom a way leads from the first to the second. */
function pairsWithout(party: string, reach: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...reach].reduce(
    (sum, [from, to]) => sum + (from === party ? 0 : to.size - Number(to.has(party))),
    0,
  );
}

/** Each party is left out once: a hundred parties need no cleverer way. */
function singlePoints(graph: DirectedGraph): SinglePoint[] {
  const before = connectedComponents(graph).length;
  const points = graph.nodes().flatMap((party): SinglePoint[] => {
    const without = graph.copy();
    without.dropNode(party);
    const pieces = connectedComponents(without);
    // A party without any link takes a piece away and tears none.
    if (pieces.length <= before) return [];
    const neighbours = new Set(graph.neighbors(party));
    const torn = bySize(pieces.filter((piece) => piece.some((other) => neighbours.has(other))));
    return [{ party, cutOff: torn.slice(1) }];
  });
  const lost = ({ cutOff }: SinglePoint) => cutOff.flat().length;
  return points.sort((a, b) => lost(b) - lost(a) || compare(a.party, b.party));
}

function bySize(groups: readonly string[][]): string[][] {
  return groups
    .map((group) => [...group].sort(compare))
    .sort((a, b) => b.length - a.length || compare(a[0] ?? '', b[0] ?? ''));
}

/** By code unit, so that the order is the same on every computer. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
