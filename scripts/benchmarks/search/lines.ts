/** Lines that people type, each with what it should find. */
import type { FinderIndex, FinderService } from '../../../src/directory/finder-index.ts';
import { fold } from '../../../src/directory/fold.ts';
import { PEOPLE, type Person } from '../../../src/schema/vocabulary.ts';
import { Dice } from '../random.ts';
import { type Part, respell, textOf } from './respelling.ts';
import { type NamedOrganization, type Over, type SearchSet, WORDS_FOR_PEOPLE } from './search-set.ts';
import { mistype } from './typing-errors.ts';
import { SMALL_WORDS } from './words.ts';

export const LINE_KINDS = [
  'exact',
  'prefix',
  'one typo',
  'two typos',
  'acronym',
  'new spelling',
  'word order',
  'name + province',
  'service + province',
  'three parts',
  'Khmer, whole',
  'Khmer, part',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface Line {
  kind: LineKind;
  /** As it is typed. */
  text: string;
  /** What has to be searched to answer it. */
  over: Over;
  /** What the answers are ids of; a line may ask for an organization and yet need the provinces of its services. */
  of: Over;
  /** Every right answer. */
  answers: readonly string[];
}

/** Lines of one kind; fewer only where a small directory has no more different ones. */
const LINES_OF_A_KIND = 200;
/** A beginning or a part that more names share says too little to ask for one of them. */
const MOST_OWNERS = 5;

type Maker = (dice: Dice) => Omit<Line, 'kind'> | undefined;

/** The lines of all kinds for a set, kinds taking turns, the same for the same set and seed. */
export function makeLines(set: SearchSet, seed: number): Line[] {
  const makers = makersFor(set);
  const byKind = LINE_KINDS.map((kind, place) => {
    const dice = new Dice(seed * 100 + place);
    const lines = new Map<string, Line>();
    for (let tries = 0; tries < LINES_OF_A_KIND * 20 && lines.size < LINES_OF_A_KIND; tries++) {
      const line = makers[kind](dice);
      if (line !== undefined && fold(line.text) !== '') lines.set(line.text, { kind, ...line });
    }
    return [...lines.values()];
  });
  return Array.from({ length: LINES_OF_A_KIND }, (_, turn) =>
    byKind.flatMap((lines) => lines[turn] ?? []),
  ).flat();
}

function makersFor({ index, organizations }: SearchSet): Record<LineKind, Maker> {
  const names = new Names(index);
  const services = new Services(index);
  const having = (has: (organization: NamedOrganization) => boolean) => organizations.filter(has);
  const withAcronym = having(({ acronym }) => acronym !== undefined);
  const romanized = having(({ english }) => english.some(({ syllables }) => syllables !== undefined));
  const khmer = having((organization) => organization.khmer.length > 0);
  const ordered = having(({ english }) => content(english).length > 1);
  const orders = ownersBy(organizations, ({ english }) => sortedWords(english));
  const asked = (text: string, answers: Iterable<string>): Omit<Line, 'kind'> => ({
    text,
    over: 'organizations',
    of: 'organizations',
    answers: [...answers],
  });
  const called = (text: string, id: string) => asked(text, new Set([id, ...names.calledSo(text)]));

  const typo =
    (slips: number, least: number): Maker =>
    (dice) => {
      const { id, english } = dice.pick(organizations);
      let text: string | undefined = textOf(english);
      if (text.replace(/[^a-z]/gi, '').length < least) return undefined;
      for (let slip = 0; slip < slips && text !== undefined; slip++) text = mistype(text, dice);
      return text === undefined || fold(text) === fold(textOf(english))
        ? undefined
        : called(dice.chance(0.5) ? text.toLowerCase() : text, id);
    };

  return {
    exact: (dice) => {
      const { id, english, aliases } = dice.pick(organizations);
      const text = dice.pick([textOf(english), textOf(english), ...aliases]);
      return called(dice.pick([text, text.toLowerCase(), text.toUpperCase()]), id);
    },
    prefix: (dice) => {
      const { english } = dice.pick(organizations);
      const whole = textOf(english).toLowerCase();
      for (
        let length = Math.max(4, dice.between(40, 80) * whole.length * 0.01);
        length < whole.length;
        length++
      ) {
        const text = whole.slice(0, length);
        const owners = names.beginningWith(text);
        if (owners.size > 0 && owners.size <= MOST_OWNERS) return asked(text, owners);
      }
      return undefined;
    },
    'one typo': typo(1, 6),
    'two typos': typo(2, 9),
    acronym: (dice) => {
      if (withAcronym.length === 0) return undefined;
      const { acronym = '' } = dice.pick(withAcronym);
      const text = dice.pick([acronym, acronym.toLowerCase(), acronym.toLowerCase(), dotted(acronym)]);
      return asked(text, names.calledSo(acronym));
    },
    'new spelling': (dice) => {
      if (romanized.length === 0) return undefined;
      const { id, english } = dice.pick(romanized);
      const text = respell(english, dice.pick([1, 1, 2, 2, 3]), dice);
      // A spelling that the data has already is no new one.
      if (text === undefined || names.calledSo(textOf(text)).size > 0) return undefined;
      return asked(textOf(text).toLowerCase(), [id]);
    },
    'word order': (dice) => {
      if (ordered.length === 0) return undefined;
      const { english } = dice.pick(ordered);
      // Who turns a name around leaves its small words out.
      const words = content(english);
      const text = textOf(dice.shuffled(words));
      if (text === textOf(words)) return undefined;
      return asked(text.toLowerCase(), orders.get(sortedWords(english)) ?? []);
    },
    'name + province': (dice) => {
      const service = dice.pick(index.services);
      const { id, english, acronym, aliases } = organizations.find(
        (one) => one.id === service.organization,
      ) as NamedOrganization;
      if (service.provinces.length === 0) return undefined;
      const place = services.placeWord(dice.pick(service.provinces), false, dice);
      if (place === undefined) return undefined;
      const name = dice.pick([textOf(english), ...aliases, ...(acronym === undefined ? [] : [acronym])]);
      const owners = new Set([id, ...names.calledSo(name)]);
      return {
        text: `${name} ${place.text}`.toLowerCase(),
        over: 'services',
        of: 'organizations',
        // Who is called so and works there; other owners of the name are no answer.
        answers: [...owners].filter((owner) => services.worksIn(owner, place.provinces)),
      };
    },
    'service + province': (dice) => services.line(undefined, dice),
    'three parts': (dice) => services.line(dice.pick(PEOPLE), dice),
    'Khmer, whole': (dice) => {
      if (khmer.length === 0) return undefined;
      const { id, khmer: words } = dice.pick(khmer);
      const text = words.join(dice.chance(0.2) ? '\u200b' : '');
      return called(text, id);
    },
    'Khmer, part': (dice) => {
      if (khmer.length === 0) return undefined;
      const { khmer: words } = dice.pick(khmer);
      if (words.length < 2) return undefined;
      const start = dice.between(0, words.length - 2);
      for (let end = start + dice.between(1, 3); end <= words.length; end++) {
        const text = words.slice(start, end).join('').trim();
        const owners = names.containing(text);
        if (text.length >= 4 && text !== words.join('') && owners.size > 0 && owners.size <= MOST_OWNERS)
          return asked(text, owners);
      }
      return undefined;
    },
  };
}

/** Who owns a name, a beginning of a name, or a part of one. */
class Names {
  readonly #whole = new Map<string, Set<string>>();
  /** In the order of code units, so that names with one beginning stand together. */
  readonly #sorted: readonly string[];
  readonly #khmer: readonly string[];

  constructor({ names }: FinderIndex) {
    for (const { kind, id, names: own } of names) {
      if (kind !== 'organization') continue;
      for (const name of own) {
        const owners = this.#whole.get(fold(name)) ?? new Set();
        this.#whole.set(fold(name), owners.add(id));
      }
    }
    this.#sorted = [...this.#whole.keys()].sort();
    this.#khmer = this.#sorted.filter((name) => /[\u1780-\u17ff]/.test(name));
  }

  calledSo(text: string): ReadonlySet<string> {
    return this.#whole.get(fold(text)) ?? new Set();
  }

  beginningWith(text: string): ReadonlySet<string> {
    const start = fold(text);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    const owners = new Set<string>();
    for (let at = low; this.#sorted[at]?.startsWith(start) === true; at++)
      this.#add(owners, this.#sorted[at]);
    return owners;
  }

  containing(text: string): ReadonlySet<string> {
    const part = fold(text);
    const owners = new Set<string>();
    for (const name of this.#khmer) if (name.includes(part)) this.#add(owners, name);
    return owners;
  }

  #add(owners: Set<string>, name: string | undefined) {
    for (const id of this.#whole.get(name ?? '') ?? []) owners.add(id);
  }
}

/** Lines that ask for services, and what fits them. */
class Services {
  readonly #services: readonly FinderService[];
  /** Written names of groups and kinds of help, and of provinces with their places: id to names, name to ids. */
  readonly #kinds: Vocabulary;
  readonly #places: Vocabulary;
  readonly #provincesOf = new Map<string, Set<string>>();

  constructor({ services, names }: FinderIndex) {
    this.#services = services;
    const organizations = new Set(
      names.flatMap(({ kind, names: own }) => (kind === 'organization' ? own.map(fold) : [])),
    );
    // "KK" may mean an organization or a province; what it should find then is a matter of taste.
    const clear = (text: string) => !organizations.has(fold(text));
    this.#kinds = new Vocabulary(
      names.filter(({ kind }) => kind === 'type' || kind === 'group'),
      clear,
    );
    this.#places = new Vocabulary(
      names.filter(({ kind }) => kind === 'province'),
      clear,
    );
    for (const { organization, provinces } of services) {
      const known = this.#provincesOf.get(organization) ?? new Set();
      for (const province of provinces) known.add(province);
      this.#provincesOf.set(organization, known);
    }
  }

  worksIn(organization: string, provinces: ReadonlySet<string>): boolean {
    return [...provinces].some((province) => this.#provincesOf.get(organization)?.has(province));
  }

  placeWord(province: string, khmer: boolean, dice: Dice) {
    const text = this.#places.word(province, khmer, dice);
    return text === undefined ? undefined : { text, provinces: this.#places.ids(text) };
  }

  /** A kind of help, a province and perhaps a person, in the words and the order that the dice give. */
  line(person: Person | undefined, dice: Dice): Omit<Line, 'kind'> | undefined {
    const { type, group, provinces } = dice.pick(this.#services);
    if (provinces.length === 0) return undefined;
    const khmer = dice.chance(0.25);
    const kind = this.#kinds.word(dice.pick([type, group]) ?? '', khmer, dice);
    const place = this.placeWord(dice.pick(provinces), khmer, dice);
    if (kind === undefined || place === undefined) return undefined;
    const kinds = this.#kinds.ids(kind);
    const fits = (service: FinderService) =>
      (kinds.has(service.type ?? '') || kinds.has(service.group ?? '')) &&
      (service.coverage === 'nationwide' || service.provinces.some((id) => place.provinces.has(id))) &&
      (person === undefined || service[person] !== 'no');
    const answers = this.#services.filter(fits).map(({ id }) => id);
    if (answers.length === 0) return undefined;
    const who = person === undefined ? '' : dice.pick(WORDS_FOR_PEOPLE[person][khmer ? 'km' : 'en']);
    const parts = dice.shuffled([kind, place.text, who].filter((part) => part !== ''));
    const text = khmer ? parts.join(dice.pick(['', ' ', '\u200b'])) : parts.join(' ').toLowerCase();
    return { text, over: 'services', of: 'services', answers };
  }
}

class Vocabulary {
  readonly #words = new Map<string, string[]>();
  readonly #ids = new Map<string, Set<string>>();

  constructor(names: FinderIndex['names'], clear: (text: string) => boolean) {
    for (const { id, names: own } of names) {
      this.#words.set(id, own.filter(clear));
      for (const name of own) this.#ids.set(fold(name), (this.#ids.get(fold(name)) ?? new Set()).add(id));
    }
  }

  /** One of the names of something, in the script that is asked for; its first name half of the time. */
  word(id: string, khmer: boolean, dice: Dice): string | undefined {
    const fitting = (this.#words.get(id) ?? []).filter((word) => /[\u1780-\u17ff]/.test(word) === khmer);
    if (fitting.length === 0) return undefined;
    return dice.chance(0.5) ? fitting[0] : dice.pick(fitting);
  }

  ids(text: string): ReadonlySet<string> {
    return this.#ids.get(fold(text)) ?? new Set();
  }
}

function content(parts: readonly Part[]): Part[] {
  return parts.filter(({ text }) => !SMALL_WORDS.has(text.toLowerCase()));
}

function sortedWords(parts: readonly Part[]): string {
  return content(parts)
    .map(({ text }) => fold(text))
    .sort()
    .join(' ');
}

function ownersBy(
  organizations: readonly NamedOrganization[],
  key: (organization: NamedOrganization) => string,
): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const organization of organizations)
    owners.set(key(organization), [...(owners.get(key(organization)) ?? []), organization.id]);
  return owners;
}

/** "WVC" as "W.V.C." */
function dotted(acronym: string): string {
  return acronym.replace(/./g, '$&.');
}
