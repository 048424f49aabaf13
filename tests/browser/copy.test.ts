/**
 * The copy on a device: nothing before the press, everything after it without a connection, nothing after it was taken
 * off; and a newer one whole or not at all.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeCopy } from '../../scripts/copy.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { belongsToCopy } from '../../src/publish/copy.ts';
import { listFiles, readPages } from './built-site.ts';
import { axeFindings, overflow } from './looks.ts';

const MOST_BYTES = 3_000_000;

/** A folder behind a server that can be taken away, and that can refuse some addresses. */
interface Host {
  folder: string;
  url: string;
  /** Paths asked for, since the last look. */
  asked: string[];
  /** Answers that have not gone out yet. */
  open: number;
  /** Answers 500 where it says so. */
  refuses: (path: string) => boolean;
  /** How long it takes its time over an answer, in milliseconds. */
  waits: (path: string) => number;
  /** Nobody answers any more. */
  vanish: () => Promise<void>;
}

let browser: Browser;
const scratch = mkdtempSync(join(tmpdir(), 'spean-copy-'));
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

afterAll(async () => {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function host(site: 'public' | 'practitioner' = 'public'): Promise<Host> {
  const folder = mkdtempSync(join(scratch, 'site-'));
  cpSync(inject(site).folder, folder, { recursive: true });
  const behind: Served = await serve(folder, 0);
  closing.push(behind.close);
  const made: Host = {
    folder,
    url: '',
    asked: [],
    open: 0,
    refuses: () => false,
    waits: () => 0,
    vanish: async () => undefined,
  };
  const front: Server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '/';
    made.asked.push(path);
    made.open += 1;
    outgoing.on('close', () => {
      made.open -= 1;
    });
    await setTimeout(made.waits(path));
    if (made.refuses(path)) {
      outgoing.writeHead(500).end('out of order');
      return;
    }
    const { port } = behind;
    ask({ host: '127.0.0.1', port, path, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    })
      // A page that leaves breaks off what it asked for; the site behind may be gone by then.
      .on('error', (error) => outgoing.destroy(error))
      .end();
  });
  await new Promise<void>((done) => front.listen(0, () => done()));
  const address = front.address();
  if (typeof address === 'object' && address !== null) made.url = `http://localhost:${address.port}`;
  let closed = false;
  made.vanish = async () => {
    if (closed) return;
    closed = true;
    front.closeAllConnections();
    await new Promise((done) => front.close(done));
  };
  closing.push(made.vanish);
  return made;
}

async function visit(url: string): Promise<{ context: BrowserContext; page: Page; trouble: string[] }> {
  const context = await browser.newContext({ baseURL: url });
  closing.push(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => trouble.push(`failed request: ${request.url()}`));
  return { context, page, trouble };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForSelector('main[data-ready="true"]', { state: 'attached' });
}

/** What the browser keeps for the site. */
function kept(page: Page) {
  return page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    stored: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
  }));
}

const NOTHING = { registrations: 0, caches: [], databases: 0, stored: 0, cookies: '' };

async function keep(page: Page, language = 'en'): Promise<void> {
  await open(page, `/${language}/copy/`);
  await page.locator('[data-keep]').click();
  await page.waitForSelector('spean-copy[data-copy="kept"]');
}

/** The public site as a newer build would publish it, every page of it marked; packed once for all tests. */
let newer: Promise<string> | undefined;

async function buildAnew(): Promise<string> {
  const folder = mkdtempSync(join(scratch, 'newer-'));
  cpSync(inject('public').folder, folder, { recursive: true });
  for (const path of listFiles(folder).filter((name) => name.endsWith('.html'))) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace('<body>', '<body><!-- newer -->'));
  }
  await writeCopy(folder);
  return folder;
}

