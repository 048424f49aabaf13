/**
 * Understanding a typed line: words that name a person, a place or a kind of help become filters, the rest stays a
 * search for names. A phrase counts if it is written so in the data or in the short list of words for people, or, for a
 * place, if it sounds like that place and like no other and is written nearly so. What names an organization stays in
 * the search, and what else it may mean is said. What was understood is shown and can be taken away, so nothing is
 * guessed silently.
 */

import { ADULTS } from '../schema/vocabulary.ts';
import { denialAt, deniesBefore, isNumberSign } from './denials.ts';
import { KHMER, words } from './fold.ts';
import { longestHeard } from './heard-places.ts';
import { limitAt } from './line-limits.ts';
import { lineWords } from './line-words.ts';
import { namedRun, type Run, type WordMeaning } from './named-runs.ts';
import { AFTER_AGE, ageAt, countsSomething } from './people-words.ts';
import { type Lines, type Meaning, type Phrases, phrasesOf } from './phrases.ts';
import { namesOf } from './prepared-names.ts';
import type { Query } from './query.ts';
import { DENIES_BEFORE, FILLERS, JOINTS, NUMBERED } from './small-words.ts';

/** Words of the line that belong together, with what they mean; undefined where they only name something or nothing. */
interface Part extends Run {
  meaning: Meaning | 'organization' | 'age' | 'filler' | undefined;
}

/** A line cut into parts, and the run of its words that is a name although some of them also mean something else. */
interface Read {
  line: string;
  asked: readonly string[];
  parts: readonly Part[];
  run: Run | undefined;
}

/** More places than so many are hardly asked for; a larger number is an age. */
const MOST_PLACES = 12;

/** What is left of a line is mostly read again, for its other readings. */
const lastRead = new WeakMap<object, Read>();

/** A line as a query: what was understood as filters, what is left as q. */
export function readLine(index: Lines, line: string): Query {
  const { asked, parts, run } = read(index, line);
  const query = queryOf(asked, run === undefined ? parts : partsAround(phrasesOf(index), asked, run));
  const nothing = query.q === '' && parts.every(({ meaning }) => meaning === 'filler');
  // "The" is the beginning of a name too, when nothing else is said.
  if (nothing && beginsName(index, asked)) return { ...query, q: asked.join(' ') };
  return isAge(index, query) && !countsHelp(asked, parts, query.q)
    ? { ...query, age: Number(query.q), q: '' }
    : query;
}

function read(index: Lines, line: string): Read {
  const last = lastRead.get(index.names);
  if (last?.line === line) return last;
  const phrases = phrasesOf(index);
  const asked = lineWords(phrases, line);
  const parts = partsOf(phrases, asked);
  const made = { line, asked, parts, run: namedRun(index.names, phrases, asked, meaningsOf(asked, parts)) };
  lastRead.set(index.names, made);
  return made;
}

/** A phrase of the line that names an organization, and what else it may mean. */
export interface OtherReading {
  phrase: string;
  /** The question with the phrase read the other way. */
  query: Query;
}

/** The other readings of what is left of a line: "kk" is an organization and a province. */
export function otherReadings(index: Lines, query: Query): OtherReading[] {
  if (query.q === '') return [];
  const asked = words(query.q);
  const named = [...phrasesOf(index).also].flatMap(([phrase, { field, values }]) => {
    const parts = phrase.split(' ');
    const at = asked.findIndex((_, i) => parts.every((part, j) => asked[i + j] === part));
    if (at === -1) return [];
    const rest = [...asked.slice(0, at), ...asked.slice(at + parts.length)].join(' ');
    return [{ phrase, query: { ...query, [field]: [...query[field], ...values], q: rest } }];
  });
  const { asked: cut, parts, run } = read(index, query.q);
  if (run === undefined) return named;
  const other = queryOf(cut, parts);
  if (other.who.length + other.where.length + other.need.length === 0) return named;
  const phrase = cut.slice(run.start, run.start + run.length).join(' ');
  return [...named, { phrase, query: added(query, other) }];
}

