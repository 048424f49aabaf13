/** Lets one contender answer all lines, in Node or on a page, and says how well and how fast. */
import type { FinderIndex } from '../../../src/directory/finder-index.ts';
import type { Contender, Search } from './contenders/contender.ts';
import { LINE_KINDS, type Line, type LineKind } from './lines.ts';
import { type Over, recordsOf } from './search-set.ts';

/** Sums over the lines of one kind; divided by `lines` they are the means. */
export interface Score {
  lines: number;
  at1: number;
  at5: number;
  reciprocal: number;
}

/** A line whose answer was not among the first five. */
export interface Lost {
  kind: LineKind;
  text: string;
  wanted: string;
  /** What came first instead; undefined where nothing was found. */
  first: string | undefined;
}

export interface Measured {
  contender: string;
  scores: Record<LineKind, Score>;
  /** Milliseconds of single searches, one for each letter typed, sorted. */
  keystrokes: number[];
  /** Milliseconds from the data to the answer of the first line. */
  start: Record<Over, number>;
  /** Lines that were to be answered; fewer have been where the time was over. */
  wanted: number;
  lost: Lost[];
}

/** Of the lines of a kind, one in so many is typed letter by letter. */
const TYPED = 8;
/** The last letters of a line that are typed one by one. */
const LETTERS = 3;
const LOST_OF_A_KIND = 5;
/** Every directory has a kind of help with this word, and no organization needs to be guessed for it. */
const FIRST_LINE = 'care';
const OVERS: readonly Over[] = ['organizations', 'services'];

export interface MeasureOptions {
  /** Milliseconds for the lines over organizations, and as many again for those over services. */
  limit: number;
  /** Milliseconds of which only differences count; the time on the clock where nothing is given. */
  clock?: () => number;
  /** Hears how far it is. */
  tell?: (words: string) => void;
  /** Sees each search when it is ready; what it does is not measured. */
  ready?: (over: Over, search: Search) => void;
}

/**
 * Answers the lines one after the other until all are done or the time is over; what is under way is finished. Kinds
 * take turns in the lines, so that what was measured of them is even.
 */
export async function measure(
  contender: Contender,
  index: FinderIndex,
  lines: readonly Line[],
  { limit, clock = () => performance.now(), tell = () => {}, ready = () => {} }: MeasureOptions,
): Promise<Measured> {
  const data = { index, records: recordsOf(index) };
  const organizationOf = new Map(index.services.map(({ id, organization }) => [id, organization]));
  const nameOf = namesOf(index);
  const measured: Measured = {
    contender: contender.name,
    scores: Object.fromEntries(
      LINE_KINDS.map((kind) => [kind, { lines: 0, at1: 0, at5: 0, reciprocal: 0 }]),
    ) as Record<LineKind, Score>,
    keystrokes: [],
    start: { organizations: 0, services: 0 },
    wanted: lines.length,
    lost: [],
  };
  let done = 0;
  for (const over of OVERS) {
    const before = clock();
    const search = await contender.start(data, over);
    await search.find(FIRST_LINE);
    measured.start[over] = clock() - before;
    ready(over, search);
    const begun = clock();
    for (const line of lines) {
      if (line.over !== over) continue;
      if (clock() - begun > limit) break;
      const score = measured.scores[line.kind];
      const typed = score.lines % TYPED === 0;
      for (let letters = LETTERS; typed && letters > 0; letters--)
        measured.keystrokes.push((await timed(search, line.text.slice(0, -letters), clock)).milliseconds);
      const { found, milliseconds } = await timed(search, line.text, clock);
      if (typed) measured.keystrokes.push(milliseconds);
      const ids = line.of === over ? found : found.map((id) => organizationOf.get(id) ?? id);
      const distinct = [...new Set(ids)];
      const hit = judge(score, distinct, line);
      if (!hit && measured.lost.filter(({ kind }) => kind === line.kind).length < LOST_OF_A_KIND)
        measured.lost.push({
          kind: line.kind,
          text: line.text,
          wanted: nameOf(line.answers[0] as string),
          first: distinct[0] === undefined ? undefined : nameOf(distinct[0]),
        });
      if (++done % 20 === 0) tell(`${done} of ${lines.length} lines`);
    }
  }
  measured.keystrokes.sort((a, b) => a - b);
  return measured;
}

async function timed(search: Search, text: string, clock: () => number) {
  const before = clock();
  const answer = search.find(text);
  // Waiting for what is there already would be measured as well.
  const found = answer instanceof Promise ? await answer : answer;
  return { found, milliseconds: clock() - before };
}

/**
 * Adds one line to the score; false where no right answer is among the first five. Who asks for an organization looks
 * for one of the right ones. Who asks for services wants all of them: there the share counts of the first five (or of
 * as many as there are) that is right.
 */
export function judge(score: Score, found: readonly string[], { of, answers }: Line): boolean {
  const right = new Set(answers);
  const hits = (most: number) => found.slice(0, most).filter((id) => right.has(id)).length;
  const first = found.findIndex((id) => right.has(id));
  const five = Math.min(5, of === 'services' ? right.size : 1);
  score.lines += 1;
  score.at1 += hits(1);
  score.at5 += Math.min(hits(5), five) / five;
  score.reciprocal += first < 0 ? 0 : 1 / (first + 1);
  return hits(5) > 0;
}

/** What a person would call an organization or a service. */
function namesOf({ names, services }: FinderIndex): (id: string) => string {
  const first = new Map(names.map(({ kind, id, names: own }) => [`${kind}:${id}`, own[0] ?? id]));
  const served = new Map(services.map((service) => [service.id, service]));
  return (id) => {
    const service = served.get(id);
    if (service === undefined) return first.get(`organization:${id}`) ?? id;
    const places = service.provinces.map((province) => first.get(`province:${province}`)).slice(0, 3);
    return [
      first.get(`organization:${service.organization}`),
      first.get(`type:${service.type}`),
      ...(service.coverage === 'nationwide' ? ['nationwide'] : places),
    ].join(', ');
  };
}