/** Puts the newer build in the place of what a folder holds. */
async function publishAnew(folder: string): Promise<void> {
  newer ??= buildAnew();
  const from = await newer;
  for (const file of listFiles(folder)) rmSync(join(folder, file));
  cpSync(from, folder, { recursive: true });
}

/** How many pages the device shows as old and how many as new. */
function ages(page: Page, addresses: readonly string[]) {
  return page.evaluate(async (paths) => {
    const texts = await Promise.all(paths.map(async (path) => (await fetch(path)).text()));
    const newer = texts.filter((text) => text.includes('<!-- newer -->')).length;
    return { older: texts.length - newer, newer };
  }, addresses as string[]);
}

const pages = readPages(inject('public').folder);
const addresses = pages.map(({ address }) => address);

describe('before the press', () => {
  it('no page registers or stores anything, that of the copy neither', async () => {
    const { url } = await host();
    const { page, trouble } = await visit(url);
    for (const path of [
      '/',
      '/en/',
      '/km/find/#who=men',
      '/en/map/',
      '/km/copy/',
      '/en/copy/',
      '/en/safety/',
    ]) {
      await open(page, path);
      expect.soft(await kept(page), path).toEqual(NOTHING);
    }
    expect(await page.locator('[data-keep]:visible, [data-remove]:visible').count()).toBe(0);
    await open(page, '/en/copy/');
    expect(await page.locator('[data-keep]').isVisible()).toBe(true);
    expect(await page.locator('[data-remove]').isVisible()).toBe(false);
    expect(trouble).toEqual([]);
  });

  it('no page asks for the worker', async () => {
    const served = await host();
    const { page } = await visit(served.url);
    for (const path of ['/en/', '/en/find/', '/en/copy/']) await open(page, path);
    expect(served.asked.filter((path) => path === '/sw.js' || path.startsWith('/copy/'))).toEqual([]);
  });

  it.each(['public', 'practitioner'] as const)('one script of the %s site can register a worker', (site) => {
    const { folder } = inject(site);
    const able = listFiles(folder)
      .filter((file) => /\.(html|js)$/.test(file) && file !== 'sw.js')
      .filter((file) => /serviceWorker\s*\.\s*register/.test(readFileSync(join(folder, file), 'utf8')));
    expect(able).toHaveLength(1);
    const users = readPages(folder).filter(({ html }) => html.includes(able[0] ?? ''));
    expect(users.map(({ address }) => address).sort()).toEqual(['/en/copy/', '/km/copy/']);
  });
});

