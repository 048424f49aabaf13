/**
 * The main question: who, where, what kind of help? Pure; the same code answers in the build, in tests and on the page.
 */
import { MATCHES, type Match } from '../schema/vocabulary.ts';
import { acceptanceOf } from './acceptance.ts';
import { denialAt } from './denials.ts';
import type { FinderIndex, FinderService } from './finder-index.ts';
import { fitsNeed, provincesAsked, reachOf } from './fits.ts';
import { withoutLimits } from './line-limits.ts';
import { lineWords } from './line-words.ts';
import { isName, type LineMatch, matchLine, prepareSearch } from './name-search.ts';
import { servicesWithNumber } from './number-search.ts';
import { phrasesOf } from './phrases.ts';
import { type Query, writeQuery } from './query.ts';
import { REACHES, type Reach } from './reach.ts';
import { type OtherReading, otherReadings, understood } from './read-line.ts';
import { serviceLists } from './service-lists.ts';

/** The rank of an organization that the typed words do not name. */
const UNNAMED = 100;
const ranks = <T extends string>(values: readonly T[], step: number) =>
  Object.fromEntries(values.map((value, at) => [value, at * step])) as Record<T, number>;
const REACH_RANK = ranks(REACHES, 1);
/** One more than the reaches: a service may not say where it works. */
const MATCH_RANK = ranks(MATCHES, REACHES.length + 1);

export interface Found {
  service: FinderService;
  match: Match;
  reach: Reach | undefined;
}

export interface Answer {
  /** What was answered: the query after settle(). */
  query: Query;
  /** True where nothing is called what was typed, and the nearest names are answered instead. */
  nearestNames: boolean;
  /** Words that name nothing, or nobody who gives a service, and were left aside; empty where there are none. */
  ignored: string;
  /** The name by which an organization was found, by its id; empty where no name was typed. */
  called: ReadonlyMap<string, string>;
  /** Organizations called exactly what was typed; where none of those so named gives a service, all with these words in their names. */
  namesakes: string[];
  /** Services that fit, best first. */
  found: Found[];
  /** Fit but for a printed no or a printed age limit; never shown as results, never hidden either. */
  refused: Found[];
  /** Provinces asked for in which nothing that fits is listed. */
  noneListedIn: string[];
  /** Neighbours of those provinces in which something that fits is listed, with the number of services. */
  nearby: { province: string; services: number }[];
  /** What typed words that name an organization may also mean. */
  otherReadings: OtherReading[];
}

/** The question without one of its filters, or without the typed name, and how many services then fit. */
export interface Widened {
  /** As in the fragment: "who=men", "q=koala". */
  filter: string;
  query: Query;
  services: number;
}

/**
 * The same question in the words of the index: the typed line understood, provinces of another time brought to those
 * of this edition, unknown ones dropped. An unknown kind of help stays and finds nothing: dropping it would answer
 * another question.
 */
export function settle(index: FinderIndex, asked: Query): Query {
  const query = understood(index, asked);
  return { ...query, where: provincesAsked(index, query.where) };
}

/**
 * Answers a query. Order: how well the organization is called what was typed, where a name was; then accepts yes,
 * limited, not stated; then listed in the province, partly, nationwide, not stated where; then the order of the index
 * (group, kind of help, organization).
 */
