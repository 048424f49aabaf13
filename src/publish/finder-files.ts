/**
 * The finder's index as files of the site, for a directory that is too large for one page. Which file is fetched must
 * not tell what was typed, so all are, in one order; their names hold their content, so that a browser keeps what a new
 * edition has not changed.
 */
import { createHash } from 'node:crypto';
import type { FinderIndex, FinderService } from '../directory/finder-index.ts';

/** Above this the page carries neither cards nor index: https://web.dev/articles/dom-size-and-interactivity. */
export const MOST_ON_PAGE = 2000;
/** Services in one file: some 200 kB of JSON, a tenth of it on the way. */
const SERVICES_OF_A_FILE = 2000;

/** Everything but the services, which come in parts. */
export type NamesFile = Omit<FinderIndex, 'services'>;

/** What the page tells its worker: where the files lie. */
export interface FinderAddresses {
  names: string;
  services: string[];
  /** What organizations are called in the language of the page, by id. */
  labels: string;
}

export interface FinderFile {
  /** File name, such as "names-0a1b2c3d4e5f.json". */
  name: string;
  text: string;
}

/**
 * The files of an index and their addresses below a folder.
 * @param labels what each organization is called, by language and id
 * @param folder address that ends with a slash
 */
export function finderFiles<L extends string>(
  { services, ...names }: FinderIndex,
  labels: Readonly<Record<L, Readonly<Record<string, string>>>>,
  folder: string,
): { addresses: (language: L) => FinderAddresses; files: FinderFile[] } {
  const first = fileOf('names', names satisfies NamesFile);
  const parts: FinderFile[] = [];
  for (let at = 0; at < services.length; at += SERVICES_OF_A_FILE)
    parts.push(fileOf('services', services.slice(at, at + SERVICES_OF_A_FILE) satisfies FinderService[]));
  const languages = Object.keys(labels) as L[];
  const called = new Map(
    languages.map((language) => [language, fileOf(`labels-${language}`, labels[language])]),
  );
  return {
    addresses: (language) => ({
      names: folder + first.name,
      services: parts.map(({ name }) => folder + name),
      labels: folder + called.get(language)?.name,
    }),
    files: [first, ...parts, ...called.values()],
  };
}

function fileOf(what: string, content: unknown): FinderFile {
  const text = JSON.stringify(content);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name: `${what}-${hash}.json`, text };
}
