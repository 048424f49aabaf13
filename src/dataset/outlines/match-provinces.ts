/** Which province an area of somebody's file is: by code, name or alias, in whatever property that file keeps them. */
import { fold } from '../../directory/fold.ts';
import { provincesInForce } from '../../directory/reach.ts';
import type { Province } from '../../schema/directory.ts';
import { suggestWord } from '../suggest.ts';
import { showValue } from '../unsafe-text.ts';
import type { Area } from './read-outlines.ts';

export interface Wanted {
  /** Every row of provinces.csv, in its order. */
  provinces: readonly Province[];
  /** The ids that the layer must hold: those in force. */
  inForce: readonly string[];
  /** True where several areas of one province are its parts, such as districts. */
  dissolve: boolean;
}

export interface Match {
  /** The areas of each province in force, in the order of provinces.csv. */
  areas: ReadonlyMap<string, readonly Area[]>;
  /** Sentences that say what was decided. */
  notes: string[];
}

/** More areas or provinces than this are counted and not named. */
const MOST_NAMED = 10;

const TABLE = 'geography/provinces.csv';

/** Words that stand beside a name and are none of it. */
const KINDS = /^(?:ខេត្ត|រាជធានី|ក្រុង)|^krong | (?:province|municipality|capital|city)$/g;

/**
 * Gives every area to its province. The property that recognizes most areas is believed first; another one is asked
 * only about areas that it leaves, and only for provinces that it has not found.
 * @returns the match, or every sentence about a missing, doubled or unknown province
 */
export function matchProvinces(areas: readonly Area[], wanted: Wanted): Match | { refusals: string[] } {
  const known = indexNames(wanted.provinces);
  const { found, used } = recognize(areas, known);
  const kept = new Map(wanted.inForce.map((id) => [id, [] as Area[]]));
  const joined = new Map<string, string>();
  const refusals: string[] = [];
  const label = labelsOf(wanted.provinces);

  for (const [id, some] of found) {
    const home = ancestorIn(id, wanted);
    if (home === undefined) {
      const why = `${label(id)} is not among the provinces of this layer (${features(some)}).`;
      refusals.push(`${why} Take it out of the file, or choose another day with --valid-on.`);
    } else {
      if (home !== id) joined.set(id, home);
      kept.get(home)?.push(...some);
    }
  }
  const doubled = wanted.dissolve ? [] : [...found].filter(([, some]) => some.length > 1);
  refusals.push(
    ...cutShort(
      doubled.map(([id, some]) => `${label(id)} stands ${some.length} times: ${features(some)}.`),
      'provinces stand more than once',
      'Keep one of each; if they are parts of a province, such as districts, add --dissolve to join them.',
    ),
  );
  const missing = [...kept].filter(([, some]) => some.length === 0).map(([id]) => id);
  refusals.push(...reportMissing(missing, found, wanted, label));
  const strangers = areas.filter((area) => ![...found.values()].some((some) => some.includes(area)));
  refusals.push(...reportStrangers(strangers, used, wanted.provinces, label));
  if (refusals.length > 0) return { refusals };
  const notes = [
    `Recognized by ${used.map((column) => `"${showValue(column)}"`).join(', then ')}.`,
    ...[...joined].map(([id, home]) => `${label(id)} is joined to ${label(home)}, which it was part of.`),
  ];
  return { areas: kept, notes };
}

/** The province of each folded code, name and alias; one that two provinces share means neither. */
function indexNames(provinces: readonly Province[]): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const { id, slug, pcode, name_en, name_km, aliases } of provinces) {
    for (const name of new Set([id, slug, pcode, name_en, name_km, ...aliases].map(fold))) {
      if (name !== '') index.set(name, index.has(name) ? undefined : id);
    }
  }
  return index;
}

