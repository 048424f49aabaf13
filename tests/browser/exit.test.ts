/**
 * Leaving quickly, on every kind of page. The page that is opened stands on another host; here it is answered by the
 * test, late where the test wants to look at what is shown until then.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { findBrowser, launchOptions } from '../../scripts/browser.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };
import { elements, readPages } from './built-site.ts';
import { DATA } from './directory-data.ts';
import { LANGUAGES, type Language, settle } from './harness.ts';
import { examples } from './page-kinds.ts';

const EXIT: string = JSON.parse(readFileSync(join(DATA, 'directory.json'), 'utf8')).exit_url;
const EXIT_HOST = new URL(EXIT).hostname;
const OTHER_SITE = 'https://other.example.org/';
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
  /** Addresses of this site whose content was seen in a frame, since the list was last emptied. */
  seen: string[];
  errors: string[];
  /** Lets the exit answer; until then it is slow, if the visit began so. */
  answer: () => void;
}

interface Circumstances {
  slow?: boolean;
  width?: number;
  dark?: boolean;
  javascript?: boolean;
  /** Keeps the pages that were left, as browsers of people do. Playwright's do not. */
  keepPages?: boolean;
}

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** Opens an address of the public site with the exit at hand. */
async function visit(
  address: string,
  { slow = false, width = 1280, dark = false, javascript = true, keepPages = false }: Circumstances = {},
): Promise<Visit> {
  const browser = keepPages
    ? await chromium.launch({
        ...launchOptions(await findBrowser()),
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      })
    : await chromium.connect(inject('browser'));
  cleanUps.push(() => browser.close());
  const context = await browser.newContext({
    viewport: { width, height: 600 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javascript,
    baseURL: inject('public').url,
  });
  const page = await context.newPage();
  const visited: Omit<Visit, 'answer'> = {
    page,
    context,
    asked: [],
    strangers: [],
    seen: [],
    errors: [],
  };
  let answer = () => {};
  const patience = slow
    ? new Promise<void>((done) => {
        answer = done;
      })
    : Promise.resolve();
  await context.route(
    (url) => url.origin !== inject('public').url,
    async (route) => {
      const url = new URL(route.request().url());
      if (url.hostname === EXIT_HOST) {
        visited.asked.push(await route.request().allHeaders());
        await patience;
      } else if (url.href !== OTHER_SITE) visited.strangers.push(url.href);
      const body = `<!doctype html><title>${url.hostname}</title><main data-ready="true">elsewhere</main>`;
      // The page may be gone by the time that a slow answer comes.
      await route.fulfill({ contentType: 'text/html', body }).catch(() => {});
    },
  );
  page.on('pageerror', ({ message }) => visited.errors.push(message));
  page.on('console', (message) => {
    if (message.text().startsWith('seen ')) visited.seen.push(message.text().slice('seen '.length));
    else if (message.type() === 'error') visited.errors.push(message.text());
  });
  if (javascript) {
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.blockedURI}`));
      const look = () => {
        const content = document.querySelector('main, .header');
        const shown = content !== null && getComputedStyle(content).visibility === 'visible';
        if (shown) console.log(`seen ${location.pathname}`);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }
  await page.goto(address);
  await settle(page, javascript);
  return { ...visited, answer };
}

/** What stands in the page now. While the next page is awaited, only the page itself can be asked. */
async function cover(page: Page) {
  return page.evaluate(() => {
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
  });
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

const elsewhere = (page: Page) => page.waitForURL(EXIT, { waitUntil: 'load', timeout: 15_000 });
/** A step in the history of the tab; pages that were kept do not load, so nothing but the step is awaited. */
const step = async (page: Page, way: 'back' | 'forward') => {
  if (way === 'back') await page.goBack({ waitUntil: 'commit' });
  else await page.goForward({ waitUntil: 'commit' });
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

  it.each(
    LANGUAGES.flatMap((language) => paths.map((path) => `/${language}/${path}`)).concat('/', '/404.html'),
  )('covers %s at once', async (address) => {
    const { page, answer, errors } = await visit(address, { slow: true });
    await clickExit(page);
    const { words, fills, onTop, title } = await cover(page);
    const language = address.slice(1, 3) as Language;
    const expected = LANGUAGES.includes(language) ? [language] : LANGUAGES;
    expect(words).toBe(expected.map((lang) => WORDS[lang]['exit.leaving']).join(' '));
    expect({ fills, onTop }).toEqual({ fills: true, onTop: true });
    expect(title).toBe(EXIT_HOST.replace(/^www\./, ''));
    answer();
    await elsewhere(page);
    expect(errors).toEqual([]);
  });

  it('leaves nothing of the page behind the cover, not even its sign in the tab', async () => {
    const { page, answer } = await visit('/en/find/', { slow: true, dark: true });
    await clickExit(page);
    const { all, icons, colour, address } = await cover(page);
    expect(address).toBe('/en/find/');
    expect(all).toBe(false);
    expect(icons).toEqual(['data:,']);
    expect(colour).toBe('rgb(255, 255, 255)');
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    answer();
    await elsewhere(page);
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
    const { page, seen } = await visit(OTHER_SITE);
    await page.goto('/en/safety/');
    const length = await page.evaluate(() => history.length);
    await clickExit(page);
    await elsewhere(page);
    expect(await page.evaluate(() => history.length)).toBe(length);
    seen.length = 0;
    await step(page, 'back');
    await page.waitForURL(OTHER_SITE);
    expect(seen.filter((path) => path !== '/')).toEqual([]);
  });

  it('goes again when a page that was left comes back', async () => {
    const { page, asked, answer } = await visit('/km/', { slow: true });
    await clickExit(page);
    await expect.poll(() => asked.length).toBe(1);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => asked.length).toBe(2);
    expect(await cover(page)).toMatchObject({ fills: true, all: false });
    answer();
    await elsewhere(page);
  });

  it('is a plain link without JavaScript', async () => {
    const { page, asked } = await visit('/en/find/', { javascript: false });
    await page.click('.exit');
    await elsewhere(page);
    expect(asked.length).toBe(1);
  });
});

describe('Shift', () => {
  it.each(LANGUAGES)('three times leaves, and each press shows and is announced (%s)', async (language) => {
    const { page, answer } = await visit(`/${language}/about/`, { slow: true });
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
    answer();
    await elsewhere(page);
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
    await page.clock.install();
    await page.reload();
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
    await page.waitForURL('/en/find/');
    await settle(page);
    await page.click('.nav a[href="/en/provinces/"]');
    await page.waitForURL('/en/provinces/');
    return visited;
  };

  it('Back shows no page that was opened before, and leads out in the end', async () => {
    const { page, seen, asked } = await leaveThrough();
    await clickExit(page);
    await elsewhere(page);
    seen.length = 0;
    for (const times of [2, 3]) {
      await step(page, 'back');
      await expect.poll(() => asked.length).toBe(times);
      await elsewhere(page);
    }
    await step(page, 'back');
    await page.waitForURL(OTHER_SITE);
    expect(seen.filter((path) => path.startsWith('/en/'))).toEqual([]);
  });

  it('Forward shows no page that was opened after', async () => {
    const { page, seen, asked } = await leaveThrough();
    await step(page, 'back');
    await page.waitForURL('/en/find/');
    await expect.poll(() => seen.includes('/en/find/')).toBe(true);
    await clickExit(page);
    await elsewhere(page);
    seen.length = 0;
    await step(page, 'forward');
    await expect.poll(() => asked.length).toBe(2);
    await elsewhere(page);
    expect(seen.filter((path) => path.startsWith('/en/'))).toEqual([]);
  });

  it('a choice in the finder that was a step of the history is not shown either', async () => {
    const { page, seen, asked } = await visit('/en/find/', { keepPages });
    await page.selectOption('select[name="who"]', 'men');
    await page.selectOption('select[name="where"]', 'KH-1');
    await clickExit(page);
    await elsewhere(page);
    seen.length = 0;
    for (const times of [2, 3]) {
      await step(page, 'back');
      await expect.poll(() => asked.length).toBe(times);
      await elsewhere(page);
    }
    expect(seen.filter((path) => path.startsWith('/en/'))).toEqual([]);
  });
});

describe.each([false, true])('without leaving, in a browser that keeps pages: %s', (keepPages) => {
  it('Back and Forward show what they should', async () => {
    const { page, asked, context } = await visit('/en/', { keepPages });
    const shown = async (path: string) => {
      await page.waitForURL(path);
      await expect
        .poll(() =>
          page.evaluate(() => getComputedStyle(document.querySelector('main') as Element).visibility),
        )
        .toBe('visible');
    };
    await page.click('.nav a[href="/en/provinces/"]');
    await shown('/en/provinces/');
    await step(page, 'back');
    await shown('/en/');
    await step(page, 'forward');
    await shown('/en/provinces/');
    await step(page, 'back');
    await shown('/en/');
    // By an address that was typed: no page hears of it.
    await page.goto(OTHER_SITE);
    await step(page, 'back');
    await shown('/en/');
    // By a link to another site.
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
    }, OTHER_SITE);
    await page.waitForURL(OTHER_SITE);
    await step(page, 'back');
    await shown('/en/');
    // To a page of this site that cannot be had.
    await context.route('**/en/map/', (route) => route.abort('connectionrefused'));
    await page.click('.nav a[href="/en/map/"]').catch(() => {});
    await page.waitForURL(/chrome-error/);
    await step(page, 'back');
    await shown('/en/');
    expect(asked).toEqual([]);
  });

  it('a page is as far down as it was', async () => {
    const { page } = await visit('/en/organizations/', { keepPages });
    await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    await page.waitForFunction(() => scrollY === 700);
    await page.evaluate(() =>
      document.querySelector<HTMLAnchorElement>('.nav a[href="/en/editions/"]')?.click(),
    );
    await page.waitForURL('/en/editions/');
    await step(page, 'back');
    await page.waitForURL('/en/organizations/');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
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
    const { page, seen, answer } = await visit('/en/', { slow: true });
    await clickExit(page);
    seen.length = 0;
    await turn(page);
    expect(await cover(page)).toMatchObject({ fills: true, words: en['exit.leaving'], all: false });
    expect(await page.evaluate(() => document.title)).not.toMatch(/Spean/);
    expect(seen).toEqual([]);
    answer();
    await elsewhere(page);
  });
});

describe('the keyboard', () => {
  it('finds the way out behind the link to the content, and again in the header', async () => {
    const { page, answer } = await visit('/en/find/', { slow: true });
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
    answer();
    await elsewhere(page);
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
      for (const key of [...Array(40).fill('Tab'), ...Array(25).fill('Shift+Tab')]) {
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
