/** What the scripts of pages must keep to, so that pages work in the copy in one file as well. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
const read = (file: string) => readFileSync(join(SRC, file), 'utf8');

/** Islands of what only the site offers; the file does without them. */
const ONLY_ON_SITE: readonly string[] = [
  'copy.ts',
  'copy-news.ts',
  'large-finder.ts',
  'map.ts',
  'map-leaflet.ts',
  'seal.ts',
  'unlock.ts',
];

describe('islands', () => {
  it('that a page runs are named in the script of the file, or only for the site', () => {
    const run = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.astro'))
      .flatMap((file) => [...read(file).matchAll(/<script\s+src="[^"]*\/islands\/([\w-]+\.ts)"/g)])
      .map(([, island]) => island ?? '');
    const named = [...read('islands/one-file.ts').matchAll(/^import '\.\/([\w-]+\.ts)';$/gm)].map(
      ([, island]) => island,
    );
    expect(run.length).toBeGreaterThan(0);
    expect(
      [...new Set(run)].filter((island) => !named.includes(island) && !ONLY_ON_SITE.includes(island)),
    ).toEqual([]);
  });

  it('read the address of the page from page-address.ts only', () => {
    const reading = readdirSync(join(SRC, 'islands'))
      .filter((file) => basename(file) !== 'page-address.ts')
      .filter((file) => /\blocation\.(hash|pathname|search|host)\b/.test(read(`islands/${file}`)));
    expect(reading).toEqual([]);
  });
});

describe('page-address', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  const at = async (href: string) => {
    vi.stubGlobal('location', { href });
    return import('../../src/islands/page-address.ts');
  };

  it('is the address of the document on the site', async () => {
    const { pageAt, addressOf, shownFragment, withFragment } = await at(
      'http://site.example/en/find/#who=men',
    );
    expect(pageAt('/en/map/').href).toBe('http://site.example/en/map/');
    expect(addressOf(pageAt('/en/map/#a'))).toBe('http://site.example/en/map/#a');
    expect(shownFragment()).toBe('who=men');
    expect(withFragment('who=boys')).toBe('#who=boys');
    expect(withFragment('')).toBe('/en/find/');
  });

  it('stands behind the # of the file', async () => {
    const there = await at('file:///media/stick/spean-2010.html#/en/find/&who=men&where=KH-1');
    there.namePagesInFragment();
    expect(there.shownPage().pathname).toBe('/en/find/');
    expect(there.shownFragment()).toBe('who=men&where=KH-1');
    expect(there.withFragment('who=boys')).toBe('#/en/find/&who=boys');
    expect(there.withFragment('')).toBe('#/en/find/');
    expect(there.addressOf(there.pageAt('#not-stated'))).toBe('#/en/find/&not-stated');
    expect(there.pageAt('#/km/map/').pathname).toBe('/km/map/');
    expect(there.addressOf(there.pageAt('#/km/find/&q=a'))).toBe('#/km/find/&q=a');
    expect(there.pageAt('https://www.example.org/a/').href).toBe('https://www.example.org/a/');
  });

  it('is the first page in a file just opened', async () => {
    const there = await at('file:///media/stick/spean-2010.html');
    there.namePagesInFragment();
    expect(there.shownPage().pathname).toBe('/');
  });
});
