/**
 * Leaving quickly, on every kind of page. The page that is opened stands on another host; here the test answers for it.
 * Where a test looks at what is shown until then, the answer holds no page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { findBrowser, launchOptions } from '../../scripts/browser.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };
import { decode, elements, readPages } from './built-site.ts';
import { DATA } from './directory-data.ts';
import { LANGUAGES, type Language, settle } from './harness.ts';
import { examples } from './page-kinds.ts';

const EXIT: string = JSON.parse(readFileSync(join(DATA, 'directory.json'), 'utf8')).exit_url;
const EXIT_HOST = new URL(EXIT).hostname;
const OTHER_SITE = 'https://other.example.org/';
const PATIENT = { timeout: 15_000 };
const WORDS: Record<Language, Record<string, string>> = { en, km };

const pages = readPages(inject('public').folder).filter(({ redirects }) => !redirects);
const paths = examples(pages).flatMap(({ path }) => (path === undefined ? [] : [path]));

interface Visit {
  page: Page;
  context: BrowserContext;
  /** Requests for the exit so far, with their headers. */
  asked: Record<string, string>[];
  /** Every request to a host that is neither this site nor the exit. */
  strangers: string[];
  /** Pages of this site whose content stood in a frame, when, and how far down. */
  seen: { time: number; path: string; down: number }[];
  errors: string[];
}

interface Circumstances {
  /** How the exit answers: with its page, or with nothing, so that the page that was left stays there covered. */
  exit?: 'page' | 'nothing';
  width?: number;
  dark?: boolean;
  javascript?: boolean;
  /** Keeps the pages that were left, as browsers of people do. Playwright's do not. */
  keepPages?: boolean;
}

/** The browser that keeps pages; started once, when a test first asks for it. */
let keeping: Promise<Browser> | undefined;
const startKeeping = async () =>
  chromium.launch({
    ...launchOptions(await findBrowser()),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});
afterAll(async () => {
  await (await keeping)?.close();
});

