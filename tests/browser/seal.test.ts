/** Sealed contacts in a browser: a made-up directory with planted contacts, built with a made-up passphrase. */
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchOptions } from '../../scripts/browser.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { runNode } from '../../scripts/steps.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };
import { seal } from '../../src/publish/seal.ts';
import { GUARDED, PASSPHRASE, PLANTED, plantDirectory } from '../planted-directory.ts';
import { LANGUAGES, type Language, type Opening, openPage, settle } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';

const WORDS = { en, km };
const FILE = '**/contacts.sealed';
const CANARY = PLANTED.canary.phone;
const FRESH = PLANTED.fresh.phone;

const { data, site, remove } = plantDirectory();
let served: Served;

beforeAll(async () => {
  const env = {
    DIRECTORY_DATA: data,
    DIRECTORY_OUT: site,
    DIRECTORY_AUDIENCE: 'public',
    DIRECTORY_PASSPHRASE: PASSPHRASE,
  };
  const { code, output } = await runNode('scripts/build.ts', [], { env });
  if (code !== 0) throw new Error(output);
  served = await serve(site, 0);
}, 180_000);

afterAll(async () => {
  await served?.close();
  remove();
});

const openSealed = (language: Language, path: string, opening: Opening = {}) =>
  openPage(language, path, { ...opening, url: served.url });

/** Opening a file takes a while, on purpose. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });
const path = (page: Page) => new URL(page.url()).pathname;
const isOpen = (page: Page) => page.locator('spean-seal [data-open]').isVisible();
const phones = (page: Page) =>
  page.$$eval('[data-phone][data-visibility="practitioner"]', (found) =>
    [...new Set(found.map((element) => element.getAttribute('data-phone')))].sort(),
  );

/** Types a passphrase on the page that asks for it. */
async function type(page: Page, passphrase: string, keep = false): Promise<void> {
  await page.fill('[data-passphrase]', passphrase);
  await page.setChecked('[data-keep]', keep);
  await page.press('[data-passphrase]', 'Enter');
}

/** Opens a page with its contacts open, by way of the link that stands on it. */
async function openUnlocked(language: Language, start: string, opening: Opening & { keep?: boolean } = {}) {
  const opened = await openSealed(language, start, opening);
  await unlockFrom(opened.page, opening.keep);
  return opened;
}

/** Goes from a page to the form and back, unlocking on the way. */
async function unlockFrom(page: Page, keep = false): Promise<void> {
  const from = page.url();
  await page.click('.footer a[data-unlock]');
  await page.waitForSelector('spean-unlock form');
  await type(page, PASSPHRASE, keep);
  await page.waitForSelector('[data-opened]:not([hidden])');
  await page.click('[data-back] a');
  await eventually(() => page.url()).toBe(from);
  await settle(page);
}

/** What of the planted values stands anywhere in the document, in text or in markup. */
const told = (page: Page) =>
  page.evaluate(
    (values) => values.filter((value) => document.documentElement.outerHTML.includes(value)),
    [...GUARDED, PLANTED.hidden.phone, PLANTED.hidden.person],
  );

