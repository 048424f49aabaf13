/**
 * Where the parties and links of the referral network stand: senders on the left, receivers on the right, links between
 * them, so that no link runs under a name. Small and pure: the build draws all of it, and the page draws again what a
 * question leaves, in the same order. Units are those of the viewBox; y runs downwards.
 */
import type { Box } from '../geometry.ts';
import type { Columns, Member, Pair } from './order.ts';

/** Measures of one variant of the drawing. */
export interface Measures {
  /** Widest a label may be. */
  label: number;
  /** Between the two columns. */
  gutter: number;
  /** From the label to the bar at which links begin and end. */
  gap: number;
  /** Least height of a party, so that a finger finds it. */
  row: number;
  /** Height of the titles of the columns. */
  title: number;
  /** Height of the heading of a band. */
  heading: number;
  /** Between two links at the same bar. */
  step: number;
  /** Length of an arrowhead. */
  arrow: number;
}

/** A party with room for its label. */
export interface Named extends Member {
  /** Width and height of the label, as it is set. */
  width: number;
  height: number;
}

export interface Spot {
  id: string;
  /** The middle of the row. */
  y: number;
  /** How far the bar reaches above and below the middle. */
  reach: number;
  /** Everything the label may cover. */
  label: Box;
}

export interface Heading {
  band: number;
  y: number;
}

export interface Column {
  spots: Spot[];
  /** One above the first party of each band. */
  headings: Heading[];
}

export interface Drawing {
  width: number;
  height: number;
  senders: Column;
  receivers: Column;
  /** Path data, one for each link, in their order. */
  links: string[];
}

/** x of the two bars. */
export function barsOf({ label, gap, gutter }: Measures): [left: number, right: number] {
  return [label + gap, label + gap + gutter];
}

/**
 * @param columns in their order; every link begins at one of the senders and ends at one of the receivers
 * @param links those with an arrow end in one
 */
export function placeNetwork(
  columns: Columns<Named>,
  links: readonly (Pair & { arrow: boolean })[],
  measures: Measures,
): Drawing {
  const { label, gap, gutter, arrow, step } = measures;
  const degrees = (end: keyof Pair) => countBy(links, (link) => link[end]);
  const [left, right] = barsOf(measures);
  const senders = column(columns.senders, degrees('from'), measures, ({ width }) => label - width);
  const receivers = column(columns.receivers, degrees('to'), measures, () => right + gap);
  const starts = ports(links, 'from', 'to', senders, receivers, measures);
  const ends = ports(links, 'to', 'from', receivers, senders, measures);
  const middle = round((left + right) / 2);
  // Heads of neighbours do not touch.
  const half = step / 2 - 0.5;
  return {
    width: 2 * (label + gap) + gutter,
    height: Math.max(...[senders, receivers].map(({ height }) => height)),
    senders,
    receivers,
    links: links.map((link, at) => {
      const [from, to] = [starts[at] ?? 0, ends[at] ?? 0];
      const head = link.arrow ? `m-${arrow}-${half} ${arrow} ${half}-${arrow} ${half}` : '';
      return `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}${head}`;
    }),
  };
}

function column(
  members: readonly Named[],
  degrees: ReadonlyMap<string, number>,
  { title, row, heading, step }: Measures,
  labelLeft: (member: Named) => number,
): Column & { height: number } {
  const headings: Heading[] = [];
  const spots: Spot[] = [];
  let y = title;
  let band: number | undefined;
  for (const member of members) {
    if (member.band !== band) {
      band = member.band;
      headings.push({ band, y: y + heading / 2 });
      y += heading;
    }
    const reach = Math.max(((degrees.get(member.id) ?? 0) * step) / 2, step / 2);
    // Room between a name of several lines and the next one, so that each is read by itself.
    const height = Math.ceil(Math.max(row, member.height + 2 * step, 2 * reach + 2 * step));
    const centre = y + height / 2;
    const { width } = member;
    spots.push({
      id: member.id,
      y: centre,
      reach,
      label: { x: labelLeft(member), y: centre - member.height / 2, width, height: member.height },
    });
    y += height;
  }
  return { headings, spots, height: y };
}

/** Where each link meets the bar of its end: in the order of the other ends, so that links of one party do not cross there. */
function ports(
  links: readonly Pair[],
  own: keyof Pair,
  other: keyof Pair,
  { spots }: Column,
  opposite: Column,
  { step }: Measures,
): number[] {
  const heights = new Map(opposite.spots.map(({ id, y }) => [id, y]));
  const found = new Array<number>(links.length).fill(0);
  const byEnd = Map.groupBy(links.keys(), (at) => links[at]?.[own] ?? '');
  for (const { id, y } of spots) {
    const own = byEnd.get(id) ?? [];
    const far = (at: number) => heights.get(links[at]?.[other] ?? '') ?? 0;
    own.sort((a, b) => far(a) - far(b) || a - b);
    for (const [place, at] of own.entries()) found[at] = round(y + (place - (own.length - 1) / 2) * step);
  }
  return found;
}

function countBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
