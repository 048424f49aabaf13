/** The detailed view of the map: there only when asked for, and gone without harm where it cannot be shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };
import { readPages } from './built-site.ts';
import { LANGUAGES, type Language, type Opened, openPage } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';

const WORDS: Record<Language, Record<string, string>> = { en, km };
const LIBRARIES = /leaflet|maplibre|map-detail/;
const DETAIL = '.map-live[data-map="maplibre"]';
const SIMPLE = '.map-live[data-map="leaflet"]';
const SWITCH = '[data-tool="detail"]';
/** Drawing without a graphics card takes its time, the more the larger the map. */
const LIMIT = { timeout: 60_000 };

const libraries = ({ requests }: Opened) => requests.filter((url) => LIBRARIES.test(new URL(url).pathname));
const fragment = (page: Page) => new URL(page.url()).hash;
const failed = (page: Page) => page.textContent('[data-failed]');

/** The colours of a canvas, each with the share of points that have it. */
async function colours(page: Page): Promise<Map<string, number>> {
  const counts = await page.evaluate((selector) => {
    const drawn = document.querySelector(`${selector} canvas`) as HTMLCanvasElement;
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const pen = copy.getContext('2d') as CanvasRenderingContext2D;
    pen.drawImage(drawn, 0, 0);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    const found: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]} ${data[i + 1]} ${data[i + 2]}`;
      found[colour] = (found[colour] ?? 0) + 4 / data.length;
    }
    return found;
  }, DETAIL);
  return new Map(Object.entries(counts));
}

async function openDetail(language: Language, more = '', width = 800): Promise<Opened> {
  const opened = await openPage(language, `map/#${more}view=detail`, { width });
  await opened.page.waitForSelector(DETAIL, LIMIT);
  return opened;
}

describe('the libraries of the maps', () => {
  it('can be reached from no page but the map', () => {
    const { folder } = inject('public');
    const scripts = new Map(
      readdirSync(join(folder, '_astro'))
        .filter((name) => name.endsWith('.js'))
        .map((name) => [name, readFileSync(join(folder, '_astro', name), 'utf8')]),
    );
    /** The scripts that a text names, and those that they name. */
    const reached = (text: string, known = new Set<string>()): Set<string> => {
      for (const [name, code] of scripts) {
        if (known.has(name) || !text.includes(name)) continue;
        known.add(name);
        reached(code, known);
      }
      return known;
    };
    const pages = readPages(folder).map(({ address, html }) => ({ address, names: [...reached(html)] }));
    const map = pages.find(({ address }) => address === '/en/map/');
    expect(map?.names.filter((name) => LIBRARIES.test(name))).toHaveLength(3);
    const others = pages.filter(({ address }) => !/^\/(en|km)\/map\/$/.test(address));
    expect(others.filter(({ names }) => names.some((name) => LIBRARIES.test(name)))).toEqual([]);
  });

  it('are not both asked for by the map', async () => {
    const opened = await openPage('en', 'map/');
    await opened.page.waitForSelector(SIMPLE);
    expect(libraries(opened).filter((url) => !/leaflet/.test(url))).toEqual([]);
    expect(libraries(opened)).toHaveLength(1);
    await opened.close();
  });
});

describe.each(LANGUAGES)('the detailed map (%s)', (language) => {
  const t = WORDS[language];

  it('comes with a press and goes with the next one', async () => {
    const opened = await openPage(language, 'map/#who=women', { width: 560 });
    const { page, trouble, close } = opened;
    await page.waitForSelector(SIMPLE);
    expect(await page.textContent(SWITCH)).toBe(t['map.detail.open']);
    await page.click(SWITCH);
    await page.waitForSelector(DETAIL, LIMIT);
    expect(await page.locator('.map-live').count()).toBe(1);
    expect(fragment(page)).toBe('#who=women&view=detail');
    expect(await page.textContent(SWITCH)).toBe(t['map.detail.close']);
    expect(libraries(opened).some((url) => url.endsWith('/map-detail.json'))).toBe(true);
    expect(opened.requests.filter((url) => url.startsWith('blob:'))).toEqual([]);
    await page.click(SWITCH);
    await page.waitForSelector(SIMPLE);
    expect(fragment(page)).toBe('#who=women');
    expect(await page.locator('.map-live').count()).toBe(1);
    expect(await page.isHidden('.map-detail-key')).toBe(true);
    expect(await failed(page)).toBe('');
    expect(trouble).toEqual([]);
    await close();
  });

  it('can be looked at and read without seeing it', async () => {
    const [width, beside] = language === 'en' ? [800, '.map-beside h2'] : [320, '[data-beneath] h2'];
    const { page, trouble, close } = await openDetail(language, 'where=KH-1&', width);
    expect.soft(await page.textContent(beside)).not.toBe('');
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });
});

