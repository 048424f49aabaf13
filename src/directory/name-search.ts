/**
 * Matching a typed line with names, in two stages: names that are written so; only where there are none, the names most
 * like it. A result can say by which name it was found, and a line that names nothing exactly is never taken for one
 * that does.
 */
import { distance as lettersApart } from 'fastest-levenshtein';
import { alikeNames } from './alike-names.ts';
import type { FinderIndex, FinderService, Searchable } from './finder-index.ts';
import { fold, joinKhmer, words } from './fold.ts';
import type { IndexedName, NameIndex, NearName } from './name-index.ts';
import { namesOf, nameWordsOf } from './prepared-names.ts';
import { type ServiceLists, serviceLists } from './service-lists.ts';
import { FILLERS } from './small-words.ts';
import { soundOfKhmer, sounds, withoutDoubles } from './sound.ts';

/** The services that a line matches, in the order of the index. */
export interface LineMatch {
  services: readonly FinderService[];
  /** How well the organization is called what was typed, by its id: 0 is best; those not named by the line are left out. */
  quality: ReadonlyMap<string, number>;
  /** The name by which an organization was found, as the data writes it. */
  called: ReadonlyMap<string, string>;
  /** True where nothing is written so and these only sound so or look like it. */
  nearest: boolean;
  /** True where the nearest is an organization whose name has a letter or two otherwise: a slip, and hardly another word. */
  nearlyWritten: boolean;
  /** What the line may mean where that is a guess: the nearest of all kinds, the nearest first. */
  guesses: readonly Searchable[];
}

type Searched = Pick<FinderIndex, 'services' | 'names'>;

/** Names clearly farther from the line than the best are left out. */
const CLEARLY_FARTHER = 0.1;
/** Quality of a name that is only like the line; better ones are 0 to 3. */
const LIKE = 4;
/** Quality of a name in which some of the typed words stand, and not all. */
const SOME_WORDS = 3;

/** Guesses farther from the line are not worth a word; and so many are offered. */
const FARTHEST_GUESS = 0.3;
const MOST_GUESSES = 5;
const ABBREVIATION = /^[A-Z]{2,6}$/;
const SHORTEST_SLIP = 4;
const LETTERS_FOR_TWO_SLIPS = 9;

/** One bit for each word; what comes later is not looked at. */
const MOST_WORDS = 30;

interface Prepared {
  names: NameIndex;
  owners: readonly Searchable[];
  lists: ServiceLists;
  /** For each owner, by its number, the places of its services. */
  listsOf: readonly (readonly number[])[];
  /** Numbers of the owners that each service can be found by. */
  ownersOf: readonly (readonly number[])[];
  /** The number of the organization of each service. */
  organizationOf: Uint32Array;
}

const prepared = new WeakMap<readonly Searchable[], Prepared>();

/** Gets everything ready that the first search would otherwise wait for. */
export function prepareSearch(index: Searched): void {
  prepare(index).names.prepareNearest();
  nameWordsOf(index.names);
}

/** The services that a line matches, or undefined for an empty line (everything). */
export function matchLine(index: Searched, line: string): LineMatch | undefined {
  const asked = words(line).slice(0, MOST_WORDS);
  if (asked.length === 0) return undefined;
  const telling = asked.filter((word) => !FILLERS.has(word));
  return (
    written(index, asked) ??
    (telling.length > 0 && telling.length < asked.length ? written(index, telling) : undefined) ??
    alike(index, line)
  );
}

/** Services every word of the line names: by organization, kind of help, group or province. */
function written(index: Searched, asked: readonly string[]): LineMatch | undefined {
  const { names, owners, lists, listsOf, ownersOf, organizationOf } = prepare(index);
  const found = asked.map((word) => names.beginning(word));
  const named = new Uint32Array(owners.length);
  for (const [bit, some] of found.entries())
    for (const { owner } of some) named[owner] = (named[owner] as number) | (1 << bit);
  // Whatever the line means, the word with the fewest services names it too.
  const fewest = found
    .map((some) => [...new Set(some.map(({ owner }) => owner))].map((owner) => listsOf[owner] ?? []))
    .reduce((least, some) => (lengthOf(some) < lengthOf(least) ? some : least));
  const all = 2 ** asked.length - 1;
  const namedBy = (place: number) =>
    (ownersOf[place] as readonly number[]).reduce((seen, owner) => seen | (named[owner] as number), 0);
  const places = lists.union(fewest);
  const fitting = asked.length === 1 ? places : places.filter((place) => namedBy(place) === all);
  const services = lists.at(fitting);
  const givers = new Uint8Array(owners.length);
  for (const place of fitting) givers[organizationOf[place] as number] = 1;
  // Where nobody gives a service, somebody may be called so who gives none.
  const nobody = services.length === 0;
  const { quality, called } = nobody
    ? calledSo(owners, found.flat(), asked, SOME_WORDS, ({ withoutServices }) => withoutServices === true)
    : calledSo(owners, found.flat(), asked, Infinity, (_, owner) => givers[owner] === 1);
  if (nobody && quality.size === 0) return undefined;
  return { services, quality, called, nearest: false, nearlyWritten: false, guesses: [] };
}