export function find(index: FinderIndex, asked: Query): Answer {
  const query = settle(index, asked);
  const { where } = query;
  const filtered = query.who.length + where.length + query.need.length > 0 || query.age !== undefined;
  const { names, limits } = filtered ? namesAndLimits(index, query.q) : { names: query.q, limits: '' };
  const matched = matchNumber(index, query.q) ?? matchLine(index, names);
  const nobody = matched?.services.length === 0;
  // Words that name nothing, or nobody who gives a service, and guesses must not hide what the understood words find.
  // What a line denies was understood too: nothing can be found by it, and "none recorded" would be untrue.
  const said = filtered || (matched !== undefined && denies(index, query.q));
  const guessed = said && matched?.nearest === true && !matched.nearlyWritten;
  const leftAside = guessed || (said && nobody);
  const line = leftAside ? undefined : matched;
  const accepted = acceptanceOf(query);
  const judge = (service: FinderService): Found => ({
    service,
    match: accepted(service).match,
    reach: reachOf(service, where),
  });
  const [found, refused] = [new Ranks(line?.quality), new Ranks(line?.quality)];
  for (const service of fitting(index, line, query)) {
    const one = judge(service);
    (one.match === 'no' ? refused : found).add(one);
  }
  // A word that was not understood may be the reason; then nothing can be said about the province. Left out, it is none.
  const complete = line === undefined || (!line.nearest && namesProvider(line));
  const noneListedIn = complete
    ? where.filter((province) => !found.some(({ service }) => service.provinces.includes(province)))
    : [];
  const neighbours = new Set(
    index.provinces
      .filter(({ id }) => noneListedIn.includes(id))
      .flatMap((province) => province.neighbours)
      .filter((id) => !where.includes(id)),
  );
  return {
    query,
    nearestNames: line?.nearest ?? false,
    ignored: leftAside ? query.q : limits,
    called: line?.called ?? new Map(),
    namesakes: namesakes(matched, found.empty && refused.empty, guessed),
    found: found.inOrder(),
    refused: refused.inOrder(),
    noneListedIn,
    nearby: listedIn(index, { ...query, where: [...neighbours] }, line)
      .map(([province, listed]) => ({
        province,
        services: listed.filter((service) => accepted(service).match !== 'no').length,
      }))
      .filter(({ services }) => services > 0)
      .sort((a, b) => b.services - a.services),
    otherReadings: [...otherReadings(index, query), ...(guessed ? guessedKinds(matched, query) : [])],
  };
}

/** Gets everything ready that the first typed line would otherwise wait for. */
export function prepareLines(index: FinderIndex): void {
  phrasesOf(index);
  prepareSearch(index);
}

/** For a question that nothing fits: which single filter to drop, and what would fit then; the most first. */
export function widened(index: FinderIndex, query: Query): Widened[] {
  const without = (values: readonly string[], value: string) => values.filter((other) => other !== value);
  const questions: [filter: string, query: Query][] = [
    ...query.who.map((id): [string, Query] => [
      `who=${id}`,
      { ...query, who: query.who.filter((other) => other !== id) },
    ]),
    ...(query.age === undefined
      ? []
      : [[`age=${query.age}`, { ...query, age: undefined }] as [string, Query]]),
    ...query.need.map((id): [string, Query] => [`need=${id}`, { ...query, need: without(query.need, id) }]),
    ...query.where.map((id): [string, Query] => [
      `where=${id}`,
      { ...query, where: without(query.where, id) },
    ]),
    ...(query.q === '' ? [] : [[`q=${query.q}`, { ...query, q: '' }] as [string, Query]]),
  ];
  return questions
    .filter(([, question]) => writeQuery(question) !== '')
    .map(([filter, question]) => ({ filter, query: question, services: find(index, question).found.length }))
    .filter(({ services }) => services > 0)
    .sort((a, b) => b.services - a.services);
}

/** Services that the line names, of the kinds of help asked for and in the provinces asked for, in the order of the index. */
function fitting(
  { services }: FinderIndex,
  line: LineMatch | undefined,
  { where, need }: Query,
): readonly FinderService[] {
  const lists = serviceLists(services);
  const narrowest =
    line === undefined
      ? [
          ...(need.length === 0 ? [] : [lists.giving(need)]),
          ...(where.length === 0 ? [] : [lists.reaching(where)]),
        ].reduce((least, some) => (some.length < least.length ? some : least), services)
      : line.services;
  if (need.length === 0 && where.length === 0) return narrowest;
  return narrowest.filter(
    (service) => fitsNeed(service, need) && (where.length === 0 || reachOf(service, where) !== undefined),
  );
}

/** The same for each of the provinces by itself, without those that work nationwide. */
function listedIn(
  index: FinderIndex,
  { where, need }: Query,
  line: LineMatch | undefined,
): [province: string, services: FinderService[]][] {
  if (where.length === 0) return [];
  const named = line === undefined ? undefined : new Set(line.services);
  return where.map((province) => [
    province,
    serviceLists(index.services)
      .listed('province', province)
      .filter((service) => named?.has(service) !== false && fitsNeed(service, need)),
  ]);
}

