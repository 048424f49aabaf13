/** Lines that people type, each with what it should find. */
import { fold } from '../../../src/directory/fold.ts';
import { PEOPLE } from '../../../src/schema/vocabulary.ts';
import { Dice } from '../random.ts';
import { Owners } from './owners.ts';
import { type Part, respell, textOf } from './respelling.ts';
import type { NamedOrganization, Over, SearchSet } from './search-set.ts';
import { ServiceLines } from './service-lines.ts';
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
  const names = new Owners(index);
  const services = new ServiceLines(index);
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
