/**
 * The copy in one file, used as on a computer that is not connected: copied into a folder of its own, opened without a
 * server, and listened to for anything that leaves the file or stays behind.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { unpack } from '../../src/publish/one-file/packs.ts';
import { elements, listFiles, readPages } from './built-site.ts';
import { openPage, settle } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';

const MEGABYTE = 1_000_000;
const QUERIES = [
  '',
  'who=men&where=KH-1',
  'who=boys&age=15&need=sh',
  'where=KH-12&need=lg',
  'q=bmc men shelter',
  'q=domnok tek',
];

type Site = 'public' | 'practitioner';
let browser: Browser;
let stick: string;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  stick = mkdtempSync(join(tmpdir(), 'stick-'));
});

afterAll(async () => {
  await browser.close();
  rmSync(stick, { recursive: true, force: true });
});

function builtFile(site: Site): string {
  const { folder } = inject(site);
  const [name, ...more] = listFiles(folder).filter((file) => /^data\/.*\.html$/.test(file));
  expect(more).toEqual([]);
  return join(folder, name ?? '');
}

/** Opens the file at a fragment, offline; every request but that for the file itself is trouble. */
async function openFile(
  fragment = '',
  { site = 'public', width = 1280, dark = false, javascript = true } = {} as {
    site?: Site;
    width?: number;
    dark?: boolean;
    javascript?: boolean;
  },
) {
  const file = join(stick, basename(builtFile(site)));
  copyFileSync(builtFile(site), file);
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javascript,
    offline: true,
  });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split('#')[0] !== address) trouble.push(`request: ${url}`);
  });
  if (javascript)
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`content security policy: ${violatedDirective} ${blockedURI}`);
      });
    });
  await page.goto(`${address}${fragment}`);
  await settle(page, javascript);
  return { page, trouble, close: () => context.close() };
}

const fragment = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
/** Waits until something is so; a machine with other work needs longer than the second that is usual. */
const soon = <T>(look: () => Promise<T> | T) => expect.poll(look, { timeout: 15_000 });
const at = (page: Page) => soon(() => fragment(page));
const heading = (page: Page) => page.locator('h1').textContent();
const found = (page: Page) =>
  page.$$eval('[data-results] [data-service]', (cards) =>
    cards.map((card) => `${card.getAttribute('data-service')} ${card.getAttribute('data-match')}`),
  );
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id || activeElement?.getAttribute('name') || activeElement?.localName;
  });
const keptByBrowser = (page: Page) =>
  page.evaluate(() => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
  }));
async function tabTo(page: Page, selector: string, limit = 80): Promise<void> {
  for (let presses = 0; presses < limit; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The keyboard did not come to ${selector}.`);
}

/** All pages that the file holds, by address. */
function packedPages(site: Site): Record<string, string> {
  const html = readFileSync(builtFile(site), 'utf8');
  const packs = [...html.matchAll(/data-pages-from="[^"]*">([^<]*)</g)];
  return Object.assign({}, ...packs.map(([, data = '']) => unpack(data)));
}

describe.each(['public', 'practitioner'] as const)('the file of the %s site', (site) => {
  it('is at most 3 MB', () => {
    expect(statSync(builtFile(site)).size).toBeLessThanOrEqual(3 * MEGABYTE);
  });

  it('holds every page of the site, and links only between them', () => {
    const packed = packedPages(site);
    const built = readPages(inject(site).folder)
      .map(({ address }) => address)
      .filter((address) => address.endsWith('/') || address === '/404.html');
    expect(Object.keys(packed).sort()).toEqual(built.sort());
    const wrong = Object.entries(packed).flatMap(([address, html]) =>
      elements(html, 'a')
        .map(({ href = '' }) => href)
        .filter((href) => {
          if (/^#[^/]/.test(href)) return !html.includes(` id="${href.slice(1)}"`);
          if (!href.startsWith('#')) return !/^(https|mailto|tel):/.test(href);
          const [page = '', id] = href.slice(1).split('&');
          return !(page in packed) || (id && !id.includes('=') && !packed[page]?.includes(` id="${id}"`));
        })
        .map((href) => `${address} links to ${href}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is offered by the site with its size', async () => {
    const { page, trouble, close } = await openPage('en', 'copy/', { site });
    const link = page.locator('a[download][href^="/data/"]');
    expect(await link.textContent()).toMatch(/ \(\d\.\d MB\)$/);
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    expect((await answer.body()).length).toBe(statSync(builtFile(site)).size);
    expect(trouble).toEqual([]);
    await close();
  });

  it(`warns ${site === 'public' ? 'nobody' : 'on every page'} of names and numbers`, async () => {
    const { page, close } = await openFile('', { site });
    const warnings = page.locator('.strip.practitioner');
    expect((await warnings.count()) > 0).toBe(site === 'practitioner');
    await page.click('a[hreflang="en"]');
    await at(page).toBe('#/en/');
    expect((await warnings.count()) > 0).toBe(site === 'practitioner');
    await close();
  });
});