/** True where the line is the name, or the beginning of it, of an organization whose services it finds. */
function namesProvider({ services, quality }: LineMatch): boolean {
  return services.some(({ organization }) => isName(quality.get(organization) ?? UNNAMED));
}

/** The words of a line that may be names, and those that are limits or lengths of time. */
function namesAndLimits(index: FinderIndex, line: string): { names: string; limits: string } {
  if (line === '') return { names: '', limits: '' };
  const { names, limits } = withoutLimits(lineWords(phrasesOf(index), line));
  return limits.length === 0
    ? { names: line, limits: '' }
    : { names: names.join(' '), limits: limits.join(' ') };
}

function denies(index: FinderIndex, line: string): boolean {
  const asked = lineWords(phrasesOf(index), line);
  return asked.some((_, at) => denialAt(asked, at) !== undefined);
}

/** Organizations to link above the results: see Answer. */
function namesakes(matched: LineMatch | undefined, none: boolean, guessed: boolean): string[] {
  if (matched === undefined) return [];
  if (guessed || (matched.nearest && none))
    return matched.guesses.flatMap(({ kind, id }) => (kind === 'organization' ? [id] : []));
  const nobody = matched.services.length === 0;
  return [...matched.quality].flatMap(([id, quality]) => (quality === 0 || nobody ? [id] : []));
}

/** The question with each kind of help and each province that the words may mean, instead of the words. */
function guessedKinds({ guesses }: LineMatch, query: Query): OtherReading[] {
  return guesses.flatMap(({ kind, id }) => {
    if (kind === 'organization') return [];
    const field = kind === 'province' ? 'where' : 'need';
    return query[field].includes(id)
      ? []
      : [{ phrase: query.q, query: { ...query, [field]: [...query[field], id], q: '' } }];
  });
}

/** A line of digits names whoever has that number. */
function matchNumber({ numbers = [], services }: FinderIndex, line: string): LineMatch | undefined {
  const known = servicesWithNumber(numbers, line);
  return (
    known && {
      services: services.filter(({ id }) => known.has(id)),
      quality: new Map(),
      called: new Map(),
      nearest: false,
      nearlyWritten: false,
      guesses: [],
    }
  );
}

/**
 * Services in the order of an answer: what is called so comes first, then who is accepted, then where; equal ones keep
 * their order. There are few ranks, so each has a heap of its own and nothing is compared.
 */
class Ranks {
  readonly #quality: ReadonlyMap<string, number>;
  /** By how well the organization is called so, then by the rest. */
  readonly #heaps = new Map<number, Found[][]>();
  readonly #heapsOf = new Map<string, Found[][]>();

  constructor(quality: ReadonlyMap<string, number> = new Map()) {
    this.#quality = quality;
  }

  get empty(): boolean {
    return this.#heaps.size === 0;
  }

  add(one: Found): void {
    const heaps = this.#heapsFor(one.service.organization);
    const rank = MATCH_RANK[one.match] + (one.reach === undefined ? REACHES.length : REACH_RANK[one.reach]);
    const heap = heaps[rank];
    if (heap === undefined) heaps[rank] = [one];
    else heap.push(one);
  }

  /** True where it holds for one of them. */
  some(fits: (one: Found) => boolean): boolean {
    return [...this.#heaps.values()].some((heaps) => heaps.some((heap) => heap.some(fits)));
  }

  inOrder(): Found[] {
    const names = [...this.#heaps.keys()].sort((a, b) => a - b);
    return names.flatMap((name) => (this.#heaps.get(name) as Found[][]).flat());
  }

  #heapsFor(organization: string): Found[][] {
    const known = this.#heapsOf.get(organization);
    if (known !== undefined) return known;
    const name = this.#quality.get(organization) ?? UNNAMED;
    const heaps = this.#heaps.get(name) ?? [];
    this.#heaps.set(name, heaps);
    this.#heapsOf.set(organization, heaps);
    return heaps;
  }
}
