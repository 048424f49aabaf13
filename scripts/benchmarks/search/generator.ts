/** Makes directories of any size in the style of the shipped one: invented organizations, real kinds of help and provinces. */
import { type FinderIndex, type FinderService, finderIndex } from '../../../src/directory/finder-index.ts';
import { fold } from '../../../src/directory/fold.ts';
import type { Directory, Edition } from '../../../src/schema/directory.ts';
import { PEOPLE } from '../../../src/schema/vocabulary.ts';
import { Dice } from '../random.ts';
import { canonical, capital, type Part, respell, textOf } from './respelling.ts';
import type { NamedOrganization, SearchSet } from './search-set.ts';
import { ENGLISH, KHMER, ROMANIZED, SMALL_WORDS } from './words.ts';

/** As in the shipped edition, in which 42 organizations have 144 services. */
const SERVICES_OF_AN_ORGANIZATION = 3.4;
/** Names share their words, as real ones do; these are how many different ones there are. */
const ROMANIZED_WORDS = 700;
const KHMER_WORDS = 500;

/** All groups, kinds of help and provinces of a directory in the form of the finder's index, without services. */
export function frameOf(directory: Directory, edition: Edition): FinderIndex {
  const [pattern] = edition.services;
  if (pattern === undefined) throw new Error('The edition has no service to take as a pattern.');
  // One service of each kind, because the index carries only the names of groups that are used.
  const services = directory.serviceTypes.map(({ id }) => ({ ...pattern, id, type: id }));
  const index = finderIndex(directory, { ...edition, services });
  return { ...index, services: [], names: index.names.filter(({ kind }) => kind !== 'organization') };
}

/**
 * A directory of `size` services, the same for the same frame, size and seed. No two organizations have the same
 * English name, or names that are only spelled in two ways; acronyms do repeat.
 */
export function makeSet(frame: FinderIndex, size: number, seed: number): SearchSet {
  const dice = new Dice(seed);
  const count = Math.max(1, Math.round(size / SERVICES_OF_AN_ORGANIZATION));
  const organizations = makeOrganizations(frame, count, dice);
  const services = makeServices(frame, organizations, size, dice);
  return {
    name: size.toLocaleString('en'),
    index: {
      ...frame,
      services,
      names: [...organizations.map(searchable), ...frame.names],
    },
    organizations,
  };
}

function searchable({ id, english, khmer, acronym, aliases }: NamedOrganization) {
  const names = [textOf(english), khmer.join(''), acronym ?? '', ...aliases].filter((name) => name !== '');
  return { kind: 'organization' as const, id, names: [...new Set(names)] };
}

function makeOrganizations(frame: FinderIndex, count: number, dice: Dice): NamedOrganization[] {
  const romanized = Array.from({ length: ROMANIZED_WORDS }, () => romanizedWord(dice));
  const khmer = Array.from({ length: KHMER_WORDS }, () => khmerWord(dice));
  const provinces = frame.names.flatMap(({ kind, names }) => (kind === 'province' ? names.slice(0, 1) : []));
  const taken = new Set<string>();
  const made: NamedOrganization[] = [];
  while (made.length < count) {
    const english = englishName({ romanized, provinces }, dice);
    const key = canonical(textOf(english));
    if (taken.has(key)) continue;
    taken.add(key);
    const acronym = acronymOf(english, dice);
    made.push({
      id: `made-up-${made.length}`,
      english,
      acronym,
      aliases: aliasesOf(english, acronym, dice),
      khmer: dice.chance(0.45) ? khmerName(khmer, dice) : [],
    });
  }
  return made;
}

function romanizedWord(dice: Dice): readonly string[] {
  const length = dice.pick([1, 2, 2, 2, 2, 3]);
  return Array.from({ length }, () => dice.pick(ROMANIZED.onsets) + dice.pick(ROMANIZED.rimes));
}

function khmerWord(dice: Dice): string {
  const syllable = () =>
    dice.pick(KHMER.consonants) +
    (dice.chance(0.2) ? dice.pick(KHMER.subscripts) : '') +
    dice.pick(KHMER.vowels) +
    (dice.chance(0.45) ? dice.pick(KHMER.finals) : '');
  return Array.from({ length: dice.pick([1, 2, 2, 3]) }, syllable).join('');
}

function khmerName(words: readonly string[], dice: Dice): string[] {
  return [
    ...(dice.chance(0.8) ? [dice.pick(KHMER.heads)] : []),
    ...Array.from({ length: dice.between(2, 3) }, () => dice.pick(words)),
    ...(dice.chance(0.3) ? [dice.pick(KHMER.tails)] : []),
  ];
}

interface Pools {
  romanized: readonly (readonly string[])[];
  provinces: readonly string[];
}