/**
 * How well organizations are called what was typed, better than `worst`, and by which of their names. Whoever is called
 * exactly so counts, although no service of his was found.
 */
function calledSo(
  owners: readonly Searchable[],
  names: readonly IndexedName[],
  asked: readonly string[],
  worst: number,
  fits: (organization: Searchable, owner: number) => boolean,
): Pick<LineMatch, 'quality' | 'called'> {
  const line = joinKhmer(asked.join(' '));
  const [quality, called] = [new Map<string, number>(), new Map<string, string>()];
  for (const name of names) {
    const owner = owners[name.owner] as Searchable;
    if (owner.kind !== 'organization' || (name.folded !== line && !fits(owner, name.owner))) continue;
    const rank = writtenQuality(name, line, asked);
    if (rank >= Math.min(worst, quality.get(owner.id) ?? Infinity)) continue;
    quality.set(owner.id, rank);
    called.set(owner.id, name.name);
  }
  return { quality, called };
}

function lengthOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** True for the quality of an organization that is called what was typed, or whose name begins so. */
export function isName(quality: number): boolean {
  return quality < 2;
}

/** 0 the whole name, 1 its beginning, 2 all words stand in it, 3 some do; the more letters it has besides, the worse. */
function writtenQuality({ folded }: IndexedName, line: string, asked: readonly string[]): number {
  if (folded === line) return 0;
  const besides = Math.max(0, 1 - line.length / folded.length);
  // In tenths: names that differ by a letter or two are equally good.
  const step = Math.floor(besides * 10) / 10;
  if (folded.startsWith(line)) return 1 + step;
  return asked.every((word) => folded.includes(word)) ? 2 + step : SOME_WORDS;
}

/** Services of what sounds like the line, else of what looks like it. */
function alike(index: Searched, line: string): LineMatch {
  const { owners, lists, listsOf } = prepare(index);
  const near = alikeNames(owners, line, (owner) => (listsOf[owner] ?? []).length > 0);
  const best = near[0]?.distance ?? 1;
  const distance = new Map<number, NearName>();
  for (const one of near) {
    if (one.distance > best + CLEARLY_FARTHER || distance.has(one.name.owner)) continue;
    distance.set(one.name.owner, one);
  }
  const services = lists.at(lists.union([...distance.keys()].map((owner) => listsOf[owner] ?? [])));
  const [quality, called] = [new Map<string, number>(), new Map<string, string>()];
  for (const [number, one] of distance) {
    const { kind, id } = owners[number] as Searchable;
    if (kind !== 'organization') continue;
    quality.set(id, LIKE + one.distance);
    called.set(id, one.name.name);
  }
  const guesses = [...distance]
    .filter(([, one]) => one.distance <= FARTHEST_GUESS)
    .slice(0, MOST_GUESSES)
    .map(([number]) => owners[number] as Searchable);
  const nearlyWritten = near.some(
    ({ name }) =>
      distance.has(name.owner) && owners[name.owner]?.kind === 'organization' && isSlip(name, line),
  );
  return { services, quality, called, nearest: services.length > 0, nearlyWritten, guesses };
}

/**
 * True where a line is a name, or at least the first two words of one, but for a slip: one letter of four, two of nine,
 * or other letters for the same sounds in several words. Abbreviations are too like other words.
 */
function isSlip({ name, folded, sound }: IndexedName, line: string): boolean {
  const typed = fold(line);
  const several = typed.includes(' ');
  if (ABBREVIATION.test(name) || typed.length < SHORTEST_SLIP) return false;
  if (several && sounds(typed).join('') === sound) return true;
  const khmer = soundOfKhmer(typed);
  if (khmer.length >= SHORTEST_SLIP && khmer === withoutDoubles(sound)) return true;
  const beginning = folded.split(' ').slice(0, typed.split(' ').length).join(' ');
  const most = typed.length < LETTERS_FOR_TWO_SLIPS ? 1 : 2;
  return (several ? [folded, beginning] : [folded]).some((one) => lettersApart(typed, one) <= most);
}

/** Folding and indexing happen once for each list of names. */
function prepare({ names: owners, services }: Searched): Prepared {
  const known = prepared.get(owners);
  if (known?.lists.services === services) return known;
  const lists = serviceLists(services);
  const ownersOf = services.map((): number[] => []);
  const listsOf = owners.map(({ kind, id }) => lists.of(kind, id));
  const organizationOf = new Uint32Array(services.length);
  for (const [number, places] of listsOf.entries())
    for (const place of places) {
      ownersOf[place]?.push(number);
      if (owners[number]?.kind === 'organization') organizationOf[place] = number;
    }
  const made = { names: namesOf(owners), owners, lists, listsOf, ownersOf, organizationOf };
  prepared.set(owners, made);
  return made;
}
