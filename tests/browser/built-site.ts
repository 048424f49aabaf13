/** Reads a built folder without a browser: its pages, their links and ids. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface BuiltPage {
  /** Address from the root, such as /en/find/. */
  address: string;
  html: string;
  /** True for a page that only leads elsewhere, as those of retired ids do. */
  redirects: boolean;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Every file of a folder, as paths below it with forward slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Every page of a folder; a document that is offered as a download is none. */
export function readPages(folder: string): BuiltPage[] {
  return listFiles(folder)
    .filter((file) => /(^|\/)(index|404)\.html$/.test(file))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return {
        address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
        html,
        redirects: /<meta[^>]+http-equiv="?refresh/i.test(html),
      };
    });
}

/** Turns character references into the characters they stand for. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

/** The attributes of every element with one of these names. */
export function elements(html: string, ...names: string[]): Record<string, string>[] {
  const tag = new RegExp(`<(?:${names.join('|')})\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'gi');
  return [...html.matchAll(tag)].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
        ([, name = '', double, single, bare]) => [name.toLowerCase(), decode(double ?? single ?? bare ?? '')],
      ),
    ),
  );
}

export function idsOf(html: string): Set<string> {
  return new Set(
    [...html.matchAll(/\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map(([, a, b, c]) =>
      decode(a ?? b ?? c ?? ''),
    ),
  );
}

/** The file that a static host answers an address with, as a path below the folder; undefined when there is none. */
export function fileAt(folder: string, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname).replace(/^\//, '');
  for (const file of [path, `${path.replace(/\/$/, '')}/index.html`.replace(/^\//, '')]) {
    const full = join(folder, file);
    if (file !== '' && existsSync(full) && statSync(full).isFile()) return file;
  }
  return undefined;
}