/** A query in which the line has been understood: what it says is added to the filters that stand already. */
export function understood(index: Lines, query: Query): Query {
  return query.q === '' ? query : added(query, readLine(index, query.q));
}

/** The filters of both, and the line of the second. */
function added(query: Query, line: Query): Query {
  const both = <T>(a: T[], b: T[]) => [...new Set([...a, ...b])];
  return {
    who: both(query.who, line.who),
    age: line.age ?? query.age,
    where: both(query.where, line.where),
    need: both(query.need, line.need),
    q: line.q,
  };
}

/** The parts of a line, from one of its words to another. */
function partsOf(phrases: Phrases, asked: readonly string[], from = 0, to = asked.length): Part[] {
  const parts: Part[] = [];
  // How many unknown words the last negation still reaches over; below zero there is none.
  let denied = -1;
  for (let start = from; start < to; ) {
    const ahead = asked.slice(start, to);
    const limit = limitAt(ahead, 0);
    if (limit > 0) {
      parts.push({ start, length: limit, meaning: undefined });
      start += limit;
      continue;
    }
    const word = asked[start] as string;
    const last = parts.findLast(({ meaning }) => typeof meaning === 'object')?.meaning as Meaning | undefined;
    const behind =
      last === undefined ? 0 : deniesBefore(asked, start, last, () => meaningAhead(phrases, ahead.slice(1)));
    if (behind > 0) {
      withdraw(parts, asked);
      denied = -1;
      parts.push({ start, length: behind, meaning: undefined });
      start += behind;
      continue;
    }
    const denies = denialAt(asked, start);
    const found =
      denies === undefined ? (longestPhrase(phrases, ahead) ?? longestPlace(phrases, ahead)) : undefined;
    // "Away from" stays in the line whole, so that it denies as much when the line is read again.
    const pair = denies !== undefined && DENIES_BEFORE.has(word);
    const length = found?.length ?? (pair ? 2 : 1);
    const said = denies === undefined ? (found?.meaning ?? smallMeaning(asked, start)) : undefined;
    const asks = said !== undefined && said !== 'filler';
    // So does what joins two things that are denied.
    const isDenied = denied >= 0 && (asks || JOINTS.has(word));
    parts.push({ start, length, meaning: isDenied ? undefined : said });
    start += length;
    if (denies !== undefined) denied = denies;
    else if (asks) denied = denied >= 0 && JOINTS.has(asked[start] ?? '') ? 0 : -1;
    else if (said === undefined && !JOINTS.has(word)) denied -= 1;
  }
  return parts;
}

/** Takes away what the last part asks for, with its age and with what is joined to it. */
function withdraw(parts: readonly Part[], asked: readonly string[]): void {
  let goesOn = true;
  for (const part of [...parts].reverse()) {
    const { start, length, meaning } = part;
    if (meaning === 'filler') {
      if (!JOINTS.has(asked[start] as string)) continue;
      goesOn = true;
      part.meaning = undefined;
    } else {
      const number = asked.slice(start, start + length).some((word) => /\d/.test(word));
      if (!goesOn || (meaning === undefined && !number)) return;
      goesOn = number;
      part.meaning = undefined;
    }
  }
}

/** The same with a run of words as a name. */
function partsAround(phrases: Phrases, asked: readonly string[], { start, length }: Run): Part[] {
  return [
    ...partsOf(phrases, asked, 0, start),
    { start, length, meaning: 'organization' },
    ...partsOf(phrases, asked, start + length),
  ];
}

function meaningsOf(asked: readonly string[], parts: readonly Part[]): WordMeaning[] {
  const meanings: WordMeaning[] = asked.map(() => undefined);
  for (const { start, length, meaning } of parts)
    if (typeof meaning === 'object') meanings.fill(meaning.field, start, start + length);
  return meanings;
}