function englishName({ romanized, provinces }: Pools, dice: Dice): Part[] {
  const plain = (...words: string[]): Part[] =>
    words.flatMap((word) => word.split(' ')).map((text) => ({ text }));
  const khmer = (length: number): Part[] =>
    Array.from({ length }, () => {
      const syllables = dice.pick(romanized);
      const mark = syllables.length > 1 && dice.chance(0.03);
      const text = mark ? `${syllables[0]}'${syllables.slice(1).join('')}` : syllables.join('');
      return { text: capital(text), syllables };
    });
  const { adjectives, things, themes, people, bodies, reaches } = ENGLISH;
  const from = (pool: readonly string[]) => dice.pick(pool);
  const two = (pool: readonly string[]) => dice.shuffled(pool).slice(0, 2).join(' and ');
  const kinds: readonly [share: number, make: () => Part[]][] = [
    [14, () => plain(from(adjectives), from(things), from(bodies))],
    [10, () => plain(from(things), from(bodies), 'for', two(themes))],
    [8, () => plain(from(things), from(themes), 'for', two(people))],
    [8, () => plain(from(people), from(bodies), 'for', from(things), from(themes))],
    [6, () => plain(from(adjectives), from(things), from(reaches))],
    [5, () => plain(from(provinces), from(things), from(bodies))],
    [4, () => plain('Department', 'of', from(things), two(themes))],
    [4, () => plain(from(reaches), from(things), from(themes), from(bodies))],
    [3, () => plain(from(adjectives), from(things))],
    [18, () => khmer(2)],
    [10, () => khmer(3)],
    [7, () => [...khmer(dice.between(1, 2)), ...plain(from(bodies))]],
    [3, () => [...khmer(1), ...plain(from(themes), from(bodies))]],
  ];
  let throwAt = dice.between(
    1,
    kinds.reduce((sum, [share]) => sum + share, 0),
  );
  for (const [share, make] of kinds) {
    throwAt -= share;
    if (throwAt <= 0) return make();
  }
  return khmer(2);
}

function acronymOf(english: readonly Part[], dice: Dice): string | undefined {
  const initials = english
    .filter(({ text }) => !SMALL_WORDS.has(text))
    .map(({ text }) => text.charAt(0).toUpperCase())
    .join('');
  return initials.length >= 2 && dice.chance(initials.length > 2 ? 0.7 : 0.3) ? initials : undefined;
}

function aliasesOf(english: readonly Part[], acronym: string | undefined, dice: Dice): string[] {
  const name = textOf(english);
  const spelled = dice.chance(0.5) ? respell(english, 1, dice) : undefined;
  const short = english.length > 3 && dice.chance(0.25) ? textOf(english.slice(0, 2)) : undefined;
  return [
    ...(spelled === undefined ? [] : [textOf(spelled)]),
    ...(short === undefined || SMALL_WORDS.has(english[1]?.text ?? '') ? [] : [short]),
    ...(acronym !== undefined && dice.chance(0.2) ? [`${name} (${acronym})`] : []),
  ].filter((alias) => fold(alias) !== fold(name));
}

function makeServices(
  frame: FinderIndex,
  organizations: readonly NamedOrganization[],
  size: number,
  dice: Dice,
): FinderService[] {
  const types = frame.names.filter(({ kind }) => kind === 'type').map(({ id }) => id);
  const rank = new Map(types.map((id, place) => [id, place]));
  const provinces = frame.provinces.map(({ id }) => id);
  const services = Array.from({ length: size }, (_, number): FinderService => {
    // The first round gives every organization a service.
    const organization = organizations[number] ?? dice.pick(organizations);
    const type = dice.pick(types);
    const coverage = dice.pick(COVERAGES);
    const where =
      coverage === 'listed' ? dice.shuffled(provinces).slice(0, dice.pick(NUMBERS_OF_PROVINCES)) : [];
    return {
      id: `s${number}`,
      organization: organization.id,
      type,
      // The ids of kinds of help begin with the id of their group.
      group: type.split('.')[0],
      coverage,
      provinces: where,
      partly: where.filter(() => dice.chance(0.05)),
      ...Object.fromEntries(
        PEOPLE.filter(() => dice.chance(0.2)).map((person) => [person, dice.pick(ANSWERS)]),
      ),
    };
  });
  const nameOf = new Map(organizations.map(({ id, english }) => [id, textOf(english)]));
  const name = ({ organization }: FinderService) => nameOf.get(organization) ?? '';
  const order = new Intl.Collator('en').compare;
  return services.sort(
    (a, b) => (rank.get(a.type ?? '') ?? 0) - (rank.get(b.type ?? '') ?? 0) || order(name(a), name(b)),
  );
}

/** As often as in the shipped edition. */
const COVERAGES = ['listed', 'listed', 'listed', 'listed', 'nationwide', 'not-stated'] as const;
const NUMBERS_OF_PROVINCES = [1, 1, 1, 1, 2, 2, 3, 4, 5, 10];
const ANSWERS = ['yes', 'yes', 'yes', 'yes', 'limited', 'no'] as const;
