/**
 * Ways: from where a person is to what he or she needs, as steps that the data states. Pure; the same code answers in
 * tests and on the page. Which step may follow which, and what counts as uncertain, is in steps.ts.
 */
import { type Shortfall, shortfallOf } from './shortfall.ts';
import { matchRank, reachRank, type Situation, situationOf } from './situation.ts';
import { ownStep, type Step, stepsFromPlace, stepsIn } from './steps.ts';
import type { WayIndex } from './way-index.ts';
import type { WayQuery } from './way-query.ts';

/** A person is not handed on more often than this. */
export const MOST_STEPS = 3;
export const MOST_WAYS = 10;
/** Of many ways to one organization only so many are shown, so that others are seen too. */
export const MOST_TO_ONE = 2;

export interface Way {
  /** In order; the last one gives what is needed. A single step of the kind "own" is no referral. */
  steps: Step[];
  /** How many of them are not certain. */
  uncertain: number;
  /** Ids of criteria: papers that a row of the way asks for, and what the services shown at its steps require. */
  documents: string[];
}

export interface WaysFound {
  /** The question as it was answered. */
  query: WayQuery;
  /** Fewest uncertain steps first, then fewest steps; at most ten. */
  ways: Way[];
  /** Organizations that give the help and to which only further ways lead, in the order of these. */
  beyond: string[];
  /** What is missing, also where there are ways. */
  shortfall: Shortfall;
}

/**
 * The ways from where the person is to a service that gives what is needed in the province and does not refuse him.
 * No party stands twice on a way, and none goes on from a party that gives what is needed, unless the person is there
 * now. A way with more steps than another to the same organization, and not fewer uncertain ones, is left out.
 */
export function findWays(index: WayIndex, asked: WayQuery): WaysFound {
  const situation = situationOf(index, asked);
  const { query, targets } = situation;
  const stepsFrom = stepsIn(situation);
  const first = firstSteps(situation, stepsFrom);
  const next = (party: string) => (targets.has(party) ? [] : stepsFrom(party));
  const parties = reached(first, next);
  const before = stepsBefore(parties, next);
  const found = [...targets.keys()].flatMap((goal) =>
    waysTo(
      first,
      next,
      {
        goal,
        cost: restTo(goal, before, ({ cost }) => cost),
        steps: restTo(goal, before, () => 1),
      },
      situation,
    ),
  );
  const goalOf = ({ steps }: Way) => (steps.at(-1) as Step).to;
  found.sort(compareWays(situation));
  const ways = found.slice(0, MOST_WAYS);
  const shown = new Set(ways.map(goalOf));
  return {
    query,
    ways,
    beyond: [...new Set(found.slice(MOST_WAYS).map(goalOf))].filter((goal) => !shown.has(goal)),
    shortfall: shortfallOf(situation, {
      reached: parties,
      helping: new Set(found.map(goalOf)),
    }),
  };
}

/** Steps that the person can take first: with whoever has him, by himself, or straight from the place. */
function firstSteps(situation: Situation, stepsFrom: (party: string) => Step[]): Step[] {
  const { query, placeIn, selves } = situation;
  if (query.from === '') return [];
  const alone = selves.filter((self) => self !== query.from).flatMap(stepsFrom);
  if (placeIn !== undefined) return [...stepsFromPlace(query.from, placeIn, situation), ...alone];
  const own = ownStep(query.from, situation);
  const here = stepsFrom(query.from).map((step) => ({ ...step, from: query.from }));
  const others = [...here, ...alone.filter(({ to }) => to !== query.from)];
  return own === undefined ? others : [own, ...others];
}

/** Uncertain steps, then steps, then what is not stated of them: the higher counts more. */
const WEIGHT = { uncertain: 10_000, step: 100 };

function costOf({ kind, doubts }: Step): number {
  return (doubts.length > 0 ? WEIGHT.uncertain : 0) + (kind === 'own' ? 0 : WEIGHT.step) + doubts.length;
}

/** An organization that gives what is needed, and what the rest of a way to it weighs at least. */
interface Goal {
  goal: string;
  cost: ReadonlyMap<string, number>;
  steps: ReadonlyMap<string, number>;
}

interface Begun {
  steps: readonly Step[];
  cost: number;
  /** Cost of the cheapest way that can still begin so. */
  least: number;
}

