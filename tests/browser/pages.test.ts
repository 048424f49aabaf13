/**
 * Each kind of page, in both languages. Nothing may stand out of a wide or of the narrowest screen; axe looks at one
 * language light and wide, at the other dark and narrow: both have the same elements and colours, and only how lines
 * break in the other two looks goes unseen by it.
 */
import { describe, expect, inject, it } from 'vitest';
import { elements, readPages } from './built-site.ts';
import { LANGUAGES, openPage } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';
import { examples, PAGE_KINDS } from './page-kinds.ts';

const kinds = examples(readPages(inject('public').folder));
const LOOKS = {
  en: { width: 1280, other: 320, dark: false },
  km: { width: 320, other: 1280, dark: true },
} as const;

describe.each(LANGUAGES)('%s', (language) => {
  const { width, other, dark } = LOOKS[language];

  it.concurrent.for(kinds)('$kind', async ({ kind, path }, { expect }) => {
    expect(path, `No page of the kind "${kind}" was built.`).toBeDefined();
    const { page, trouble, close } = await openPage(language, path ?? '', { width, dark });
    expect.soft(await page.getAttribute('html', 'lang')).toBe(language);
    expect.soft(await page.locator('h1').count()).toBe(1);
    expect.soft(await overflow(page), `${width} px wide`).toEqual([]);
    expect.soft(await axeFindings(page), `${width} px wide`).toEqual([]);
    await page.setViewportSize({ width: other, height: 800 });
    // What answers to a new size does so with the next frame.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect.soft(await overflow(page), `${other} px wide`).toEqual([]);
    expect.soft(trouble).toEqual([]);
    await close();
  });
});

describe.each(LANGUAGES)('pages in use (%s)', (language) => {
  const { width, dark } = LOOKS[language];

  it.concurrent.for([
    { path: 'find/#who=men&where=KH-1', site: 'public' },
    { path: 'organizations/wvc/', site: 'practitioner' },
  ] as const)('$path on the $site site', async ({ path, site }, { expect }) => {
    const { page, trouble, close } = await openPage(language, path, { site, width, dark });
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(trouble).toEqual([]);
    await close();
  });
});

describe('pages without a language', () => {
  it.each(['/', '/404.html'])('%s', async (path) => {
    const { page, trouble, close } = await openPage('en', path);
    expect.soft(await page.locator('h1').count()).toBe(1);
    expect.soft(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect.soft(await overflow(page), '320 px wide').toEqual([]);
    expect.soft(trouble).toEqual([]);
    await close();
  });

  it('an address that does not exist has the status 404 and a way back', async () => {
    const answer = await fetch(`${inject('public').url}/en/no-such-page/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/href="\/en\/"/);
  });
});

describe('every page that was built', () => {
  const pages = readPages(inject('public').folder).filter(({ redirects }) => !redirects);

  it('is of a kind that the contract of addresses names', () => {
    const strange = pages
      .map(({ address }) => address)
      .filter((address) => /^\/(en|km)\//.test(address))
      .filter((address) => !PAGE_KINDS.some(({ pattern }) => pattern.test(address.slice('/en/'.length))));
    expect(strange).toEqual([]);
  });

  it('says its language and has one heading of the first level', () => {
    const wrong = pages.filter(({ address, html }) => {
      const language = /^\/(en|km)\//.exec(address)?.[1];
      const said = /<html[^>]*\slang="?([a-z-]+)/.exec(html)?.[1];
      return (
        said === undefined ||
        (language !== undefined && said !== language) ||
        [...html.matchAll(/<h1[\s>]/g)].length !== 1
      );
    });
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });

  it('has a sign of its own, so that no browser asks the host for one', () => {
    const without = pages.filter(
      ({ html }) =>
        !elements(html, 'link').some(({ rel, href }) => rel === 'icon' && href?.startsWith('data:')),
    );
    expect(without.map(({ address }) => address)).toEqual([]);
  });

  it('keeps its address and its title neutral', () => {
    const telling = /traffick|victim|\bmales?\b/i;
    const wrong = pages.filter(({ address, html }) =>
      telling.test(`${address} ${/<title>([^<]*)/.exec(html)?.[1] ?? ''}`),
    );
    expect(wrong.map(({ address }) => address)).toEqual([]);
  });
});
