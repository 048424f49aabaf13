/**
 * The services of an index by what they can be found by, so that a question goes through those that it can mean and not
 * through all. A list holds places in the order of the index, the lowest first.
 */
import type { FinderService, Searchable } from './finder-index.ts';

type Places = readonly number[];

const NONE: Places = [];

export class ServiceLists {
  readonly services: readonly FinderService[];
  readonly #of: Record<Searchable['kind'], Map<string, number[]>> = {
    organization: new Map(),
    type: new Map(),
    group: new Map(),
    province: new Map(),
  };
  readonly #nationwide: number[] = [];

  constructor(services: readonly FinderService[]) {
    this.services = services;
    for (const [place, { organization, type, group, coverage, provinces }] of services.entries()) {
      this.#add('organization', organization, place);
      if (type !== undefined) this.#add('type', type, place);
      if (group !== undefined) this.#add('group', group, place);
      for (const province of provinces) this.#add('province', province, place);
      if (coverage === 'nationwide') this.#nationwide.push(place);
    }
  }

  /** Places of the services of an organization, of a kind or group of help, or for which a province is named. */
  of(kind: Searchable['kind'], id: string): Places {
    return this.#of[kind].get(id) ?? NONE;
  }

  /** The same as services. */
  listed(kind: Searchable['kind'], id: string): FinderService[] {
    return this.at(this.of(kind, id));
  }

  /** Services that reach one of the provinces, also because they reach all. */
  reaching(provinces: readonly string[]): FinderService[] {
    return this.at(this.union([...provinces.map((id) => this.of('province', id)), this.#nationwide]));
  }

  /** Services of one of these groups or kinds of help. */
  giving(need: readonly string[]): FinderService[] {
    return this.at(this.union(need.flatMap((id) => [this.of('group', id), this.of('type', id)])));
  }

  /** The services at these places. */
  at(places: Places): FinderService[] {
    return places.map((place) => this.services[place] as FinderService);
  }

  /** Every place that stands in one of the lists, once. */
  union(lists: readonly Places[]): Places {
    const filled = lists.filter(({ length }) => length > 0);
    if (filled.length < 2) return filled[0] ?? NONE;
    const marks = new Uint8Array(this.services.length);
    let count = 0;
    for (const list of filled)
      for (const place of list) {
        if (marks[place] === 0) count += 1;
        marks[place] = 1;
      }
    const places: number[] = [];
    for (let place = 0; places.length < count; place++) if (marks[place] === 1) places.push(place);
    return places;
  }

  #add(kind: Searchable['kind'], id: string, place: number): void {
    const list = this.#of[kind].get(id);
    if (list === undefined) this.#of[kind].set(id, [place]);
    // A row may name a province twice.
    else if (list.at(-1) !== place) list.push(place);
  }
}

const made = new WeakMap<readonly FinderService[], ServiceLists>();

/** The lists of these services, made when they are first asked for. */
export function serviceLists(services: readonly FinderService[]): ServiceLists {
  const known = made.get(services) ?? new ServiceLists(services);
  made.set(services, known);
  return known;
}