function queryOf(asked: readonly string[], parts: readonly Part[]): Query {
  const query: Query = { who: [], where: [], need: [], q: '' };
  const rest: string[] = [];
  const ages = new Set<number>();
  const ageWords: string[] = [];
  for (const { start, length, meaning } of parts) {
    const here = asked.slice(start, start + length);
    if (meaning === undefined || meaning === 'organization') rest.push(...here);
    else if (meaning === 'age') {
      ages.add(ageAt(asked, start) as number);
      ageWords.push(...here);
    } else if (meaning !== 'filler') {
      const values = query[meaning.field] as string[];
      values.push(...meaning.values.filter((value) => !values.includes(value)));
    }
  }
  // Two ages are two people. Nothing is left out silently.
  if (ages.size === 1 && !namesSeveral(query)) [query.age] = ages;
  else rest.push(...ageWords);
  return { ...query, q: rest.join(' ') };
}

/** True for adults and children together: of whom an age is, the line does not say. */
function namesSeveral({ who }: Query): boolean {
  return who.some((one) => ADULTS.includes(one)) && who.some((one) => !ADULTS.includes(one));
}

function smallMeaning(asked: readonly string[], start: number): 'age' | 'filler' | undefined {
  if (ageAt(asked, start) !== undefined) return 'age';
  const word = asked[start] as string;
  // What a number is the number of stays with it, also when the line is read again.
  if (NUMBERED.has(word) && /^\d/.test(asked[start + 1] ?? '')) return undefined;
  if (isNumberSign(asked, start)) return 'filler';
  const years = AFTER_AGE.has(word) && ageAt(asked, start - 1) !== undefined;
  return years || FILLERS.has(word) || countsSomething(asked, start) ? 'filler' : undefined;
}

function meaningAhead(phrases: Phrases, ahead: readonly string[]): Meaning | undefined {
  const { meaning } = longestPhrase(phrases, ahead) ?? longestPlace(phrases, ahead) ?? {};
  return typeof meaning === 'object' ? meaning : undefined;
}

function longestPhrase({ written, longest }: Phrases, asked: readonly string[]) {
  const most = Math.min(asked.length, longest.get(asked[0] ?? '') ?? 0);
  for (let length = most; length > 0; length--) {
    const meaning = written.get(asked.slice(0, length).join(' '));
    if (meaning !== undefined) return { length, meaning };
  }
  return undefined;
}

/** No place is called by more words. */
const LONGEST_PLACE = 5;

/** The longest run of words that sounds like one place, none of which is a word of a phrase or of a name. */
function longestPlace({ written, heard, nameWords }: Phrases, asked: readonly string[]) {
  const known = asked.findIndex((word) => written.has(word) || nameWords.has(word) || FILLERS.has(word));
  const place = longestHeard(
    heard,
    asked.slice(0, Math.min(LONGEST_PLACE, known === -1 ? asked.length : known)),
  );
  const meaning = (province: string): Meaning => ({ field: 'where', values: [province] });
  return place && { length: place.length, meaning: meaning(place.province) };
}

/** True where all that is left is a number that somebody's age may be and that no name begins with. */
function isAge({ names }: Lines, query: Query): boolean {
  const { age, q } = query;
  if (namesSeveral(query)) return false;
  return age === undefined && /^[1-9]\d?$/.test(q) && namesOf(names).beginning(q).length === 0;
}

/** True for a small number beside a kind of help: "3 beds" and "shelter for 4" ask for so many places. */
function countsHelp(asked: readonly string[], parts: readonly Part[], number: string): boolean {
  if (Number(number) > MOST_PLACES) return false;
  const at = parts.findIndex(({ start, meaning }) => meaning === undefined && asked[start] === number);
  const [before] = parts
    .slice(0, Math.max(0, at))
    .filter(({ meaning }) => meaning !== 'filler')
    .slice(-1);
  return [before, parts[at + 1]].some(
    (part) => typeof part?.meaning === 'object' && part.meaning.field === 'need',
  );
}

function beginsName({ names: owners }: Lines, asked: readonly string[]): boolean {
  const line = asked.join(' ');
  return (
    !KHMER.test(line) &&
    namesOf(owners)
      .beginning(asked[0] ?? '')
      .some(({ owner, folded }) => owners[owner]?.kind === 'organization' && folded.startsWith(line))
  );
}