describe('with a copy', () => {
  it('everything opens when the server is gone', async () => {
    const served = await host();
    const { context, page, trouble } = await visit(served.url);
    await keep(page);
    expect(await page.locator('[data-said]').textContent()).toMatch(/whole/);
    await served.vanish();
    await context.setOffline(true);

    await page.goto('/en/find/#who=men&where=KH-1');
    await page.waitForSelector('[data-results] [data-service]');
    expect(await page.locator('[data-chip="who=men"]').count()).toBe(1);
    expect(Number(await page.getAttribute('[data-results]', 'data-count'))).toBeGreaterThan(0);
    await page.fill('input[type=search]', 'shelter');
    await page.waitForFunction(() => location.hash.includes('shelter'));

    await open(page, '/en/map/');
    expect(await page.locator('[data-map] [data-province]').count()).toBeGreaterThan(20);
    await open(page, '/km/provinces/banteay-meanchey/');
    expect(await page.getAttribute('html', 'lang')).toBe('km');
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toContain('loaded');
    expect(await page.locator('[data-from-copy]:visible').count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('every file of the site is the one that the server had', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await keep(page);
    await open(page, '/en/');
    await context.setOffline(true);
    const files = listFiles(served.folder).filter(belongsToCopy);
    expect(files.length).toBeGreaterThan(400);
    const digests = await page.evaluate(async (paths) => {
      const hex = (bytes: ArrayBuffer) =>
        [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(`/${path}`);
          return hex(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
        }),
      );
    }, files);
    const { createHash } = await import('node:crypto');
    const different = files.filter(
      (file, index) =>
        createHash('sha256')
          .update(readFileSync(join(served.folder, file)))
          .digest('hex') !== digests[index],
    );
    expect(different).toEqual([]);
  });

  it('addresses are read as a host reads them, and unknown ones have their page', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await keep(page);
    await context.setOffline(true);
    for (const path of ['/en/about', '/en/about/index.html', '/en/about/?from=elsewhere#source']) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      expect.soft(await page.title(), path).toMatch(/^About/);
    }
    const retired = pages.find(({ redirects }) => redirects)?.address;
    if (retired !== undefined) {
      await page.goto(retired);
      await page.waitForURL((url) => url.pathname !== retired);
      expect.soft(await page.locator('h1').count()).toBe(1);
    }
    const missing = await page.goto('/en/no-such-page/');
    expect(missing?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toMatch(/not found/i);
    expect(await page.locator('main [data-from-copy]:visible').count()).toBe(2);
  });

  it('pages are guarded by the same headers as those of the host', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    const before = (await page.goto('/en/about/'))?.headers() ?? {};
    await keep(page);
    await context.setOffline(true);
    const after = (await page.goto('/en/about/'))?.headers() ?? {};
    for (const name of [
      'content-security-policy',
      'permissions-policy',
      'referrer-policy',
      'x-content-type-options',
    ]) {
      expect.soft(after[name], name).toBe(before[name]);
      expect.soft(after[name], name).toBeDefined();
    }
  });

  it.each(['public', 'practitioner'] as const)(
    'the %s one takes what its page says, at most 3 MB',
    async (site) => {
      const served = await host(site);
      const { page } = await visit(served.url);
      await open(page, '/en/copy/');
      const said = (await page.locator('[data-size]').textContent()) ?? '';
      const [files = 0, transfer = 0, stored = 0] = [...said.matchAll(/\d+(\.\d+)?/g)].map(([number]) =>
        Number(number),
      );
      expect(await page.getByText('names and numbers of people. Keep it only').count()).toBe(
        site === 'practitioner' ? 1 : 0,
      );
      await keep(page);
      const bodies = await page.evaluate(async () => {
        const cache = await caches.open('copy');
        const answers = await cache.matchAll();
        return Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength));
      });
      const worker = readFileSync(join(served.folder, 'sw.js')).length;
      const bytes = bodies.reduce((sum, size) => sum + size, worker);
      expect(bodies).toHaveLength(files);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
      expect(Math.abs(bytes - stored * 1e6)).toBeLessThan(110_000);
      expect(transfer * 1e6).toBeLessThanOrEqual(MOST_BYTES);
      expect(await page.locator('[data-state]').textContent()).toContain(`${files} files`);
    },
  );

  it('the worker is looked at anew each time, and nobody else keeps its parts', async () => {
    const served = await host();
    expect((await fetch(`${served.url}/sw.js`)).headers.get('cache-control')).toBe('no-cache');
    const part = listFiles(served.folder).find((file) => file.startsWith('copy/'));
    expect((await fetch(`${served.url}/${part}`)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('removing', () => {
  it('takes off the worker and every file, and says so', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await keep(page, 'km');
    await open(page, '/en/copy/');
    await page.locator('[data-remove]').click();
    await page.waitForSelector('spean-copy[data-copy="none"]');
    expect(await page.locator('[data-said]').textContent()).toMatch(/gone from this device/);
    expect(await page.locator('[data-remove]').isVisible()).toBe(false);
    expect(await kept(page)).toEqual(NOTHING);
    await open(page, '/en/find/');
    expect(await kept(page)).toEqual(NOTHING);
    await context.setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  });

  it.each([
    ['before the worker has come', '/sw.js'],
    ['while its files come', '/copy/'],
  ])('ends a fetching, %s', async (_, slow) => {
    const served = await host();
    served.waits = (path) => (path.startsWith(slow) ? 1000 : 0);
    const { page } = await visit(served.url);
    await open(page, '/en/copy/');
    await page.locator('[data-keep]').click();
    await expect.poll(() => served.asked.some((path) => path.startsWith(slow))).toBe(true);
    await page.locator('[data-remove]').click();
    await page.waitForSelector('spean-copy[data-copy="none"]');
    expect(await page.locator('[data-said]').textContent()).toMatch(/gone from this device/);
    expect(await kept(page)).toEqual(NOTHING);
    // Nothing comes after, either.
    await open(page, '/en/');
    await expect.poll(() => served.open, { timeout: 10_000 }).toBe(0);
    expect(await kept(page)).toEqual(NOTHING);
  });
});

describe('when fetching fails', () => {
  it('what was fetched is kept, and the next attempt fetches the rest', async () => {
    const served = await host();
    const parts = listFiles(served.folder).filter((file) => file.startsWith('copy/'));
    // The part that is asked for last: the names of parts say nothing of their order.
    const asking = new Set<string>();
    let refused: string | undefined;
    served.refuses = (path) => {
      if (path.startsWith('/copy/')) asking.add(path);
      if (asking.size === parts.length) refused ??= path;
      return path === refused;
    };
    const { page } = await visit(served.url);
    await open(page, '/en/copy/');
    await page.locator('[data-keep]').click();
    await page.waitForSelector('spean-copy[data-copy="part"]');
    expect(await page.locator('[data-said]').textContent()).toMatch(/refused. What was fetched is kept/);
    expect(await page.locator('[data-keep]').textContent()).toBe('Try again');
    expect((await kept(page)).registrations).toBe(0);
    // After another look at the page, too.
    await open(page, '/km/copy/');
    expect(await page.getAttribute('spean-copy', 'data-copy')).toBe('part');

    served.refuses = () => false;
    served.asked = [];
    await page.locator('[data-keep]').click();
    await page.waitForSelector('spean-copy[data-copy="kept"]');
    const asked = served.asked.filter((path) => path.startsWith('/copy/'));
    expect(asked).toContain(refused);
    expect(asked.length).toBeLessThan(parts.length);
  });

  it('without a connection it says so', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await open(page, '/en/copy/');
    await context.setOffline(true);
    await page.locator('[data-keep]').click();
    await page.waitForSelector('[data-said]:has-text("no connection")');
    expect(await page.locator('[data-keep]').textContent()).toBe('Try again');
    expect(await kept(page)).toEqual(NOTHING);
  });

  it('a part with another content is not taken', async () => {
    const served = await host();
    const part = listFiles(served.folder).find((file) => file.startsWith('copy/')) ?? '';
    writeFileSync(join(served.folder, part), 'Sign in to the network');
    const { page } = await visit(served.url);
    await open(page, '/en/copy/');
    await page.locator('[data-keep]').click();
    await page.waitForSelector('[data-said]:has-text("published anew")');
    expect((await kept(page)).registrations).toBe(0);
  });

  it('where there is no room it says so, and what is there can be removed', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await open(page, '/en/copy/');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: served.url, quotaSize: 300_000 });
    await page.locator('[data-keep]').click();
    await page.waitForSelector('[data-said]:has-text("no room left")');
    await page.locator('[data-remove]').click();
    await page.waitForSelector('spean-copy[data-copy="none"]');
    expect(await kept(page)).toEqual(NOTHING);
  });

  it('where the connection is not safe it says so, and offers no button', async () => {
    const served = await host();
    const { page } = await visit(served.url.replace('localhost', '0.0.0.0'));
    await open(page, '/en/copy/');
    expect(await page.locator('[data-state]').textContent()).toMatch(/https/);
    expect(await page.locator('[data-keep]').isVisible()).toBe(false);
  });
});

