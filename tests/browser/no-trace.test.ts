/** What a visit leaves behind: at the host, at other hosts, on the device. And what a page may do at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { parseHeaders } from '../../scripts/serve.ts';
import { CONTENT_POLICY } from '../../src/publish/site-policy.ts';
import { decode, listFiles, readPages } from './built-site.ts';
import { LANGUAGES, settle } from './harness.ts';
import { examples } from './page-kinds.ts';
import { recordInFrontOf } from './recording-server.ts';

const SITES = ['public', 'practitioner'] as const;
/** The copying that a reader asks for; all else is off. */
const ALLOWED = ['clipboard-write'];
const MISSING = '/en/no-such-page/';

/** One address for each kind of page and of file; redirects and pages without a language too. */
function kindsOfAddress(site: (typeof SITES)[number]): string[] {
  const { folder } = inject(site);
  const pages = readPages(folder);
  const redirect = pages.find(({ redirects }) => redirects)?.address;
  const files = listFiles(folder).filter((file) => !file.endsWith('.html') && file !== '_headers');
  const oneOfEach = [...Map.groupBy(files, (file) => file.replace(/^.*\./, '')).values()].map(
    ([file]) => `/${file}`,
  );
  const kinds = examples(pages).flatMap(({ path }) => LANGUAGES.map((language) => `/${language}/${path}`));
  return ['/', '/404.html', MISSING, ...(redirect === undefined ? [] : [redirect]), ...kinds, ...oneOfEach];
}

