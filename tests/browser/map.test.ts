/** The page of the map: what it says is held against the counting of the directory, and it is used with mouse and keys. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { type CoverageQuestion, coverage, listedIn } from '../../src/directory/coverage.ts';
import { finderIndex } from '../../src/directory/finder-index.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { countedQuestion, readMapQuestion } from '../../src/map/map-question.ts';
import { type MapModel, mapModel, nationwideCells, pinText } from '../../src/map/model.ts';
import { currentEdition, DATA } from './directory-data.ts';
import { LANGUAGES, openPage, settle } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';

const { directory } = loadDirectory(DATA);
if (directory === undefined) throw new Error(`The directory in ${DATA} has errors.`);
const edition = directory.editions.find(({ about }) => about.id === currentEdition());
if (edition === undefined) throw new Error('There is no current edition.');
const { services } = finderIndex(directory, edition);
const typesInUse = new Map(services.map(({ type, group }) => [type, group]));

/** The model that an address asks for, with ids for labels. */
function expected(fragment: string): { model: MapModel; asked: CoverageQuestion } {
  const asked = countedQuestion(readMapQuestion(fragment));
  const { need = [] } = asked;
  const wanted = (id: string) =>
    need.length === 0 || need.includes(id) || need.some((type) => typesInUse.get(type) === id);
  const groups = (directory?.groups ?? [])
    .filter(({ id }) => services.some(({ group }) => group === id))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .filter(({ id }) => wanted(id))
    .map((group) => ({ ...group, label: group.id }));
  const provinces = (edition?.about.provinces ?? []).map((id) => ({ id, label: id }));
  const ids = provinces.map(({ id }) => id);
  return { model: mapModel({ provinces, groups, coverage: coverage(services, ids, asked) }), asked };
}

/** What one drawing says of its provinces: state, and the numbers of its sentence in their order. */
const drawnProvinces = (page: Page, map: string) =>
  page.evaluate((selector) => {
    const parts = [...document.querySelectorAll(`${selector} [data-province]`)].map((part) => {
      const named = part.querySelector('[aria-label]') ?? part;
      const numbers = (named.getAttribute('aria-label') ?? '').match(/\d+(\+\d+)?(?=[,.]|$)/g) ?? [];
      return [part.getAttribute('data-province'), [part.getAttribute('data-state'), ...numbers]] as const;
    });
    return Object.fromEntries(parts);
  }, map);

/** The same of the model. */
const saidBy = (model: MapModel) =>
  Object.fromEntries(
    model.provinces.map(({ id, state, pins }) => [id, [state, ...pins.map((pin) => pinText(pin))]]),
  );

/** The cells of the table that are in sight, by row. */
const tableRows = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [
        row.dataset.row,
        [...row.querySelectorAll<HTMLElement>('td[data-group]')]
          .filter((cell) => !cell.hidden)
          .map((cell) => cell.textContent?.trim()),
      ]),
    ),
  );

const rowsOf = (model: MapModel) => ({
  nationwide: nationwideCells(model).map(pinText),
  ...Object.fromEntries(
    model.provinces.map(({ id, pins }) => [
      id,
      model.groups.map(({ id: group }) => pinText(pins.find((pin) => pin.group.id === group))),
    ]),
  ),
});

/** Groups and numbers of every block that shows pins. */
const blocks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.map-block')]
      .map((block) =>
        [...block.querySelectorAll('[data-group]')].map(
          (pin) => `${pin.getAttribute('data-group')} ${pin.textContent}`,
        ),
      )
      .filter((pins) => pins.length > 0)
      .map((pins) => pins.join(', '))
      .sort(),
  );

const focusedProvince = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-province') ?? null);

const FRAGMENTS = [
  'who=women',
  'who=men',
  'who=girls',
  'who=boys',
  'who=men&need=sh',
  'need=lg,md',
  'need=sh.shelter',
  'age=15',
  'who=men,boys',
  'nationwide=in',
  'who=men&need=lg&nationwide=in',
  '',
];

