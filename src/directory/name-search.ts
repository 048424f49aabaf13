/**
 * Matching a typed line with names. First folded substrings, which are right and instant; only where nothing is
 * found, the nearest names by Fuse.js, so that a mistake or an old spelling still leads somewhere.
 */
import Fuse from 'fuse.js';
import type { FinderIndex, FinderService, Searchable } from './finder-index.ts';
import { fold, words } from './fold.ts';

interface FoldedNames {
  byKey: Map<string, string[]>;
  fuse: Fuse<{ key: string; names: string[] }>;
}

const prepared = new WeakMap<readonly Searchable[], FoldedNames>();

/** The services that a line matches. */
export interface LineMatch {
  services: ReadonlySet<string>;
  /** Ids of the organizations with exactly this name or acronym. */
  byName: ReadonlySet<string>;
  /** True where nothing is called so and these only have the nearest names. */
  nearest: boolean;
}

/** The services that a line matches, or undefined for an empty line (everything). */
export function matchLine(
  index: Pick<FinderIndex, 'services' | 'names'>,
  line: string,
): LineMatch | undefined {
  const asked = words(line);
  if (asked.length === 0) return undefined;
  const { byKey, fuse } = prepare(index.names);
  const everyWord = (service: FinderService) => {
    const names = keysOf(service).flatMap((key) => byKey.get(key) ?? []);
    return asked.every((word) => names.some((name) => startsSomewhere(name, word)));
  };
  const exact = index.services.filter(everyWord);
  const found = exact.length > 0 ? exact : nearest(index.services, fuse, fold(line));
  const folded = fold(line);
  const owners = new Set(index.services.map((service) => service.organization));
  return {
    services: new Set(found.map((service) => service.id)),
    byName: new Set([...owners].filter((id) => byKey.get(`organization:${id}`)?.includes(folded))),
    nearest: exact.length === 0 && found.length > 0,
  };
}

/** A word matches where a name has it at the start of a word; Khmer is written without spaces, so anywhere there. */
function startsSomewhere(name: string, word: string): boolean {
  return /[\u1780-\u17ff]/.test(word) ? name.includes(word) : ` ${name}`.includes(` ${word}`);
}

/** Services of the names that lie nearest to the line; those clearly worse than the best are left out. */
function nearest(
  services: readonly FinderService[],
  fuse: FoldedNames['fuse'],
  line: string,
): FinderService[] {
  const hits = fuse.search(line);
  const best = hits[0]?.score ?? 1;
  const keys = new Set(hits.filter(({ score }) => (score ?? 1) <= best + 0.1).map(({ item }) => item.key));
  return services.filter((service) => keysOf(service).some((key) => keys.has(key)));
}

function keysOf(service: FinderService): string[] {
  return [
    `organization:${service.organization}`,
    `type:${service.type}`,
    `group:${service.group}`,
    ...service.provinces.map((province) => `province:${province}`),
  ];
}

/** Folding and indexing happen once for each list of names. */
function prepare(names: readonly Searchable[]): FoldedNames {
  const known = prepared.get(names);
  if (known !== undefined) return known;
  const folded = names.map(({ kind, id, names: own }) => ({
    key: `${kind}:${id}`,
    names: [...new Set(own.map(fold))],
  }));
  const made = {
    byKey: new Map(folded.map(({ key, names: own }) => [key, own])),
    fuse: new Fuse(folded, { keys: ['names'], includeScore: true, threshold: 0.36, ignoreLocation: true }),
  };
  prepared.set(names, made);
  return made;
}