/** Everything that a site can leave on a device. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
const NOTHING = { cookie: '', local: {}, session: {}, databases: [], caches: [] };

describe.each(LANGUAGES)('the form (%s)', (language) => {
  const words = WORDS[language];
  const status = (page: Page) => page.textContent('[data-status]');

  it('says plainly that a passphrase is wrong, and keeps the words for mending', async () => {
    const { page, trouble, close } = await openSealed(language, 'unlock/');
    await type(page, '');
    expect(await status(page)).toBe(words['unlock.empty']);
    await type(page, `${PASSPHRASE} wrong`);
    await eventually(() => status(page)).toBe(words['unlock.wrong-passphrase']);
    expect(await page.getAttribute('[data-passphrase]', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('[data-passphrase]')).toBe(`${PASSPHRASE} wrong`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('passphrase');
    expect(await isOpen(page)).toBe(false);
    expect(await told(page)).toEqual([]);
    await type(page, ` ${PASSPHRASE.toUpperCase()}`);
    await page.waitForSelector('[data-opened]:not([hidden])');
    expect(await status(page)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words['unlock.opened']);
    expect(await page.inputValue('[data-passphrase]')).toBe('');
    expect(await isOpen(page)).toBe(true);
    expect(await stored(page)).toEqual(NOTHING);
    expect(trouble).toEqual([]);
    await close();
  });

  it('says so where the file is damaged, of another kind, or out of reach', async () => {
    const { page, close } = await openSealed(language, 'unlock/');
    const answers: [string, (body: Buffer) => Buffer | undefined][] = [
      ['damaged', (body) => body.subarray(0, 50_000)],
      ['unsupported', (body) => Buffer.concat([body.subarray(0, 6), Buffer.of(9), body.subarray(7)])],
      ['offline', () => undefined],
    ];
    for (const [failure, change] of answers) {
      await page.unroute(FILE);
      await page.route(FILE, async (route) => {
        const body = change(await (await route.fetch()).body());
        await (body === undefined ? route.abort() : route.fulfill({ body }));
      });
      await type(page, PASSPHRASE);
      await eventually(() => status(page)).toBe(words[`unlock.${failure}` as 'unlock.damaged']);
      expect(await isOpen(page)).toBe(false);
    }
    await close();
  });

  it('needs scripts and says so', async () => {
    const { page, close } = await openSealed(language, 'unlock/', { javascript: false });
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('main noscript').textContent()).toContain(words['unlock.noscript']);
    await close();
  });
});

describe('the form', () => {
  it('shows the words to whoever wants to see them', async () => {
    const { page, close } = await openSealed('en', 'unlock/');
    await page.click('[data-reveal]');
    expect(await page.getAttribute('[data-passphrase]', 'type')).toBe('text');
    expect(await page.getAttribute('[data-reveal]', 'aria-pressed')).toBe('true');
    await page.click('[data-reveal]');
    expect(await page.getAttribute('[data-passphrase]', 'type')).toBe('password');
    await close();
  });

  it('cannot be used where the browser has no cryptography', async () => {
    const { page, close } = await openSealed('en', '');
    await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await page.goto('/en/unlock/');
    await settle(page);
    expect(await page.textContent('[data-status]')).toBe(en['unlock.insecure']);
    expect(await page.isDisabled('[data-passphrase]')).toBe(true);
    await close();
  });
});

describe.each(LANGUAGES)('open contacts (%s)', (language) => {
  it('appear where they belong, as in the practitioner edition', async () => {
    const { page, trouble, close } = await openUnlocked(language, 'find/');
    const card = page.locator('[data-service="house-shelter"]');
    expect(await card.locator(`[data-phone="${CANARY}"]`).getAttribute('data-age')).toBe('stale');
    expect(await card.locator('.guarded-mark').textContent()).toBe(WORDS[language]['sealed.mark']);
    expect(await card.textContent()).toContain(PLANTED.canary.person);
    expect(await card.locator('[data-on-file]').count()).toBe(0);
    // Only a number that was checked lately can be tapped.
    expect(
      await page.$$eval('a[href^="tel:"]', (links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([`tel:${FRESH}`]);

    const visit = async (address: string) => {
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to, textContent: 'go' });
        document.querySelector('main')?.append(link);
        link.click();
      }, `/${language}/${address}`);
      await eventually(() => path(page)).toBe(`/${language}/${address}`);
      await settle(page);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
    };
    await visit('organizations/example-shelter/');
    expect(await phones(page)).toEqual([CANARY]);
    await visit('provinces/example-hills/');
    const row = page.locator('tr[data-service="house-shelter"]');
    expect(await row.locator(`[data-phone="${CANARY}"]`).count()).toBe(1);
    expect(await row.textContent()).toContain(WORDS[language]['contact.stale.advice']);
    await visit('editions/2010/');
    expect(await phones(page)).toEqual([PLANTED.nobody.phone]);
    expect(await page.getByRole('heading', { name: WORDS[language]['edition.unassigned'] }).isVisible()).toBe(
      true,
    );
    expect(await told(page)).not.toContain(PLANTED.hidden.phone);
    expect(await stored(page)).toEqual(NOTHING);
    expect(trouble).toEqual([]);
    await close();
  });

  it('stay through links, filters, the other language, back and forward', async () => {
    const { page, trouble, close } = await openUnlocked(language, 'find/#need=sh');
    expect(await phones(page)).toEqual([CANARY]);
    await page.click('[data-chip="need=sh"]');
    await eventually(() => phones(page)).toContain(FRESH);
    await page.selectOption('select[name="need"]', 'sh');
    await eventually(() => phones(page)).toEqual([CANARY]);
    const other = language === 'en' ? 'km' : 'en';
    // The other language asks the same question, also where pages are turned in place.
    await page.click('[data-language]');
    await eventually(() => path(page)).toBe(`/${other}/find/`);
    await eventually(() => phones(page)).toEqual([CANARY]);
    expect(new URL(page.url()).hash).toBe('#need=sh');
    await page.goBack();
    await eventually(() => path(page)).toBe(`/${language}/find/`);
    await settle(page);
    await page.click('[data-service="house-shelter"] h3 a');
    await eventually(() => path(page)).toBe(`/${language}/organizations/example-shelter/`);
    await eventually(() => phones(page)).toEqual([CANARY]);
    await page.click('[data-language]');
    await eventually(() => path(page)).toBe(`/${other}/organizations/example-shelter/`);
    await expect
      .poll(() => page.locator('.guarded-mark').first().textContent())
      .toBe(WORDS[other]['sealed.mark']);
    await page.goBack();
    await page.goBack();
    await eventually(() => path(page)).toBe(`/${language}/find/`);
    await settle(page);
    expect(new URL(page.url()).hash).toBe('#need=sh');
    await eventually(() => phones(page)).toEqual([CANARY]);
    expect(await page.$$eval('[data-results] [data-service]', (cards) => cards.length)).toBe(1);
    await page.goForward();
    await eventually(() => path(page)).toBe(`/${language}/organizations/example-shelter/`);
    await eventually(() => phones(page)).toEqual([CANARY]);
    // The same page again, by its entry in the navigation.
    await page.click('.nav a[href$="/find/"]');
    await settle(page);
    await page.selectOption('select[name="need"]', 'sh');
    await page.click('.nav a[href$="/find/"]');
    await eventually(() => new URL(page.url()).hash).toBe('');
    await eventually(() => phones(page)).toContain(FRESH);
    expect(await isOpen(page)).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });
});

describe('open contacts', () => {
  it('stay when a province of the map is chosen', async () => {
    const { page, close } = await openUnlocked('en', 'map/');
    await page.locator('svg a[href$="/provinces/example-hills/"]').first().dispatchEvent('click');
    await eventually(() => path(page)).toBe('/en/provinces/example-hills/');
    await eventually(() => phones(page)).toContain(CANARY);
    await close();
  });

  it('are gone after Lock, from what is shown and from what the finder holds back', async () => {
    const { page, close } = await openUnlocked('en', 'find/');
    await page.selectOption('select[name="need"]', 'md');
    await eventually(() => phones(page)).not.toContain(CANARY);
    await page.click('[data-lock]');
    expect(await told(page)).toEqual([]);
    expect(await isOpen(page)).toBe(false);
    expect(await page.locator('[data-notice="locked"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.click('[data-clear]');
    await eventually(() => page.locator('[data-results] [data-service]').count()).toBe(3);
    expect(await told(page)).toEqual([]);
    expect(await page.locator('[data-service="house-shelter"] [data-on-file]').count()).toBe(1);
    expect(await stored(page)).toEqual(NOTHING);
    await close();
  });

  it('stay gone on the way back, which shows the page of its address', async () => {
    const { page, close } = await openUnlocked('en', 'organizations/example-shelter/');
    await page.click('.nav a[href$="/map/"]');
    await eventually(() => path(page)).toBe('/en/map/');
    await page.click('[data-lock]');
    await page.goBack();
    await eventually(() => page.textContent('h1').catch(() => '')).toContain('Example House');
    expect(path(page)).toBe('/en/organizations/example-shelter/');
    expect(await told(page)).toEqual([]);
    expect(await isOpen(page)).toBe(false);
    await close();
  });

  it('are gone after the page is loaded again, and the way back works', async () => {
    const { page, close } = await openUnlocked('en', 'organizations/example-shelter/');
    await page.click('.nav a[href$="/provinces/"]');
    await eventually(() => path(page)).toBe('/en/provinces/');
    await page.reload();
    expect(await isOpen(page)).toBe(false);
    await page.goBack();
    await eventually(() => page.textContent('h1').catch(() => '')).toContain('Example House');
    expect(await told(page)).toEqual([]);
    expect(await stored(page)).toEqual(NOTHING);
    await close();
  });

  it('lock themselves when nobody is there', async () => {
    const { page, close } = await openSealed('en', 'organizations/example-shelter/');
    await page.clock.install();
    await unlockFrom(page);
    await page.clock.fastForward('14:00');
    expect(await isOpen(page)).toBe(true);
    await page.keyboard.press('Shift');
    await page.clock.fastForward('14:00');
    expect(await isOpen(page)).toBe(true);
    await page.clock.fastForward('02:00');
    expect(await isOpen(page)).toBe(false);
    expect(await told(page)).toEqual([]);
    expect(await page.textContent('[data-notice="idle"]')).toContain('15');
    await close();
  });
});

describe('a device that is kept unlocked', () => {
  it('opens the contacts by itself until Lock, which leaves nothing and locks every tab', async () => {
    const { page, trouble, close } = await openUnlocked('en', 'organizations/example-shelter/', {
      keep: true,
    });
    const kept = await stored(page);
    expect(kept).toEqual({ ...NOTHING, databases: ['spean-contacts'] });
    // What is kept can open the file and cannot be read.
    const key = await page.evaluate(
      () =>
        new Promise<unknown>((done) => {
          const request = indexedDB.open('spean-contacts');
          request.addEventListener('success', () => {
            const all = request.result.transaction('keys').objectStore('keys').getAll();
            all.addEventListener('success', () => {
              request.result.close();
              const [found] = all.result as { key: CryptoKey; salt: Uint8Array }[];
              const { extractable, usages } = found?.key ?? {};
              done({ rows: all.result.length, names: Object.keys(found ?? {}).sort(), extractable, usages });
            });
          });
        }),
    );
    expect(key).toEqual({ rows: 1, names: ['key', 'salt'], extractable: false, usages: ['decrypt'] });

    await page.reload();
    await eventually(() => phones(page)).toEqual([CANARY]);
    const second = await page.context().newPage();
    await second.goto('/en/find/');
    await eventually(() => phones(second)).toContain(CANARY);
    await page.click('[data-lock]');
    await eventually(() => told(second)).toEqual([]);
    expect(await isOpen(second)).toBe(false);
    await eventually(() => stored(page)).toEqual(NOTHING);
    await page.reload();
    await second.reload();
    await settle(page);
    for (const tab of [page, second]) expect(await told(tab)).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });

  it('asks again when the contacts were published anew', async () => {
    const { page, close } = await openUnlocked('en', 'organizations/example-shelter/', { keep: true });
    const anew = await seal(new TextEncoder().encode('{"contacts":{},"spots":{}}'), PASSPHRASE);
    await page.context().route(FILE, (route) => route.fulfill({ body: Buffer.from(anew) }));
    await page.reload();
    await eventually(() => page.locator('[data-notice="renewed"]').isVisible()).toBe(true);
    expect(await isOpen(page)).toBe(false);
    await eventually(() => stored(page)).toEqual(NOTHING);
    await close();
  });

  it('stays locked, without an error, while the file is out of reach', async () => {
    const { page, close } = await openUnlocked('en', 'organizations/example-shelter/', { keep: true });
    await page.context().route(FILE, (route) => route.abort());
    await page.reload();
    expect(await isOpen(page)).toBe(false);
    await page.context().unroute(FILE);
    await page.reload();
    await eventually(() => phones(page)).toEqual([CANARY]);
    await close();
  });
});

describe('a page that the browser keeps for the way back', () => {
  // The other tests drive a browser that keeps no pages.
  it('is locked when it is shown again', async () => {
    const browser = await chromium.launch({
      ...launchOptions(await findBrowser()),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const page = await (await browser.newContext({ baseURL: served.url })).newPage();
      await page.goto('/en/organizations/example-shelter/');
      await unlockFrom(page);
      expect(await phones(page)).toEqual([CANARY]);
      await page.evaluate(() => {
        addEventListener('pagehide', () => {
          // As a page that is kept would hold it: the document itself, not a copy.
          Object.assign(globalThis, { atLeaving: document.documentElement.outerHTML });
        });
        addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
      });
      await page.goto('/404.html');
      await page.goBack({ waitUntil: 'commit' });
      const left = await page.evaluate(() => {
        const { atLeaving = '', persisted = false } = globalThis as {
          atLeaving?: string;
          persisted?: boolean;
        };
        return { atLeaving, persisted };
      });
      expect(left.persisted).toBe(true);
      expect(left.atLeaving).toContain('spean-seal');
      expect(left.atLeaving).not.toContain(CANARY);
      expect(await told(page)).toEqual([]);
      expect(await isOpen(page)).toBe(false);
    } finally {
      await browser.close();
    }
  });
});

describe.each([
  { language: 'en', width: 1280, dark: false },
  { language: 'km', width: 320, dark: true },
] as const)('how it looks ($language, $width px wide)', ({ language, width, dark }) => {
  it('is fit for everybody, closed and open', { timeout: 120_000 }, async () => {
    const { page, trouble, close } = await openSealed(language, 'unlock/', { width, dark });
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect.soft(await page.locator('.exit').isVisible()).toBe(true);
    await type(page, 'some other words');
    await eventually(() => page.textContent('[data-status]')).not.toBe('');
    expect.soft(await axeFindings(page)).toEqual([]);
    await type(page, PASSPHRASE);
    await page.waitForSelector('[data-opened]:not([hidden])');
    expect.soft(await axeFindings(page)).toEqual([]);
    for (const address of ['find/', 'organizations/example-shelter/', 'provinces/example-hills/']) {
      await page.locator(`.footer a[href="/${language}/${address.split('/')[0]}/"]`).click();
      await settle(page);
      if (address !== 'find/') {
        await page.locator(`main a[href="/${language}/${address}"]`).first().dispatchEvent('click');
        await eventually(() => path(page)).toBe(`/${language}/${address}`);
      }
      await eventually(() => phones(page)).toContain(CANARY);
      expect.soft(await overflow(page), address).toEqual([]);
      expect.soft(await axeFindings(page), address).toEqual([]);
    }
    await page.click('[data-lock]');
    expect.soft(await axeFindings(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });
});