// The detailed map is slow to open without a graphics card, so fewer questions are put to it.
describe.each([
  ['en', 'leaflet', FRAGMENTS],
  ['km', 'leaflet', FRAGMENTS],
  ['en', 'maplibre', ['', 'who=men', 'need=sh', 'who=boys&nationwide=in']],
] as const)('the map (%s, %s)', (language, drawing, fragments) => {
  it('says what the directory counts: shapes, sentences, pins, table and key alike', async () => {
    const { page, trouble, close } = await openPage(
      language,
      drawing === 'maplibre' ? 'map/#view=detail' : 'map/',
    );
    await page.waitForSelector(`[data-map="${drawing}"]`, { timeout: 40_000 });
    for (const fragment of fragments) {
      const { model } = expected(fragment);
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        drawing === 'maplibre' ? `${fragment}&view=detail` : fragment,
      );
      await expect
        .poll(() => drawnProvinces(page, `[data-map="${drawing}"]`), { message: fragment, timeout: 10_000 })
        .toEqual(saidBy(model));
      expect.soft(await tableRows(page), fragment).toEqual(rowsOf(model));
      const possible = new Set(
        model.provinces.map(({ pins }) => pins.map((pin) => `${pin.group.id} ${pinText(pin)}`).join(', ')),
      );
      const shown = await blocks(page);
      expect
        .soft(
          shown.filter((block) => !possible.has(block)),
          fragment,
        )
        .toEqual([]);
      const recorded = model.provinces.filter(({ pins }) => pins.length > 0).length;
      expect.soft(shown.length, fragment).toBeGreaterThan(recorded / 2);
      const key = await page.evaluate(() => {
        const inSight = (attribute: string) =>
          [...document.querySelectorAll(`[data-keys] [${attribute}]:not([hidden])`)].map((item) =>
            item.getAttribute(attribute),
          );
        return { states: inSight('data-key-state'), groups: inSight('data-key-group') };
      });
      const tips = await page.evaluate(
        () =>
          [...document.querySelectorAll('[data-map="leaflet"] path[data-province]')].filter(
            (land) => land.querySelector('title')?.textContent !== land.getAttribute('aria-label'),
          ).length,
      );
      expect.soft(tips, 'tooltips that say something else').toBe(0);
      expect.soft(key.states, fragment).toEqual(model.legend.states);
      expect.soft(key.groups, fragment).toEqual(model.legend.groups.map(({ id }) => id));
    }
    expect(trouble).toEqual([]);
    await close();
  });
});