describe('the file', () => {
  it('leads through the directory and back, without a request and without a trace', async () => {
    const { page, trouble, close } = await openFile();
    await page.click('a[hreflang="en"]');
    await at(page).toBe('#/en/');
    await page.click('.nav a:has-text("Find")');
    await at(page).toBe('#/en/find/');
    expect(await page.title()).toBe('Find who can help – Spean');
    expect(await focused(page)).toBe('main');
    await page.fill('[name="q"]', 'poipet');
    await page.selectOption('[name="who"]', 'men');
    await at(page).toContain('who=men');
    const asked = fragment(page);
    expect(asked).toMatch(/^#\/en\/find\/&/);
    const answer = await found(page);
    expect(answer.length).toBeGreaterThan(0);

    const card = page.locator('[data-results] [data-service] h3 a').first();
    const name = (await card.textContent())?.trim();
    await card.scrollIntoViewIfNeeded();
    await card.click();
    await at(page).toMatch(/^#\/en\/organizations\/[a-z0-9-]+\//);
    expect(await heading(page)).toContain(name ?? '?');
    const organization = fragment(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.click('.nav a:has-text("Map")');
    await at(page).toBe('#/en/map/');
    await page.locator('[data-province="KH-1"] a').focus();
    await page.keyboard.press('Enter');
    await at(page).toBe('#/en/provinces/banteay-meanchey/');
    await page.click('[data-language]');
    await at(page).toBe('#/km/provinces/banteay-meanchey/');
    expect(await page.getAttribute('html', 'lang')).toBe('km');

    const back = ['#/en/provinces/banteay-meanchey/', '#/en/map/', organization, asked];
    for (const step of back) {
      await page.goBack();
      await at(page).toBe(step);
    }
    await soon(() => found(page)).toEqual(answer);
    expect(await page.inputValue('[name="who"]')).toBe('men');
    await page.goForward();
    await at(page).toBe(organization);
    await soon(() => heading(page)).toContain(name ?? '?');
    await page.reload();
    await settle(page);
    expect(fragment(page)).toBe(organization);
    expect(await heading(page)).toContain(name ?? '?');
    expect(await page.locator('[data-copy-note]').textContent()).toMatch(/copy, made on \d+ \w+ \d{4}/);

    expect(await keptByBrowser(page)).toEqual({ cookie: '', local: 0, session: 0 });
    expect(trouble).toEqual([]);
    await close();
  });

  it('answers as the site does', async () => {
    const site = await openPage('en', 'find/');
    const file = await openFile('#/en/find/');
    for (const query of QUERIES) {
      const asked = new URLSearchParams(query).toString();
      await site.page.goto('about:blank');
      await site.page.goto(`${inject('public').url}/en/find/#${asked}`);
      await settle(site.page);
      const expected = await found(site.page);
      expect(expected.length).toBeGreaterThan(0);
      await file.page.evaluate((hash) => {
        location.hash = hash;
      }, `#/en/find/&${asked}`);
      await soon(() => found(file.page)).toEqual(expected);
    }
    expect(file.trouble).toEqual([]);
    await site.close();
    await file.close();
  });

  it('draws the network for a question, and for a party that is chosen in the drawing', async () => {
    const drawn = (page: Page) =>
      page.$$eval('svg.wide [data-links] path', (lines) =>
        lines.flatMap((line) => (line.hasAttribute('hidden') ? [] : line.getAttribute('d'))),
      );
    const site = await openPage('en', 'referrals/network/#where=KH-1&need=sh');
    const file = await openFile('#/en/referrals/network/&where=KH-1&need=sh');
    const part = await drawn(site.page);
    expect(part.length).toBeGreaterThan(0);
    expect(await drawn(file.page)).toEqual(part);
    expect(await file.page.getAttribute('[data-points]', 'href')).toBe('#/en/referrals/network/points/&KH-1');
    for (const { page } of [site, file]) await page.click('svg.wide [data-side="from"] [data-party="ptc"]');
    await at(file.page).toBe('#/en/referrals/network/&from=ptc&where=KH-1&need=sh');
    const own = await drawn(site.page);
    expect(own.length).toBeLessThan(part.length);
    expect(await drawn(file.page)).toEqual(own);
    await file.page.click('[data-page]');
    await at(file.page).toBe('#/en/organizations/ptc/');
    await file.page.goBack();
    await soon(() => drawn(file.page)).toEqual(own);
    expect(file.trouble).toEqual([]);
    await site.close();
    await file.close();
  });

  it('counts as the site does while somebody types', async () => {
    const counts: string[][] = [];
    const site = await openPage('km', 'find/');
    const file = await openFile('#/km/find/');
    for (const { page } of [site, file]) {
      const seen: string[] = [];
      for (const letter of 'afesip pp') {
        await page.locator('[name="q"]').pressSequentially(letter);
        seen.push((await page.getAttribute('[data-results]', 'data-count')) ?? '');
      }
      counts.push(seen);
    }
    expect(counts[1]).toEqual(counts[0]);
    await site.close();
    await file.close();
  });

  it('goes to a part of a page without leaving it, and keeps the page when loaded again', async () => {
    const { page, trouble, close } = await openFile('#/en/provinces/banteay-meanchey/', { width: 320 });
    await page.click('.menu-link');
    await at(page).toBe('#/en/provinces/banteay-meanchey/&menu');
    await soon(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(await focused(page)).toBe('menu');
    await page.reload();
    await settle(page);
    expect(await heading(page)).toContain('Banteay Meanchey');
    await soon(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await page.evaluate(() => scrollTo(0, 1500));
    await page.goto(page.url().replace(/&menu$/, ''));
    await page.evaluate(() => scrollTo(0, 1500));
    await page.reload();
    await settle(page);
    await soon(() => page.evaluate(() => scrollY)).toBe(1500);
    await page.click('.menu-link');
    await page.click('.footer a:has-text("Map")');
    await at(page).toBe('#/en/map/');
    await page.goBack();
    await soon(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(trouble).toEqual([]);
    await close();
  });

  it('goes back to the place in a long answer', async () => {
    const { page, trouble, close } = await openFile('#/en/find/&who=men&where=KH-1', { width: 320 });
    await page.evaluate(() => scrollTo(0, 8000));
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[data-results] li:last-child h3 a')?.click(),
    );
    await at(page).toMatch(/^#\/en\/organizations\//);
    await page.goBack();
    await at(page).toBe('#/en/find/&who=men&where=KH-1');
    await soon(() => page.evaluate(() => scrollY)).toBe(8000);
    expect(trouble).toEqual([]);
    await close();
  });

  it('is usable by keyboard alone', async () => {
    const { page, trouble, close } = await openFile();
    await tabTo(page, 'a[hreflang="en"]');
    await page.keyboard.press('Enter');
    await at(page).toBe('#/en/');
    await tabTo(page, '[name="who"]');
    await page.keyboard.type('Men');
    await tabTo(page, 'button');
    await page.keyboard.press('Enter');
    await at(page).toBe('#/en/find/&who=men');
    await tabTo(page, '[name="q"]');
    await page.keyboard.type('shelter');
    await page.keyboard.press('Enter');
    await at(page).toMatch(/^#\/en\/find\/&who=men&need=sh/);
    await tabTo(page, '[data-chip="who=men"]');
    await page.keyboard.press('Enter');
    await at(page).toMatch(/^#\/en\/find\/&need=sh/);
    await tabTo(page, '[data-results] h3 a');
    await page.keyboard.press('Enter');
    await at(page).toMatch(/^#\/en\/organizations\//);
    await page.reload();
    await settle(page);
    await tabTo(page, '.skip');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');
    expect(trouble).toEqual([]);
    await close();
  });

  it('opens a link in a new tab at its page', async () => {
    const { page, close } = await openFile('#/en/find/');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('.nav a:has-text("Provinces")').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await settle(tab);
    expect(fragment(tab)).toBe('#/en/provinces/');
    expect(await heading(tab)).toBe('Provinces');
    expect(fragment(page)).toBe('#/en/find/');
    await close();
  });

  it('says of an address that leads nowhere that it does, in both languages', async () => {
    const { page, trouble, close } = await openFile('#/en/no-such-page/');
    expect(await heading(page)).toBe('Page not found');
    await page.click('main a[href="#/km/"]');
    await at(page).toBe('#/km/');
    expect(trouble).toEqual([]);
    await close();
  });

  it('leaves at once: an empty page, then the other site in place of this one', async () => {
    const { page, close } = await openFile('#/en/find/&who=men');
    const left = page.waitForEvent('requestfailed');
    await page.click('.exit');
    expect((await left).url()).toBe(
      (
        JSON.parse(readFileSync(join(process.env.DIRECTORY_DATA ?? 'data', 'directory.json'), 'utf8')) as {
          exit_url: string;
        }
      ).exit_url,
    );
    await soon(() => page.evaluate(() => document.body.textContent.includes('Find who'))).toBe(false);
    await close();
  });

  it('prints the answer with its age and that it is a copy', async () => {
    const { page, close } = await openFile('#/en/find/&who=men&where=KH-1');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-strip]').isVisible()).toBe(true);
    expect(await page.locator('[data-copy-note]').isVisible()).toBe(true);
    expect(await page.locator('[data-results] [data-service]').first().isVisible()).toBe(true);
    expect(await page.locator('.header').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });

  it('offers nothing that only the site has', async () => {
    const { page, close } = await openFile('#/en/editions/2010/');
    expect(await page.locator('a[download]').count()).toBe(0);
    expect(await page.locator('[data-site-only-link]').first().textContent()).toContain('(on the site only)');
    await page.click('.footer a:has-text("About")');
    await at(page).toBe('#/en/about/');
    expect(await page.locator('[data-site-only]').isVisible()).toBe(false);
    await close();
  });

  it('says plainly that it needs scripts where none run', async () => {
    const { page, trouble, close } = await openFile('', { javascript: false });
    const said = page.locator('main noscript p');
    expect(await said.nth(0).textContent()).toContain('This file needs scripts');
    expect(await said.nth(1).textContent()).toContain('ឯកសារនេះត្រូវការស្គ្រីប');
    expect(await said.nth(1).isVisible()).toBe(true);
    expect(await page.getByText('Opening').isVisible()).toBe(false);
    expect(trouble).toEqual([]);
    await close();
  });
});

// The site's own pages are looked at elsewhere; here only what the file may have changed in them.
describe('pages of the file, dark and on the narrowest screen', () => {
  it.each(['', '#/en/find/&who=men&where=KH-1', '#/km/map/'])('%s', async (path) => {
    const { page, trouble, close } = await openFile(path, { width: 320, dark: true });
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(trouble).toEqual([]);
    await close();
  });
});