/** The best ways to one organization, found in order (A*, Hart, Nilsson and Raphael 1968). */
function waysTo(
  first: readonly Step[],
  next: (party: string) => readonly Step[],
  { goal, cost: restCost, steps: restSteps }: Goal,
  situation: Situation,
): Way[] {
  const open: Begun[] = [];
  let shortest = MOST_STEPS;
  const begin = (steps: readonly Step[], before: number) => {
    const last = steps.at(-1) as Step;
    const rest = restCost.get(last.to);
    if (rest === undefined || lengthOf(steps) + (restSteps.get(last.to) ?? 0) > shortest) return;
    const cost = before + costOf(last);
    open.push({ steps, cost, least: cost + rest });
  };
  for (const step of first) begin([step], 0);
  const found: Begun[] = [];
  while (open.length > 0) {
    const best = takeLeast(open);
    if (found.length >= MOST_TO_ONE && best.least > (found[MOST_TO_ONE - 1] as Begun).cost) break;
    if (lengthOf(best.steps) > shortest) continue;
    const { to } = best.steps.at(-1) as Step;
    if (to === goal) {
      found.push(best);
      shortest = Math.min(shortest, lengthOf(best.steps));
      continue;
    }
    for (const step of next(to)) {
      const passed = best.steps.some(({ to }) => to === step.to);
      if (!passed && step.to !== situation.query.from) begin([...best.steps, step], best.cost);
    }
  }
  return found
    .map(({ steps }) => wayOf(steps, situation))
    .sort(compareWays(situation))
    .slice(0, MOST_TO_ONE);
}

/** A step seen from its end. */
interface Before {
  from: string;
  cost: number;
}

/** The steps that lead to each party, of all that can be reached. */
function stepsBefore(parties: ReadonlySet<string>, next: (party: string) => readonly Step[]) {
  const before = new Map<string, Before[]>();
  for (const from of parties)
    for (const step of next(from)) {
      const others = before.get(step.to) ?? [];
      others.push({ from, cost: costOf(step) });
      before.set(step.to, others);
    }
  return before;
}

/** What the rest of the way to the goal weighs at least, from each party that has one. */
function restTo(goal: string, before: ReadonlyMap<string, Before[]>, weigh: (step: Before) => number) {
  const rest = new Map([[goal, 0]]);
  let changed = [goal];
  while (changed.length > 0) {
    const again = new Set<string>();
    for (const party of changed)
      for (const step of before.get(party) ?? []) {
        const least = (rest.get(party) as number) + weigh(step);
        if (least >= (rest.get(step.from) ?? Infinity)) continue;
        rest.set(step.from, least);
        again.add(step.from);
      }
    changed = [...again];
  }
  return rest;
}

/** Every party that can be reached, the nearest first. */
function reached(first: readonly Step[], next: (party: string) => readonly Step[]): Set<string> {
  const parties = new Set(first.map(({ to }) => to));
  for (const party of parties) for (const { to } of next(party)) parties.add(to);
  return parties;
}

function takeLeast(open: Begun[]): Begun {
  let at = 0;
  for (const [index, { least }] of open.entries()) if (least < (open[at] as Begun).least) at = index;
  return open.splice(at, 1)[0] as Begun;
}

/** Steps that are referrals; staying where one is is none. */
function lengthOf(steps: readonly Step[]): number {
  return steps.filter(({ kind }) => kind !== 'own').length;
}

function wayOf(steps: readonly Step[], { services }: Situation): Way {
  const required = ({ gives, receives }: Step) =>
    services.get((gives.length > 0 ? gives : receives)[0] ?? '')?.requires ?? [];
  return {
    steps: steps.map((step, at) => (at === 0 ? step : { ...step, from: (steps[at - 1] as Step).to })),
    uncertain: steps.filter(({ doubts }) => doubts.length > 0).length,
    documents: [
      ...new Set(
        steps.flatMap((step) => [...step.links.flatMap(({ documents }) => documents), ...required(step)]),
      ),
    ],
  };
}

/** The better one first; equal ones in the order of the finder's index, then by the parties they lead through. */
function compareWays({ index, services, query }: Situation): (a: Way, b: Way) => number {
  const cost = ({ steps }: Way) => steps.reduce((sum, step) => sum + costOf(step), 0);
  const last = ({ steps }: Way) => steps.at(-1) as Step;
  const target = (way: Way) => last(way).gives[0] ?? '';
  const order = (way: Way) => index.services.findIndex(({ id }) => id === target(way));
  const reach = (way: Way) => {
    const service = services.get(target(way));
    return service === undefined ? 0 : reachRank(service, query.where);
  };
  const through = ({ steps }: Way) => steps.map(({ from, to }) => `${from} ${to}`).join(' ');
  return (a, b) =>
    cost(a) - cost(b) ||
    matchRank(last(a).match) - matchRank(last(b).match) ||
    reach(a) - reach(b) ||
    order(a) - order(b) ||
    (through(a) < through(b) ? -1 : 1);
}
