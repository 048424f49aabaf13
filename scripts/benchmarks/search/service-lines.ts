/** Lines that ask for services by a kind of help, a province and perhaps a person, and what fits them. */
import type { FinderIndex, FinderService } from '../../../src/directory/finder-index.ts';
import { fold } from '../../../src/directory/fold.ts';
import type { Person } from '../../../src/schema/vocabulary.ts';
import type { Dice } from '../random.ts';
import type { Line } from './lines.ts';
import { WORDS_FOR_PEOPLE } from './search-set.ts';

export class ServiceLines {
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