// The first one packs the whole site a second time.
describe('a newer directory', { timeout: 150_000 }, () => {
  it('is announced when it is whole, and comes at once when asked for, in every tab', async () => {
    const served = await host();
    const { context, page } = await visit(served.url);
    await keep(page);
    await open(page, '/en/');
    const other = await context.newPage();
    await open(other, '/km/map/');
    await publishAnew(served.folder);

    await open(page, '/en/find/#who=men');
    await page.locator('[data-news]').waitFor({ state: 'visible' });
    expect(await ages(page, addresses)).toEqual({ older: addresses.length, newer: 0 });
    await open(page, '/km/about/');
    expect(await page.locator('[data-news]').textContent()).toMatch(/បញ្ជីសេវាថ្មី/);

    const reloads = [page, other].map((tab) => tab.waitForEvent('load'));
    await page.locator('[data-news] button').click();
    await Promise.all(reloads);
    for (const tab of [page, other]) {
      await tab.waitForSelector('main[data-ready="true"]', { state: 'attached' });
      expect(await tab.content()).toContain('<!-- newer -->');
      expect(await tab.locator('[data-news]').isVisible()).toBe(false);
    }
    expect(await ages(page, addresses)).toEqual({ older: 0, newer: addresses.length });
    await context.setOffline(true);
    expect(await ages(page, addresses)).toEqual({ older: 0, newer: addresses.length });
    // Nothing of the older one is left beside it.
    const files = await page.evaluate(async () => (await (await caches.open('copy')).keys()).length);
    expect(files).toBe(listFiles(served.folder).filter(belongsToCopy).length);
  });

  it('that comes only in part is not announced: the old one goes on whole, until the rest has come', async () => {
    const served = await host();
    const { page } = await visit(served.url);
    await keep(page);
    await publishAnew(served.folder);
    const broken = listFiles(served.folder).filter((file) => file.startsWith('copy/'))[7];
    served.refuses = (path) => path === `/${broken}`;
    served.asked = [];
    await open(page, '/en/find/');
    await expect.poll(() => served.asked.includes(`/${broken}`), { timeout: 15_000 }).toBe(true);
    const state = () =>
      page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration();
        return { fetching: found?.installing !== null, waiting: found?.waiting !== null };
      });
    await expect.poll(state, { timeout: 15_000 }).toEqual({ fetching: false, waiting: false });
    expect(await page.locator('[data-news]').isVisible()).toBe(false);
    expect(await ages(page, addresses)).toEqual({ older: addresses.length, newer: 0 });

    served.refuses = () => false;
    await open(page, '/en/map/');
    await page.locator('[data-news]').waitFor({ state: 'visible' });
    expect(await ages(page, addresses)).toEqual({ older: addresses.length, newer: 0 });
    await Promise.all([page.waitForEvent('load'), page.locator('[data-news] button').click()]);
    expect(await ages(page, addresses)).toEqual({ older: 0, newer: addresses.length });
  });

  it('can be read and pressed by everybody, in both looks', async () => {
    const served = await host();
    const { page } = await visit(served.url);
    await keep(page);
    await publishAnew(served.folder);
    for (const [language, width, colorScheme] of [
      ['km', 320, 'dark'],
      ['en', 1280, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await open(page, `/${language}/copy/`);
      await page.locator('[data-news]').waitFor({ state: 'visible' });
      expect.soft(await axeFindings(page)).toEqual([]);
      expect.soft(await overflow(page)).toEqual([]);
    }
    const button = page.locator('[data-news] button');
    await button.focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.content()).toContain('<!-- newer -->');
  });

  it('is not asked for without a connection', async () => {
    const served = await host();
    const { context, page, trouble } = await visit(served.url);
    await keep(page);
    await context.setOffline(true);
    served.asked = [];
    await open(page, '/en/');
    await open(page, '/en/map/');
    expect(served.asked).toEqual([]);
    expect(trouble).toEqual([]);
  });
});