/** Opens an address of the public site with the exit at hand. */
async function visit(
  address: string,
  { exit = 'page', width = 1280, dark = false, javascript = true, keepPages = false }: Circumstances = {},
): Promise<Visit> {
  if (keepPages) keeping ??= startKeeping();
  const browser = (keepPages ? await keeping : undefined) ?? (await chromium.connect(inject('browser')));
  const context = await browser.newContext({
    viewport: { width, height: 600 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javascript,
    baseURL: inject('public').url,
  });
  cleanUps.push(async () => {
    // A test that looks at the cover does not wait for the answer of the exit.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    if (!keepPages) await browser.close();
  });
  const page = await context.newPage();
  const visited: Visit = {
    page,
    context,
    asked: [],
    strangers: [],
    seen: [],
    errors: [],
  };
  await context.route(
    (url) => url.origin !== inject('public').url,
    async (route) => {
      const url = new URL(route.request().url());
      if (url.hostname === EXIT_HOST) {
        visited.asked.push(await route.request().allHeaders());
        if (exit === 'nothing') {
          await route.fulfill({ status: 204 });
          return;
        }
      } else if (url.href !== OTHER_SITE) visited.strangers.push(url.href);
      const body = `<!doctype html><title>${url.hostname}</title><main data-ready="true">elsewhere</main>`;
      await route.fulfill({ contentType: 'text/html', body });
    },
  );
  page.on('pageerror', ({ message }) => visited.errors.push(message));
  page.on('console', (message) => {
    const [, time, down, address = ''] = /^seen (\d+) ([\d.]+) (.*)/.exec(message.text()) ?? [];
    const { origin, pathname } = new URL(address, inject('public').url);
    if (time !== undefined && origin === inject('public').url) {
      visited.seen.push({ time: Number(time), path: pathname, down: Number(down) });
    } else if (message.type() === 'error' && message.location().url !== EXIT)
      visited.errors.push(message.text());
  });
  if (javascript) {
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.blockedURI}`));
      let said = '';
      let frames = 0;
      const look = () => {
        const content = document.querySelector('main, .header');
        const shown = content !== null && getComputedStyle(content).visibility === 'visible';
        // Not sixty times a second: where there is something new, and in every fourth frame.
        const sight = shown ? `${scrollY} ${location.href}` : '';
        frames += 1;
        if (shown && (sight !== said || frames % 4 === 0)) console.log(`seen ${Date.now()} ${sight}`);
        said = sight;
        requestAnimationFrame(look);
      };
      addEventListener('pageshow', () => {
        said = '';
      });
      requestAnimationFrame(look);
    });
  }
  await page.goto(address);
  await settle(page, javascript);
  return visited;
}

/** What stands in the page now. */
const cover = (page: Page) => page.evaluate(look);

/** Clicks the way out and looks before anything else can happen. */
const coverAtOnce = (page: Page) =>
  page.evaluate((source) => {
    document.querySelector<HTMLElement>('.exit')?.click();
    return new Function(`return (${source})()`)() as ReturnType<typeof look>;
  }, String(look));

/** Runs in the page. */
function look() {
  const alert = document.querySelector('[role="alert"]');
  const { width = 0, height = 0, top = -1, left = -1 } = alert?.getBoundingClientRect() ?? {};
  const corners = [
    [1, 1],
    [innerWidth - 2, innerHeight - 2],
  ] as const;
  return {
    words: document.body.textContent.trim(),
    all: document.documentElement.textContent?.includes('2010') ?? true,
    fills: top === 0 && left === 0 && width >= innerWidth && height >= innerHeight,
    onTop: corners.every(([x, y]) => document.elementFromPoint(x, y) === alert),
    colour: alert === null ? '' : getComputedStyle(alert).backgroundColor,
    title: document.title,
    icons: [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(({ href }) => href),
    address: location.pathname,
  };
}

/** Leaves by a click that does not wait for the page that is opened. */
const clickExit = (page: Page) => page.locator('.exit').dispatchEvent('click');

const press = async (page: Page, times: number) => {
  for (let i = 0; i < times; i++) await page.keyboard.press('Shift');
};

const said = (page: Page) => page.locator('spean-exit [role="status"]').textContent();
const lights = (page: Page) =>
  page.$$eval(
    '.lights > span',
    (spans) =>
      spans.filter(
        (span) => Number.parseFloat(getComputedStyle(span).borderTopWidth) > 2 && span.checkVisibility(),
      ).length,
  );

/** Pages that were kept do not load, so nothing but the address is awaited. */
const arrived = (page: Page, address: string) => page.waitForURL(address, { waitUntil: 'commit' });
const elsewhere = (page: Page) => page.waitForURL(EXIT, { waitUntil: 'load' });
/** Pages that were seen since a moment. A page that was kept says again what it said before. */
const seenSince = ({ seen }: Visit, moment: number) =>
  seen.filter(({ time }) => time > moment).map(({ path }) => path);
/** What the browser says of a tab whose next page has come, but not into its place: that of an error comes in a new process. */
const NOT_YET = /Not attached to an active page/;
/** A step in the history of the tab. Where the browser cannot read the history yet, no step was taken: it is asked again. */
const step = async (page: Page, way: 'back' | 'forward') => {
  const deadline = Date.now() + PATIENT.timeout;
  for (;;) {
    try {
      await (way === 'back' ? page.goBack({ waitUntil: 'commit' }) : page.goForward({ waitUntil: 'commit' }));
      return;
    } catch (error) {
      if (!NOT_YET.test(String(error)) || Date.now() > deadline) throw error;
      await page.waitForTimeout(50);
    }
  }
};

describe('the way out', () => {
  it('stands once on every page that was built, leads where directory.json says, and has its script', () => {
    const wrong = pages
      .filter(({ html }) => {
        const links = elements(html, 'a').filter(({ class: name }) => name === 'exit');
        const [link] = links;
        const [element, ...others] = elements(html, 'spean-exit');
        return !(
          links.length === 1 &&
          link?.href === EXIT &&
          ['nofollow', 'noreferrer', 'noopener'].every((word) => link.rel?.split(' ').includes(word)) &&
          link.target === undefined &&
          element?.['data-address'] === EXIT &&
          others.length === 0 &&
          elements(html, 'script').some(({ src, type }) => /\/exit-/.test(src ?? '') && type === undefined)
        );
      })
      .map(({ address }) => address);
    expect(pages.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it.each([
    { name: 'in English', addresses: paths.map((path) => `/en/${path}`), languages: ['en'] },
    { name: 'in Khmer', addresses: paths.map((path) => `/km/${path}`), languages: ['km'] },
    { name: 'outside both languages', addresses: ['/', '/404.html'], languages: ['en', 'km'] },
  ] as const)('covers each kind of page at once, $name', async ({ addresses, languages }) => {
    const { page, asked, errors } = await visit(OTHER_SITE, { exit: 'nothing' });
    const words = languages.map((language) => WORDS[language]['exit.leaving']).join(' ');
    const title = EXIT_HOST.replace(/^www\./, '');
    for (const [at, address] of addresses.entries()) {
      await page.goto(address);
      await settle(page);
      const covered = { words, title, fills: true, onTop: true };
      expect.soft(await coverAtOnce(page), address).toMatchObject(covered);
      await expect.poll(() => asked.length, PATIENT).toBe(at + 1);
    }
    expect(errors).toEqual([]);
  });

  it('leaves nothing of the page behind the cover, not even its sign in the tab', async () => {
    const { page } = await visit('/en/find/', { exit: 'nothing', dark: true });
    const { all, icons, colour, address } = await coverAtOnce(page);
    expect(address).toBe('/en/find/');
    expect(all).toBe(false);
    expect(icons).toEqual(['data:,']);
    expect(colour).toBe('rgb(255, 255, 255)');
  });

  it.each(['en', 'km'])(
    'stays on the screen where letters are twice as large on the narrowest one (%s)',
    async (language) => {
      const { page } = await visit(`/${language}/find/`, { width: 320 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const { x = -1, width = 999 } = (await page.locator('spean-exit a').first().boundingBox()) ?? {};
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    },
  );

  it('covers with a page that everybody can read', async () => {
    const { page } = await visit('/km/find/', { exit: 'nothing', width: 320 });
    await clickExit(page);
    await page.waitForSelector('[role="alert"]');
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('asks for the exit alone, without saying where from, and stores nothing', async () => {
    const { page, context, asked, strangers } = await visit('/en/find/#who=men&where=KH-1');
    const stored = () => page.evaluate(() => [localStorage.length, sessionStorage.length, window.name]);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await press(page, 2);
    expect(await stored()).toEqual([0, 0, '']);
    await clickExit(page);
    await elsewhere(page);
    expect(requests).toEqual([EXIT]);
    expect(asked.map(({ referer, cookie }) => ({ referer, cookie }))).toEqual([{}]);
    expect(strangers).toEqual([]);
    expect((await context.storageState()).origins).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await page.goto('/en/');
    expect(await stored()).toEqual([0, 0, '']);
  });

  it('takes the place of the page in the history of the tab', async () => {
    const visited = await visit(OTHER_SITE);
    const { page } = visited;
    await page.goto('/en/safety/');
    const length = await page.evaluate(() => history.length);
    await clickExit(page);
    await elsewhere(page);
    const left = Date.now();
    expect(await page.evaluate(() => history.length)).toBe(length);
    await step(page, 'back');
    await arrived(page, OTHER_SITE);
    expect(seenSince(visited, left)).toEqual([]);
  });

  it('goes again when a page that was left comes back', async () => {
    const { page, asked } = await visit('/km/', { exit: 'nothing' });
    await clickExit(page);
    await expect.poll(() => asked.length, PATIENT).toBe(1);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => asked.length, PATIENT).toBe(2);
    expect(await cover(page)).toMatchObject({ fills: true, all: false });
  });

  it('is a plain link without JavaScript', async () => {
    const { page, asked } = await visit('/en/find/', { javascript: false });
    await page.click('.exit');
    await elsewhere(page);
    expect(asked.length).toBe(1);
  });
});

describe.each(LANGUAGES)('the safety page (%s)', (language) => {
  it('says what leaving does, what it cannot do, and what is safer', () => {
    const { html = '' } = pages.find(({ address }) => address === `/${language}/safety/`) ?? {};
    const said = [
      'leave',
      'back',
      'cannot.history',
      'cannot.account',
      'cannot.programs',
      'cannot.network',
      'safer',
    ];
    const missing = said
      .map(
        (part) => WORDS[language][`safety.${part}.text`] ?? WORDS[language][`safety.${part}`] ?? '(no words)',
      )
      .map((words) => words.replace('{{host}}', EXIT_HOST))
      .filter((words) => !decode(html).includes(words));
    expect(missing).toEqual([]);
  });
});

describe('Shift', () => {
  it.each(LANGUAGES)('three times leaves, and each press shows and is announced (%s)', async (language) => {
    const { page } = await visit(`/${language}/about/`, { exit: 'nothing' });
    const status = page.locator('spean-exit [role="status"] span');
    expect(await lights(page)).toBe(0);
    await press(page, 1);
    expect(await lights(page)).toBe(1);
    expect((await said(page))?.trim()).toBe(WORDS[language]['exit.pressed.1']);
    expect(await status.getAttribute('lang')).toBe(language);
    await press(page, 1);
    expect(await lights(page)).toBe(2);
    expect((await said(page))?.trim()).toBe(WORDS[language]['exit.pressed.2']);
    await press(page, 1);
    expect(await cover(page)).toMatchObject({ fills: true, words: WORDS[language]['exit.leaving'] });
  });

  it('counts in a text field as well, but not where it makes capitals', async () => {
    const { page, asked } = await visit('/en/find/');
    const field = page.locator('input[type=search]');
    await field.focus();
    for (const letter of ['K', 'H', 'M', 'R']) await page.keyboard.press(`Shift+${letter}`);
    expect(await field.inputValue()).toBe('KHMR');
    expect(await lights(page)).toBe(0);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+Tab');
    expect(await lights(page)).toBe(0);
    expect(asked).toEqual([]);
    await field.focus();
    await press(page, 3);
    await elsewhere(page);
  });

  it('begins again after another key, and says that it does', async () => {
    const { page, asked } = await visit('/en/find/');
    await press(page, 2);
    await page.keyboard.press('a');
    expect(await lights(page)).toBe(0);
    expect((await said(page))?.trim()).toBe(en['exit.cancelled']);
    await press(page, 2);
    expect(await lights(page)).toBe(2);
    expect(asked).toEqual([]);
  });

  it('waits five seconds after each press, then says that nothing happens', async () => {
    const { page, asked } = await visit('/en/about/');
    await page.clock.install({ time: 0 });
    await page.reload();
    await page.clock.pauseAt(60_000);
    await press(page, 1);
    await page.clock.runFor(4900);
    await press(page, 1);
    await page.clock.runFor(4900);
    expect(await lights(page)).toBe(2);
    await page.clock.runFor(200);
    expect(await lights(page)).toBe(0);
    expect((await said(page))?.trim()).toBe(en['exit.cancelled']);
    await page.clock.runFor(5000);
    expect(await said(page)).toBe('');
    await press(page, 2);
    expect(await lights(page)).toBe(2);
    expect(asked).toEqual([]);
  });
});

// In a browser that keeps the pages that were left, and in one that loads them again.
describe.each([false, true])('after leaving, in a browser that keeps pages: %s', (keepPages) => {
  const leaveThrough = async (circumstances: Circumstances = {}) => {
    const visited = await visit(OTHER_SITE, { keepPages, ...circumstances });
    const { page } = visited;
    await page.goto('/en/');
    await page.click('.nav a[href="/en/find/"]');
    await arrived(page, '/en/find/');
    await settle(page);
    await page.click('.nav a[href="/en/provinces/"]');
    await arrived(page, '/en/provinces/');
    await settle(page);
    return visited;
  };

  it('Back shows no page that was opened before, and leads out in the end', async () => {
    const visited = await leaveThrough();
    const { page, asked } = visited;
    await press(page, 3);
    await elsewhere(page);
    const left = Date.now();
    for (const times of [2, 3]) {
      await step(page, 'back');
      await expect.poll(() => asked.length, PATIENT).toBe(times);
      await elsewhere(page);
    }
    await step(page, 'back');
    await arrived(page, OTHER_SITE);
    expect(seenSince(visited, left)).toEqual([]);
  });

  it('Forward shows no page that was opened after', async () => {
    const visited = await leaveThrough();
    const { page, asked } = visited;
    const before = Date.now();
    await step(page, 'back');
    await expect.poll(() => seenSince(visited, before), PATIENT).toContain('/en/find/');
    await press(page, 3);
    await elsewhere(page);
    const left = Date.now();
    await step(page, 'forward');
    await expect.poll(() => asked.length, PATIENT).toBe(2);
    await elsewhere(page);
    expect(seenSince(visited, left)).toEqual([]);
  });

  it('a choice in the finder that was a step of the history is not shown either', async () => {
    const visited = await visit('/en/find/', { keepPages });
    const { page, asked } = visited;
    await page.selectOption('select[name="who"]', 'men');
    await page.selectOption('select[name="where"]', 'KH-1');
    await press(page, 3);
    await elsewhere(page);
    const left = Date.now();
    for (const times of [2, 3]) {
      await step(page, 'back');
      await expect.poll(() => asked.length, PATIENT).toBe(times);
      await elsewhere(page);
    }
    expect(seenSince(visited, left)).toEqual([]);
  });
});

describe.each([false, true])('without leaving, in a browser that keeps pages: %s', (keepPages) => {
  /** Takes a step and waits until the page is seen. Playwright cannot ask a page that was kept. */
  const stepAndSee = async (visited: Visit, way: 'back' | 'forward', path: string) => {
    const before = Date.now();
    await step(visited.page, way);
    await expect.poll(() => seenSince(visited, before), PATIENT).toContain(path);
  };

  it('Back and Forward show what they should', async () => {
    const visited = await visit('/en/', { keepPages });
    const { page, asked } = visited;
    await page.click('.nav a[href="/en/provinces/"]');
    await arrived(page, '/en/provinces/');
    await settle(page);
    await stepAndSee(visited, 'back', '/en/');
    await stepAndSee(visited, 'forward', '/en/provinces/');
    await stepAndSee(visited, 'back', '/en/');
    // By an address that was typed, of which no page hears.
    await page.goto(OTHER_SITE);
    await stepAndSee(visited, 'back', '/en/');
    expect(asked).toEqual([]);
  });

  it('Back from another site shows the page', async () => {
    const visited = await visit('/en/', { keepPages });
    await visited.page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
    }, OTHER_SITE);
    await visited.page.waitForURL(OTHER_SITE, { waitUntil: 'load' });
    await stepAndSee(visited, 'back', '/en/');
    expect(visited.asked).toEqual([]);
  });

  it('Back from a page that failed to load shows the page', async () => {
    const visited = await visit('/en/', { keepPages });
    const { page, context } = visited;
    await context.route('**/en/map/', (route) => route.abort('connectionrefused'));
    await page.click('.nav a[href="/en/map/"]', { noWaitAfter: true });
    await expect.poll(() => page.url(), PATIENT).toMatch(/^chrome-error:/);
    await stepAndSee(visited, 'back', '/en/');
    expect(visited.asked).toEqual([]);
  });

  it('a page is as far down as it was', async () => {
    const visited = await visit('/en/organizations/', { keepPages });
    const { page, seen } = visited;
    await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    await page.waitForFunction(() => scrollY === 700);
    await page.evaluate(() => document.querySelector<HTMLElement>('.nav a[href="/en/editions/"]')?.click());
    await page.waitForURL('/en/editions/', { waitUntil: 'load' });
    const before = Date.now();
    await step(page, 'back');
    const downs = () => seen.filter(({ time }) => time > before).map(({ down }) => down);
    await expect.poll(() => downs().at(-1), PATIENT).toBe(700);
  });
});

describe('pages that follow each other in one document', () => {
  /** Puts a copy of the page in place of the page, as a turn of the page does. */
  const turn = (page: Page) =>
    page.evaluate(async () => {
      const next = new DOMParser().parseFromString(await (await fetch('/en/about/')).text(), 'text/html');
      document.title = next.title;
      document.body.replaceWith(document.adoptNode(next.body));
    });

  it('count each press once', async () => {
    const { page, asked } = await visit('/en/');
    await turn(page);
    await turn(page);
    await press(page, 2);
    expect(await lights(page)).toBe(2);
    expect(asked).toEqual([]);
    await press(page, 1);
    await elsewhere(page);
  });

  it('do not uncover a page that is being left', async () => {
    const visited = await visit('/en/', { exit: 'nothing' });
    const { page } = visited;
    await clickExit(page);
    const left = Date.now();
    await turn(page);
    expect(await cover(page)).toMatchObject({ fills: true, words: en['exit.leaving'], all: false });
    expect(await page.evaluate(() => document.title)).not.toMatch(/Spean/);
    expect(seenSince(visited, left)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('finds the way out behind the link to the content, and again in the header', async () => {
    const { page } = await visit('/en/find/', { exit: 'nothing' });
    const at = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { top, left, bottom } = element.getBoundingClientRect();
        const inside = top >= 0 && left >= 0 && bottom <= innerHeight;
        return {
          text: element.textContent.replace(/\s+/g, ' ').trim(),
          href: element.getAttribute('href'),
          inside,
        };
      });
    await page.keyboard.press('Tab');
    expect(await at()).toEqual({ text: en['skip.main'], href: '#main', inside: true });
    await page.keyboard.press('Tab');
    expect(await at()).toEqual({ text: en['skip.exit'], href: EXIT, inside: true });
    await page.keyboard.press('Tab');
    expect(await at()).toMatchObject({ href: EXIT, inside: true });
    await page.keyboard.press('Shift+Tab');
    expect(await at()).toMatchObject({ text: en['skip.exit'] });
    await page.keyboard.press('Enter');
    expect(await cover(page)).toMatchObject({ fills: true });
  });

  it.each([
    { language: 'en', width: 1280 },
    { language: 'km', width: 1024 },
    { language: 'en', width: 320 },
    { language: 'km', width: 320 },
  ] as const)(
    'is never under the header, where the way out stays ($language, $width px)',
    async ({ language, width }) => {
      const { page } = await visit(`/${language}/provinces/banteay-meanchey/`, { width });
      const hidden: string[] = [];
      // Down through the page, then up again.
      for (const key of [...Array(60).fill('Tab'), ...Array(25).fill('Shift+Tab')]) {
        await page.keyboard.press(key);
        const trouble = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const header = document.querySelector('.header') as HTMLElement;
          const exit = document.querySelector('.exit') as HTMLElement;
          const box = exit.getBoundingClientRect();
          const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          if (!exit.contains(onTop) && !element.matches('.skip')) return 'the way out is covered';
          if (box.right > innerWidth || box.bottom > innerHeight || box.top < 0)
            return 'the way out is out of sight';
          if (header.contains(element) || element.matches('.skip')) return '';
          const covered = element.getBoundingClientRect().top < header.getBoundingClientRect().bottom - 1;
          return covered ? `under the header: ${element.outerHTML.slice(0, 80)}` : '';
        });
        if (trouble !== '') hidden.push(trouble);
      }
      expect(hidden).toEqual([]);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.exit').isVisible()).toBe(false);
    },
  );
});