describe.each(LANGUAGES)('the map (%s)', (language) => {
  it('shows every pin of the country at first, as the drawing of the build does', async () => {
    const { page, close } = await openPage(language, 'map/');
    const { model } = expected('');
    const all = model.provinces
      .filter(({ pins }) => pins.length > 0)
      .map(({ pins }) => pins.map((pin) => `${pin.group.id} ${pinText(pin)}`).join(', '))
      .sort();
    expect(await blocks(page)).toEqual(all);
    const drawn = await drawnProvinces(page, '[data-map="svg"]');
    expect(drawn).toEqual(saidBy(model));
    await close();
  });

  it('opens a card with the organizations that the numbers count, and their pages', async () => {
    const fragment = 'who=men&where=KH-2';
    const { page, close } = await openPage(language, `map/#${fragment}`);
    const listed = listedIn(services, 'KH-2', expected(fragment).asked);
    expect(listed.length).toBeGreaterThan(3);
    const card = page.locator('[data-card="KH-2"]');
    expect(await card.locator('li').count()).toBe(listed.length);
    const answers = await card
      .locator('li [data-answer]')
      .evaluateAll((signs) => signs.map((sign) => sign.getAttribute('data-answer')));
    expect([...answers].sort()).toEqual(listed.map(({ match }) => match).sort());
    const links = await card
      .locator('li a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(3);
    expect(links.every((href) => href.startsWith(`/${language}/organizations/`))).toBe(true);
    expect(await card.locator(`a[href="/${language}/find/#${fragment}"]`).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });
});

describe('the map', () => {
  it('asks anew with every choice, and Back brings the last one back', async () => {
    const { page, requests, close } = await openPage('en', 'map/');
    const before = requests.length;
    await page.selectOption('select[name=who]', 'men');
    await page.click('[data-kind="sh"]');
    expect(new URL(page.url()).hash).toBe('#who=men&need=sh');
    expect(await tableRows(page)).toEqual(rowsOf(expected('who=men&need=sh').model));
    await page.click('[data-kind="lg"]');
    expect(new URL(page.url()).hash).toBe('#who=men&need=sh,lg');
    await page.click('[data-kind=""]');
    await page.check('[name=nationwide]');
    expect(new URL(page.url()).hash).toBe('#who=men&nationwide=in');
    await page.goBack();
    await expect.poll(() => tableRows(page)).toEqual(rowsOf(expected('who=men').model));
    expect(await page.isChecked('[name=nationwide]')).toBe(false);
    expect(requests.slice(before)).toEqual([]);
    await close();
  });

  it('shows filters that have no button as chips', async () => {
    const { page, close } = await openPage('en', 'map/#who=men,boys&need=sh.shelter');
    expect(await page.locator('[data-chip]').count()).toBe(3);
    await page.click('[data-chip="need=sh.shelter"]');
    expect(new URL(page.url()).hash).toBe('#who=men,boys');
    await page.click('[data-chip="who=men"]');
    expect(new URL(page.url()).hash).toBe('#who=boys');
    expect(await page.locator('[data-chip]').count()).toBe(0);
    expect(await page.inputValue('select[name=who]')).toBe('boys');
    await close();
  });

  it('is walked through with the keyboard alone', async () => {
    const { page, close } = await openPage('en', 'map/');
    await page.focus('[data-map="leaflet"] [data-province]');
    const order: (string | null)[] = [await focusedProvince(page)];
    for (let i = 1; i < 24; i++) {
      await page.keyboard.press('Tab');
      order.push(await focusedProvince(page));
    }
    expect(new Set(order).size).toBe(24);
    expect(order).not.toContain(null);
    // Oddar Meanchey is in the north, Kep at the southern coast.
    expect(order.indexOf('KH-22')).toBeLessThan(order.indexOf('KH-12'));
    expect(order.indexOf('KH-12')).toBeLessThan(order.indexOf('KH-23'));

    await page.focus('path[data-province="KH-17"]');
    await page.keyboard.press('ArrowLeft');
    const west = await focusedProvince(page);
    expect(directory.provinces.find(({ id }) => id === 'KH-17')?.neighbours).toContain(west);
    await page.keyboard.press('Enter');
    const heading = page.locator(`[data-card="${west}"] h2`);
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe(`#where=${west}`);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-card]').count()).toBe(0);
    expect(await focusedProvince(page)).toBe(west);
    await page.keyboard.press('+');
    expect(await focusedProvince(page)).toBe(west);
    await close();
  });

  it('lets the keyboard skip the provinces, and keeps the question', async () => {
    const { page, close } = await openPage('en', 'map/#who=men');
    await page.focus('.map-skip');
    expect(await page.locator('.map-skip').boundingBox()).toMatchObject({ x: expect.any(Number) });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const beyond = await page.evaluate(() => {
      const map = document.querySelector('[data-map="leaflet"]') as Element;
      const at = document.activeElement as Element;
      return Boolean(map.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) && !map.contains(at);
    });
    expect(beyond).toBe(true);
    expect(new URL(page.url()).hash).toBe('#who=men');
    expect(await page.inputValue('select[name=who]')).toBe('men');
    await close();
  });

  it('comes closer, and shows the whole country again', async () => {
    const { page, close } = await openPage('en', 'map/');
    const width = () =>
      page.locator('path[data-province="KH-13"]').evaluate((path) => path.getBoundingClientRect().width);
    const whole = await width();
    await page.click('[data-tool="closer"]');
    expect(await width()).toBeGreaterThan(whole * 1.5);
    await page.click('[data-tool="further"]');
    expect(await width()).toBeCloseTo(whole, 0);
    await page.click('[data-tool="closer"]');
    await page.click('[data-tool="whole"]');
    expect(await width()).toBeCloseTo(whole, 0);
    await close();
  });

  it('fills the window and leaves the way out in reach', async () => {
    const { page, close } = await openPage('en', 'map/');
    await page.click('[data-tool="fill"]');
    const box = await page.locator('[data-map="leaflet"]').boundingBox();
    expect(box?.width).toBeGreaterThan(1200);
    expect(box?.height).toBeGreaterThan(650);
    const exit = page.locator('header a[data-leave]:visible').last();
    const top = await exit.evaluate((link) => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(top).toBe(true);
    await page.click('[data-tool="fill"]');
    expect((await page.locator('[data-map="leaflet"]').boundingBox())?.width).toBeLessThan(1200);
    await close();
  });

  it('keeps the keyboard out of what it covers, and goes back with Escape or for the list', async () => {
    const { page, close } = await openPage('en', 'map/');
    await page.click('[data-tool="fill"]');
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(
        () => document.activeElement?.closest('table, footer, form') !== null,
      );
      expect(covered).toBe(false);
    }
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.documentElement.className)).not.toContain('map-fills');
    expect(await page.locator('[inert]').count()).toBe(0);
    await page.click('[data-tool="fill"]');
    await page.click('[data-tool="list"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('map-table');
    expect(await page.isVisible('#map-table')).toBe(true);
    await close();
  });

  it('moves an open card where there is room for it when the window changes', async () => {
    const { page, close } = await openPage('en', 'map/#where=KH-12');
    expect(await page.locator('.map-popup [data-card]').count()).toBe(1);
    await page.focus('[data-card] h2');
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => page.locator('[data-beneath] [data-card="KH-12"]').count()).toBe(1);
    const inSight = async () => {
      const [box, west, east] = await Promise.all(
        ['[data-map="leaflet"]', 'path[data-province="KH-9"]', 'path[data-province="KH-16"]'].map((part) =>
          page.locator(part).boundingBox(),
        ),
      );
      if (!box || !west || !east) return false;
      return west.x > box.x - 5 && east.x + east.width < box.x + box.width + 5;
    };
    await expect.poll(inSight).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-card]') !== null)).toBe(true);
    await close();
  });

  it('prints what was asked with the table, and its drawing only where that says the same', async () => {
    const { page, close } = await openPage('en', 'map/#who=men&age=30&need=sh');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('[data-map="leaflet"]')).toBe(false);
    expect(await page.isVisible('[data-map="svg"]')).toBe(false);
    expect(await page.textContent('[data-asked]')).toMatch(/Men.*30.*Shelter/);
    expect(await page.isVisible('[data-asked]')).toBe(true);
    expect(await page.isVisible('#map-table')).toBe(true);
    await page.evaluate(() => {
      location.hash = '';
    });
    await expect.poll(() => page.isVisible('[data-map="svg"]')).toBe(true);
    expect(await page.isVisible('[data-asked]')).toBe(false);
    await close();
  });

  it('takes the question along to the other language, and knows provinces of another time', async () => {
    const { page, close } = await openPage('en', 'map/#who=men&where=KH-25');
    expect(await page.locator('[data-card="KH-3"]').count()).toBe(1);
    await page.click('[data-language]');
    await page.waitForURL(/\/km\/map\/#who=men/);
    expect(await page.inputValue('select[name=who]')).toBe('men');
    await close();
  });

  it('goes on at the same province where Back closes the card that the keyboard is in', async () => {
    const { page, trouble, close } = await openPage('en', 'map/');
    await page.waitForSelector('[data-map="leaflet"] [data-province="KH-2"]');
    await page.click('[data-kind="sh"]');
    await page.focus('[data-map="leaflet"] [data-province="KH-2"]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.goBack();
    expect(await page.locator('[data-card]').count()).toBe(0);
    expect(await focusedProvince(page)).toBe('KH-2');
    expect(trouble).toEqual([]);
    await close();
  });

  it('says whose yes disagrees with the ages that they print, on paper too', async () => {
    const { page, close } = await openPage('en', 'map/#who=men&need=lg');
    const said = () => page.textContent('[data-disputed]');
    const asked = (fragment: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
    expect(await said()).toBe(`${en['coverage.disputed']} World Vision Cambodia`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('[data-disputed]')).toBe(true);
    await asked('who=men&age=30&need=lg');
    await expect.poll(said).toBe('');
    await asked('who=women&need=lg');
    await expect.poll(said).toBe('');
    await close();
  });

  it('can be put away for the list', async () => {
    const { page, close } = await openPage('en', 'map/#who=men');
    await page.click('[data-tool="list"]');
    expect(await page.isVisible('[data-map="leaflet"]')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('map-table');
    await page.click('[data-tool="list"]');
    expect(await page.isVisible('[data-map="leaflet"] [data-province="KH-1"]')).toBe(true);
    await close();
  });

  it('opens the card beneath where the screen is too small for it', async () => {
    const { page, trouble, close } = await openPage('km', 'map/', { width: 320, dark: true });
    await page.locator('path[data-province="KH-2"]').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-beneath] [data-card="KH-2"]').count()).toBe(1);
    expect(await overflow(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.click('[data-close]');
    expect(await focusedProvince(page)).toBe('KH-2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-card]').count()).toBe(0);
    expect(await focusedProvince(page)).toBe('KH-2');
    expect(trouble).toEqual([]);
    await close();
  });

  it('keeps drawing and table where it cannot load', async () => {
    const { page, close } = await openPage('en', 'about/');
    await page.route('**/map-leaflet*.js', (route) => route.abort());
    await page.goto(page.url().replace('about/', 'map/#who=men'));
    await settle(page);
    expect(await page.isVisible('[data-map="svg"]')).toBe(true);
    expect(await page.isVisible('[data-map="leaflet"]')).toBe(false);
    expect(await page.textContent('[data-failed]')).toContain('did not load');
    expect(await tableRows(page)).toEqual(rowsOf(expected('who=men').model));
    await close();
  });

  it('is there without JavaScript, with its table', async () => {
    const { page, close } = await openPage('en', 'map/', { javascript: false });
    expect(await page.isVisible('[data-map="svg"] [data-province="KH-1"] a')).toBe(true);
    expect(await page.isVisible('.map-question')).toBe(false);
    expect(await page.isVisible('[data-map="leaflet"]')).toBe(false);
    expect(await tableRows(page)).toEqual(rowsOf(expected('').model));
    await close();
  });

  it('is loaded on its own page only', async () => {
    const leaflet = (requests: string[]) => requests.filter((url) => /leaflet|boundaries\.topo/.test(url));
    const map = await openPage('en', 'map/');
    expect(leaflet(map.requests)).toEqual([expect.stringMatching(/map-leaflet/)]);
    await map.close();
    for (const path of ['', 'find/', 'provinces/kandal/', 'organizations/']) {
      const { requests, close } = await openPage('en', path);
      expect(leaflet(requests), path).toEqual([]);
      await close();
    }
  });
});
