/** What a page costs on a slow connection, compressed as a host would send it; fonts are counted apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { elements, readPages } from './built-site.ts';
import { LANGUAGES, openPage } from './harness.ts';

const PROVINCE = 'provinces/banteay-meanchey/';
const KILOBYTE = 1000;

interface Weight {
  html: number;
  code: number;
  scripts: string[];
}

/** Loads a page and weighs what it asked for. */
async function weigh(language: 'en' | 'km', path: string): Promise<Weight> {
  const { folder } = inject('public');
  const { requests, close } = await openPage(language, path);
  await close();
  const paths = [...new Set(requests.map((url) => decodeURIComponent(new URL(url).pathname)))];
  const size = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length;
  const sum = (files: string[]) => files.reduce((total, file) => total + size(file), 0);
  const scripts = paths.filter((file) => file.endsWith('.js'));
  const pages = paths.filter((file) => file.endsWith('/')).map((file) => `${file}index.html`);
  return {
    html: sum(pages),
    code: sum([...scripts, ...paths.filter((file) => file.endsWith('.css'))]),
    scripts,
  };
}

describe('an English page without Khmer text', () => {
  it('fetches the letters of one Khmer word and no whole face', async () => {
    const { requests, close } = await openPage('en', 'find/');
    await close();
    const fonts = requests.filter((url) => url.endsWith('.woff2')).map((url) => new URL(url).pathname);
    expect(fonts).toHaveLength(1);
    const { folder } = inject('public');
    expect(readFileSync(join(folder, fonts[0] ?? '')).length).toBeLessThan(2 * KILOBYTE);
  });
});

describe.each(LANGUAGES)('a province page (%s)', (language) => {
  it('weighs at most 20 kB, of which styles and scripts are at most 8 kB', async () => {
    const { html, code } = await weigh(language, PROVINCE);
    expect.soft(html + code).toBeLessThanOrEqual(20 * KILOBYTE);
    expect.soft(code).toBeLessThanOrEqual(8 * KILOBYTE);
  });

  it('runs no script but those of every page', async () => {
    const plain = await weigh(language, 'about/');
    expect((await weigh(language, PROVINCE)).scripts).toEqual(plain.scripts);
    const pages = readPages(inject('public').folder);
    const scriptsOf = (html: string) => elements(html, 'script').map(({ src }) => src);
    const ofEveryPage = scriptsOf(pages.find(({ address }) => address === `/${language}/about/`)?.html ?? '');
    const scripted = pages
      .filter(({ address }) => address.startsWith(`/${language}/provinces/`))
      .filter(({ html }) => scriptsOf(html).some((src) => src === undefined || !ofEveryPage.includes(src)));
    expect(scripted.map(({ address }) => address)).toEqual([]);
  });
});
