/**
 * What the map says, before it is drawn. The SVG, its key, the strip beneath it and the table beside it are all
 * read from one MapModel, so that they cannot disagree. Counting is done elsewhere; nothing here knows a service.
 */
import type { Shape } from '../schema/vocabulary.ts';

/**
 * How much was said about a province. stated: some service listed there says whom it accepts; not-stated: services
 * are recorded, none says whom; none-recorded: no service names the province.
 */
export const PROVINCE_STATES = ['stated', 'not-stated', 'none-recorded'] as const;
export type ProvinceState = (typeof PROVINCE_STATES)[number];

/** A group of services, as drawn. Label is the short name in the language of the page. */
export interface MapGroup {
  id: string;
  label: string;
  letter: string;
  shape: Shape;
  /** #rrggbb; used where the style sheet has no token for the group. */
  color: string;
}

/** Organizations by group id. A group left out counts as none. */
export type GroupCounts = Readonly<Record<string, number>>;

export interface MapInput {
  /** The provinces in force, in the order of lists; label in the language of the page. */
  provinces: readonly { id: string; label: string }[];
  /** In the order in which pins are always read. */
  groups: readonly MapGroup[];
  /** Distinct organizations listed in each province, by province id. */
  organizations: Readonly<Record<string, GroupCounts>>;
  /** By province id; a province left out has nothing recorded. */
  states: Readonly<Record<string, ProvinceState>>;
  /** Distinct organizations that work nationwide. They are drawn in no province. */
  nationwide: GroupCounts;
  /** Services that do not say where they work. */
  unplaced: number;
}

/** One glyph with its number; the number is at least 1. */
export interface Pin {
  group: MapGroup;
  count: number;
}

export interface MapProvince {
  id: string;
  label: string;
  state: ProvinceState;
  /** In group order; empty where nothing is listed. */
  pins: readonly Pin[];
}

export interface MapModel {
  groups: readonly MapGroup[];
  provinces: readonly MapProvince[];
  nationwide: readonly Pin[];
  unplaced: number;
  /** What the key must explain: the groups and the states that this map really shows. */
  legend: { groups: readonly MapGroup[]; states: readonly ProvinceState[] };
}

/** One row of the table that says the same as the map. */
export interface MapRow {
  id: string;
  label: string;
  state: ProvinceState;
  /** One number for each group of the model, in its order; 0 where nothing is listed. */
  counts: readonly number[];
}

/**
 * Builds the model of one map.
 * @throws when a province with pins is said to have nothing recorded: the caller's counting is then wrong.
 */
export function mapModel(input: MapInput): MapModel {
  const provinces = input.provinces.map(({ id, label }) => {
    const pins = pinsOf(input.groups, input.organizations[id]);
    const state = input.states[id] ?? 'none-recorded';
    if (state === 'none-recorded' && pins.length > 0) {
      throw new Error(`${id} has organizations listed, yet its state is none-recorded.`);
    }
    return { id, label, state, pins };
  });
  const nationwide = pinsOf(input.groups, input.nationwide);
  const drawn = new Set(
    [...provinces.flatMap(({ pins }) => pins), ...nationwide].map(({ group }) => group.id),
  );
  const states = new Set(provinces.map(({ state }) => state));
  return {
    groups: input.groups,
    provinces,
    nationwide,
    unplaced: input.unplaced,
    legend: {
      groups: input.groups.filter(({ id }) => drawn.has(id)),
      states: PROVINCE_STATES.filter((state) => states.has(state)),
    },
  };
}

/** The rows of the table, in the order of the model's provinces. */
export function mapRows(model: MapModel): MapRow[] {
  return model.provinces.map(({ id, label, state, pins }) => ({
    id,
    label,
    state,
    counts: countsOf(model, pins),
  }));
}

/** The nationwide numbers, one for each group of the model, in its order. */
export function nationwideCounts(model: MapModel): number[] {
  return countsOf(model, model.nationwide);
}

/**
 * A province in words, for people who do not see the map: "Kratie: Shelter 1. Not stated".
 * @param stateWords what to add for each state; a state left out adds nothing.
 */
export function provinceSentence(
  province: MapProvince,
  stateWords: Partial<Record<ProvinceState, string>>,
): string {
  const pins = province.pins.map(({ group, count }) => `${group.label} ${count}`).join(', ');
  const said = [pins, stateWords[province.state]].filter(Boolean).join('. ');
  return said ? `${province.label}: ${said}` : province.label;
}

function pinsOf(groups: readonly MapGroup[], counts: GroupCounts = {}): Pin[] {
  return groups.map((group) => ({ group, count: counts[group.id] ?? 0 })).filter(({ count }) => count > 0);
}

function countsOf(model: MapModel, pins: readonly Pin[]): number[] {
  return model.groups.map((group) => pins.find((pin) => pin.group.id === group.id)?.count ?? 0);
}