function recognize(areas: readonly Area[], known: ReadonlyMap<string, string | undefined>) {
  const provinceOf = (area: Area, column: string): string | undefined => {
    const name = fold(area.names[column] ?? '');
    return known.get(name) ?? known.get(name.replace(KINDS, '').trim());
  };
  const columns = [...new Set(areas.flatMap(({ names }) => Object.keys(names)))]
    .map((column) => {
      const ids = areas.flatMap((area) => provinceOf(area, column) ?? []);
      return { column, count: ids.length, distinct: new Set(ids).size };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.distinct - a.distinct);
  const found = new Map<string, Area[]>();
  const used: string[] = [];
  let waiting = [...areas];
  for (const { column } of columns) {
    const before = new Set(found.keys());
    const rest: Area[] = [];
    for (const area of waiting) {
      const id = provinceOf(area, column);
      if (id === undefined || before.has(id)) rest.push(area);
      else found.set(id, [...(found.get(id) ?? []), area]);
    }
    if (rest.length < waiting.length) used.push(column);
    waiting = rest;
  }
  return { found, used };
}

/** The province itself where it is in force, or the one in force that it was part of. */
function ancestorIn(id: string, { provinces, inForce }: Wanted): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !inForce.includes(at) && !seen.has(at)) {
    seen.add(at);
    const child: string = at;
    at = provinces.find((one) => one.id === child)?.split_from;
  }
  return at !== undefined && inForce.includes(at) ? at : undefined;
}

function reportMissing(
  missing: readonly string[],
  found: ReadonlyMap<string, readonly Area[]>,
  { provinces }: Wanted,
  label: (id: string) => string,
): string[] {
  const day = dayOf(new Set(found.keys()), provinces);
  return cutShort(
    missing.map((id) => `${label(id)} is missing.`),
    'provinces are missing',
    day === undefined
      ? `Add it to the file, or the spelling that the file has for it to the aliases in ${TABLE}.`
      : `The file shows the provinces as on ${day}: add --valid-on ${day} if that is the layer you want.`,
  );
}

/** A day on which just these provinces were in force: the day on which something changed, or the one before. */
function dayOf(ids: ReadonlySet<string>, provinces: readonly Province[]): string | undefined {
  const changes = provinces.flatMap(({ valid_from, valid_to }) => [valid_from ?? [], valid_to ?? []].flat());
  const days = changes.filter((day) => day.length === 10).flatMap((day) => [day, dayBefore(day)]);
  return days.find((day) => {
    const inForce = provincesInForce(provinces, day);
    return inForce.length === ids.size && inForce.every(({ id }) => ids.has(id));
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function reportStrangers(
  strangers: readonly Area[],
  used: readonly string[],
  provinces: readonly Province[],
  label: (id: string) => string,
): string[] {
  const named = provinces.flatMap(({ id, name_en, name_km, aliases }) =>
    [name_en, name_km, ...aliases].map((name) => [name, id] as const),
  );
  const sentences = strangers.map(({ number, names }) => {
    const said = used.flatMap((column) => names[column] ?? [])[0] ?? Object.values(names)[0];
    if (said === undefined) return `Feature ${number} has neither an id nor a name.`;
    const near = suggestWord(
      said,
      named.map(([name]) => name),
    );
    const id = named.find(([name]) => name === near)?.[1];
    const guess = id === undefined ? '' : ` Did you mean ${label(id)}?`;
    return `Feature ${number}, "${showValue(said)}", is no known province.${guess}`;
  });
  const advice = `Add the spelling of the file to the aliases in ${TABLE}, or take the feature out of the file.`;
  return cutShort(sentences, 'features are no known provinces', advice);
}

/** The first of many sentences, how many more there are, and what to do about all of them. */
function cutShort(sentences: readonly string[], words: string, advice: string): string[] {
  if (sentences.length === 0) return [];
  const more = sentences.length - MOST_NAMED;
  return [...sentences.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more ${words}.`] : []), advice];
}

function features(areas: readonly Area[]): string {
  const numbers = areas.map(({ number }) => number);
  const [shown, rest] = [numbers.slice(0, MOST_NAMED).join(', '), numbers.length - MOST_NAMED];
  return `feature${numbers.length === 1 ? '' : 's'} ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function labelsOf(provinces: readonly Province[]): (id: string) => string {
  const names = new Map(provinces.map(({ id, name_en }) => [id, name_en]));
  return (id) => `${id} ${names.get(id) ?? ''}`.trim();
}