describe.each(SITES)('every page of the %s site', (site) => {
  const pages = readPages(inject(site).folder);

  it('carries the strict policy before everything that loads', () => {
    const wrong = pages.flatMap(({ address, html }) => {
      const policies = [...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)">/gi)];
      const loads = html.search(/<(link|script|style|noscript|img|svg|body|meta http-equiv="refresh")\b/i);
      const [found] = policies;
      if (policies.length !== 1 || found === undefined) return [`${address}: ${policies.length} policies`];
      if (loads !== -1 && found.index > loads) return [`${address}: its policy comes too late`];
      const directives = decode(found[1] ?? '')
        .split(';')
        .map((directive) => directive.trim())
        .filter(Boolean);
      const others = directives.filter((directive) => !CONTENT_POLICY.some((own) => own === directive));
      const loose = others.filter(
        (directive) => !/^(script|style)-src 'self'( 'sha256-[\w+/]+=*')*$/.test(directive),
      );
      const missing = CONTENT_POLICY.filter((own) => !directives.includes(own));
      return [...loose, ...missing.map((own) => `no ${own}`)].map((reason) => `${address}: ${reason}`);
    });
    expect(wrong).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });

  it('has no script, style or handler inside', () => {
    const inside = /<style\b|\sstyle="|\son[a-z]+="|<script\b(?![^>]*(\ssrc="|type="application\/json"))/i;
    expect(pages.filter(({ html }) => inside.test(html)).map(({ address }) => address)).toEqual([]);
  });
});

describe.each(SITES)('every kind of address of the %s site', (site) => {
  const { folder, url } = inject(site);
  const blocks = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));

  it('is answered with the headers', async () => {
    const wrong: string[] = [];
    for (const address of [...kindsOfAddress(site), '/en/find']) {
      const answer = await fetch(`${url}${address}`, { redirect: 'manual' });
      await answer.arrayBuffer();
      const due = blocks.filter(
        ({ path }) => path === '/*' || (address.startsWith(path.replace('*', '')) && answer.ok),
      );
      for (const [name, value] of due.flatMap(({ headers }) => headers)) {
        if (answer.headers.get(name) !== value) wrong.push(`${address}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a file that is opened on its own', () => {
  it.each(['/icon.svg', '/data/2010/services.json', '/robots.txt'])('%s runs no script', async (address) => {
    const browser = await chromium.connect(inject('browser'));
    const page = await browser.newPage();
    await page.goto(`${inject('public').url}${address}`);
    const ran = await page.evaluate(() => {
      const svg = document.documentElement.namespaceURI ?? '';
      const script = document.createElementNS(svg, 'script');
      script.textContent = 'window.ran = true';
      document.documentElement.append(script);
      return 'ran' in window;
    });
    expect(ran).toBe(false);
    await browser.close();
  });
});

/** Everything that a browser can keep for a site. */
async function kept(page: Page): Promise<Record<string, unknown>> {
  const cookies = await page.context().cookies();
  const inPage = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
  }));
  return { cookies, ...inPage };
}

const NOTHING = {
  cookies: [],
  cookie: '',
  local: {},
  session: {},
  databases: [],
  caches: [],
  workers: [],
  files: [],
};

/** What the browser would let a page do by its own word. */
function allowedFeatures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { featurePolicy } = document as unknown as { featurePolicy: { allowedFeatures(): string[] } };
    return featurePolicy.allowedFeatures();
  });
}

/** Opens all addresses in one context, a few pages at a time, and lists what a page is allowed beyond its due. */
async function visitAll(context: BrowserContext, addresses: readonly string[]): Promise<string[]> {
  const left = [...addresses];
  const allowed = new Set<string>();
  const walk = async () => {
    const page = await context.newPage();
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      for (const feature of await allowedFeatures(page)) allowed.add(feature);
    }
    await page.close();
  };
  await Promise.all([walk(), walk(), walk()]);
  return [...allowed];
}

/** Uses what can be used: the questions of the start page, the map, then the finder with its line, lists and buttons. */
async function useEverything(page: Page, url: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${url}/en/`);
  await settle(page);
  await page.selectOption('select[name=who]', 'men');
  await page.locator('form [type=submit], form button').first().click();
  await page.waitForURL(/\/find\/#/);
  await settle(page);
  await page.locator('input[type=search]').pressSequentially('secret shelter word');
  await page.press('input[type=search]', 'Enter');
  await page.selectOption('select[name=where]', { index: 2 });
  await page.locator('[data-chip]').first().click();
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  for (const button of ['[data-copy]', '[data-print]', '[data-clear]']) {
    if (await page.isVisible(button)) await page.click(button);
  }
  await page.goto(`${url}/en/map/`);
  await settle(page);
  // The detailed drawing takes the place of the simple one, and a press in between would be lost.
  await page.waitForLoadState('networkidle');
  await page.locator('path[data-province]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-card] a[href*="/provinces/"]').click();
  await page.waitForURL(/\/(provinces|services|organizations|find)\//);
  await page.goBack();
}

describe.each(SITES)('a walk through the whole %s site', (site) => {
  it('leaves nothing behind: on the device, at the host, at other hosts', { timeout: 300_000 }, async () => {
    const { folder, url: origin } = inject(site);
    const host = await recordInFrontOf(origin);
    const browser = await chromium.connect(inject('browser'));
    const context = await browser.newContext({ baseURL: host.url });
    const foreign = new Set<string>();
    const refused: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== host.url) foreign.add(origin);
    });
    context.on('console', (message) => {
      if (/policy/i.test(message.text())) refused.push(message.text());
    });
    const pages = readPages(folder).map(({ address }) => address);
    expect(pages.length).toBeGreaterThan(300);
    const allowed = await visitAll(context, [...pages, MISSING]);
    const page = await context.newPage();
    await useEverything(page, host.url);

    expect(await kept(page)).toEqual(NOTHING);
    expect([...foreign]).toEqual([]);
    expect(refused).toEqual([]);
    expect(allowed, 'Name in public/_headers what a new browser allows.').toEqual(ALLOWED);
    const asked = new Set(host.asked.map(({ url }) => url));
    expect(pages.filter((address) => !asked.has(address))).toEqual([]);
    // The host learns which page and no more: no question, no word, no way that led there.
    const known = new Set([...pages, MISSING, ...listFiles(folder).map((file) => `/${file}`)]);
    expect([...asked].filter((url) => !known.has(url))).toEqual([]);
    expect(host.asked.filter(({ headers }) => headers.cookie ?? headers.referer)).toEqual([]);
    await browser.close();
    await host.close();
  });
});

describe('typing in the finder', () => {
  it.each(LANGUAGES)('asks the host for nothing (%s)', async (language) => {
    const host = await recordInFrontOf(inject('public').url);
    const browser = await chromium.connect(inject('browser'));
    const page = await browser.newPage();
    await page.goto(`${host.url}/${language}/find/`);
    await settle(page);
    await page.waitForLoadState('networkidle');
    const before = host.asked.length;
    await page.locator('input[type=search]').pressSequentially('bmc men shelter');
    await page.press('input[type=search]', 'Enter');
    await page.waitForSelector('[data-chip]');
    await page.waitForLoadState('networkidle');
    expect(host.asked.slice(before)).toEqual([]);
    expect(before).toBeGreaterThan(0);
    await browser.close();
    await host.close();
  });
});