describe('the detailed map', () => {
  it('is drawn in the colours of the page, by day and by night', async () => {
    const { page, trouble, close } = await openDetail('en', '', 560);
    const drawn = async (land: string, arc: string) => {
      await expect.poll(async () => (await colours(page)).get(land) ?? 0, LIMIT).toBeGreaterThan(0.15);
      await expect.poll(async () => (await colours(page)).get(arc) ?? 0, LIMIT).toBeGreaterThan(0.0001);
    };
    await drawn('224 219 209', '106 31 92');
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn('58 57 65', '239 182 225');
    expect(trouble).toEqual([]);
    await close();
  });

  it('is walked through with the keyboard', async () => {
    const { page, trouble, close } = await openDetail('en');
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('data-province') ?? null);
    const provinces = page.locator('.map-provinces button');
    expect(await provinces.count()).toBe(24);
    expect(await provinces.first().getAttribute('aria-label')).toMatch(/^\w[\w' ]+: /);
    await page.focus('.map-skip');
    await page.keyboard.press('Tab');
    expect(await here()).toBe(await provinces.first().getAttribute('data-province'));
    await page.focus('.map-provinces [data-province="KH-1"]');
    expect((await page.locator('.map-provinces :focus').boundingBox())?.height).toBeGreaterThan(40);
    await page.keyboard.press('ArrowRight');
    expect(await here()).toBe('KH-17');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.map-beside h2')).toBe('Siem Reap');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(fragment(page)).toBe('#where=KH-17&view=detail');
    expect(await page.getAttribute('.map-provinces [data-province="KH-17"]', 'aria-current')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('.map-beside h2').count()).toBe(0);
    expect(await here()).toBe('KH-17');
    expect(
      await page.evaluate(() => document.querySelector('.map-live canvas')?.getAttribute('tabindex')),
    ).toBe('-1');
    await page.evaluate(() => {
      location.hash = '';
    });
    await page.waitForSelector(SIMPLE);
    expect(await here(), 'the same province on the simple map').toBe('KH-17');
    expect(trouble).toEqual([]);
    await close();
  });

  it('says in words what else it draws, and changes it with the question', async () => {
    const { page, trouble, close } = await openDetail('en', '', 560);
    const said = () => page.$$eval('[data-said-list] li', (items) => items.map((item) => item.textContent));
    expect(await said()).toEqual(
      expect.arrayContaining([
        'Referral from Banteay Meanchey to Siem Reap: 1, uncertain (no direction printed, or one of several provinces)',
        'Referral from Phnom Penh to Takeo: 1, uncertain (no direction printed, or one of several provinces)',
        'Poipet: Border crossing, Banteay Meanchey',
      ]),
    );
    await page.click('[data-kind="lg"]');
    expect(await said()).toContain(en['map.detail.noArcs']);
    expect(await said()).toContain('Bavet: Border crossing, Svay Rieng');
    expect(trouble).toEqual([]);
    await close();
  });

  it('opens a province that is pressed, and comes close to it', async () => {
    const { page, trouble, close } = await openDetail('en');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const block = page.locator('.map-block', { hasText: 'Preah Vihear' });
    const before = await block.boundingBox();
    await block.click();
    expect(await page.textContent('.map-beside h2')).toBe('Preah Vihear');
    await expect.poll(async () => (await block.boundingBox())?.x, LIMIT).not.toBe(before?.x);
    await page.click('[data-tool="whole"]');
    await expect
      .poll(async () => Math.round((await block.boundingBox())?.x ?? 0), LIMIT)
      .toBe(Math.round(before?.x ?? 0));
    expect(trouble).toEqual([]);
    await close();
  });
});

describe('where the detailed map cannot be shown', () => {
  const staysSimple = async (page: Page) => {
    await expect.poll(() => failed(page), LIMIT).toBe(en['map.detail.failed']);
    await page.waitForSelector(`${SIMPLE} .map-land`, { ...LIMIT, state: 'attached' });
    expect(await page.locator('.map-live').count()).toBe(1);
    expect(fragment(page)).toBe('');
    expect(await page.isHidden('.map-detail-key')).toBe(true);
  };

  it('for want of WebGL2, the simple one stays with a sentence, and nothing is fetched', async () => {
    const opened = await openPage('en', 'map/');
    const { page, trouble, close } = opened;
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.click(SWITCH);
    await staysSimple(page);
    expect(libraries(opened).filter((url) => !/leaflet/.test(url))).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });

  it.each([
    ['its code', '**/map-detail*.js'],
    ['its data', '**/map-detail.json'],
    ['its worker', '**/maplibre-gl-worker*'],
  ])('because %s does not come, the simple one stays with a sentence', async (_, address) => {
    const { page, close } = await openPage('en', 'map/', { width: 800 });
    await page.route(address, (route) => route.abort());
    await page.click(SWITCH);
    await staysSimple(page);
    await close();
  });

  it('because the graphics are lost, the simple one comes back with a sentence', async () => {
    const { page, close } = await openDetail('en', '', 560);
    await page.evaluate((selector) => {
      const canvas = document.querySelector(`${selector} canvas`) as HTMLCanvasElement;
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    }, DETAIL);
    await staysSimple(page);
    await close();
  });
});
