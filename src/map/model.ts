/**
 * What the map says, before it is drawn. Every drawing, its key, the strip beneath it and the table beside it are
 * read from one MapModel, so that they cannot disagree. Counting is done in the directory; nothing here knows a service.
 */
import type { Coverage, ProvinceState, Tally } from '../directory/coverage.ts';
import type { Shape } from '../schema/vocabulary.ts';

/** In the order of the key; what each means stands where it is counted. */
export const PROVINCE_STATES: readonly ProvinceState[] = [
  'recorded',
  'limited',
  'not-stated',
  'none-recorded',
];

/** The sign that each state has beside words; the same as those of answers on cards. */
export const STATE_SIGNS = {
  recorded: 'yes',
  limited: 'limited',
  'not-stated': 'not-stated',
  'none-recorded': 'none',
} as const satisfies Record<ProvinceState, string>;

/** A group of services, as drawn. Label is the short name in the language of the page. */
export interface MapGroup {
  id: string;
  label: string;
  letter: string;
  shape: Shape;
  /** #rrggbb; used where the style sheet has no token for the group. */
  color: string;
}

export interface MapInput {
  /** In the order of lists; label in the language of the page. */
  provinces: readonly { id: string; label: string }[];
  /** In the order in which pins are always read. */
  groups: readonly MapGroup[];
  /** What the provinces in force are counted to hold. */
  coverage: Coverage;
}

/** One glyph with its numbers; the count is at least 1. */
export interface Pin extends Tally {
  group: MapGroup;
}

export interface MapProvince {
  id: string;
  label: string;
  state: ProvinceState;
  /** In group order; empty where nothing is listed. */
  pins: readonly Pin[];
  /** Organizations of any group. Less than the sum of the pins where one gives help of several groups. */
  total: Tally;
}

export interface MapModel {
  groups: readonly MapGroup[];
  provinces: readonly MapProvince[];
  /** Organizations that work in the whole country; they are drawn in no province. */
  nationwide: readonly Pin[];
  /** Services that do not say where they work. */
  unplaced: number;
  /** What the key must explain: the groups and the states that this map really shows. */
  legend: { groups: readonly MapGroup[]; states: readonly ProvinceState[] };
}

/** One row of the table that says the same as the map. */
export interface MapRow {
  id: string;
  label: string;
  state: ProvinceState;
  /** One for each group of the model, in its order; undefined where nothing is listed. */
  cells: readonly (Pin | undefined)[];
}

/**
 * Builds the model of one map.
 * @throws when a province with pins is said to have nothing recorded: the caller's counting is then wrong.
 */
export function mapModel(input: MapInput): MapModel {
  const { coverage } = input;
  const provinces = input.provinces.map(({ id, label }) => {
    const pins = pinsOf(input.groups, coverage.organizations.get(id));
    const state = coverage.state.get(id) ?? 'none-recorded';
    if (state === 'none-recorded' && pins.length > 0) {
      throw new Error(`${id} has organizations listed, yet its state is none-recorded.`);
    }
    return { id, label, state, pins, total: coverage.total.get(id) ?? NOBODY };
  });
  const nationwide = pinsOf(input.groups, coverage.nationwide);
  const drawn = new Set(
    [...provinces.flatMap(({ pins }) => pins), ...nationwide].map(({ group }) => group.id),
  );
  const states = new Set(provinces.map(({ state }) => state));
  return {
    groups: input.groups,
    provinces,
    nationwide,
    unplaced: coverage.notStatedWhere,
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
    cells: cellsOf(model, pins),
  }));
}

/** The cells of the nationwide row, one for each group of the model, in its order. */
export function nationwideCells(model: MapModel): (Pin | undefined)[] {
  return cellsOf(model, model.nationwide);
}

const NOBODY: Tally = { count: 0, notStated: 0 };

/** What stands for a group that is not there. */
export const NOTHING = '–';

/**
 * The number beside a glyph: "3", or "1+2" where one organization says that it takes the people asked for and two do
 * not say. A silence is never added to a yes.
 */
export function pinText(tally: Tally | undefined): string {
  if (tally === undefined) return NOTHING;
  const { count, notStated } = tally;
  return notStated === 0 ? String(count) : `${count - notStated}+${notStated}`;
}

/** How many provinces of a map are in each state. */
export function stateCounts(model: MapModel): Record<ProvinceState, number> {
  const count = (state: ProvinceState) => model.provinces.filter((one) => one.state === state).length;
  return Object.fromEntries(PROVINCE_STATES.map((state) => [state, count(state)])) as Record<
    ProvinceState,
    number
  >;
}

/**
 * How many provinces are in each state that the map shows, as a list: "recorded 23, none recorded 1".
 * @param stateWords what each state is called.
 */
export function statesSentence(model: MapModel, stateWords: Record<ProvinceState, string>): string {
  const numbers = stateCounts(model);
  return model.legend.states.map((state) => `${stateWords[state]} ${numbers[state]}`).join(', ');
}

/**
 * A province in words, for people who do not see the map: "Kratie: Shelter 1. Not stated".
 * @param stateWords what to add for each state; a state left out adds nothing.
 */
export function provinceSentence(
  province: MapProvince,
  stateWords: Partial<Record<ProvinceState, string>>,
): string {
  const pins = province.pins.map((pin) => `${pin.group.label} ${pinText(pin)}`).join(', ');
  const said = [pins, stateWords[province.state]].filter(Boolean).join('. ');
  return said ? `${province.label}: ${said}` : province.label;
}

function pinsOf(groups: readonly MapGroup[], tallies: ReadonlyMap<string, Tally> = new Map()): Pin[] {
  return groups.flatMap((group) => {
    const tally = tallies.get(group.id);
    return tally === undefined || tally.count === 0 ? [] : [{ group, ...tally }];
  });
}

function cellsOf(model: MapModel, pins: readonly Pin[]): (Pin | undefined)[] {
  return model.groups.map((group) => pins.find((pin) => pin.group.id === group.id));
}
