/** The find page, used with a mouse, with the keyboard alone, and without JavaScript. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };
import { currentEdition, servicesOf } from './directory-data.ts';
import { LANGUAGES, type Language, openPage, readClipboard, settle } from './harness.ts';

const MEN_IN_BANTEAY_MEANCHEY = 'find/#who=men&where=KH-1';
const WORDS: Record<Language, Record<string, string>> = { en, km };

interface Result {
  service: string;
  organization: string;
  match: string;
}

/** The results in the order of the page, and the number that the page gives. */
async function results(page: Page): Promise<{ count: number; found: Result[] }> {
  return page.evaluate(() => {
    const container = document.querySelector('[data-results]');
    return {
      count: Number(container?.getAttribute('data-count')),
      found: [...(container?.querySelectorAll('[data-service]') ?? [])].map((element) => ({
        service: element.getAttribute('data-service') ?? '',
        organization: element.getAttribute('data-organization') ?? '',
        match: element.getAttribute('data-match') ?? '',
      })),
    };
  });
}

const chips = (page: Page) =>
  page.$$eval('[data-chip]', (elements) =>
    elements.map((element) => element.getAttribute('data-chip')).sort(),
  );

const fragment = (page: Page) => new URL(page.url()).hash;

/** The words that tell where the keyboard is. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      search: element?.matches('input[type=search]') === true,
      chip: element?.closest('[data-chip]')?.getAttribute('data-chip') ?? null,
      href: element?.getAttribute('href') ?? null,
    };
  });

/** Presses Tab until the keyboard is where it should be. */
async function tabTo(
  page: Page,
  there: (at: Awaited<ReturnType<typeof focused>>) => boolean,
  limit = 60,
): Promise<boolean> {
  for (let presses = 0; presses < limit; presses++) {
    await page.keyboard.press('Tab');
    if (there(await focused(page))) return true;
  }
  return false;
}

interface Frame {
  services: string[];
  /** Where the first card stands. */
  top: number;
  total: string;
}

/** Notes what each frame of the pages to come shows of results, in `frames`; `act` runs with the first of them. */
async function watchFrames(page: Page, act: () => void = () => undefined): Promise<void> {
  const script = `(${(act: () => void) => {
    const frames: unknown[] = [];
    const look = () => {
      const cards = [...document.querySelectorAll<HTMLElement>('[data-results] [data-service]')];
      const [first] = cards;
      if (first !== undefined) {
        frames.push({
          services: cards.map(({ dataset }) => dataset.service),
          top: first.getBoundingClientRect().top,
          total: document.querySelector('[data-total]')?.textContent,
        });
        if (frames.length === 1) act();
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { frames });
  }})(${act})`;
  await page.addInitScript(script);
}

/** What the first and the last frame showed. */
async function firstAndLast(page: Page): Promise<[Frame, Frame]> {
  await settle(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const frames = await page.evaluate(() => (window as unknown as { frames: Frame[] }).frames);
  return [frames[0] as Frame, frames.at(-1) as Frame];
}

// In English, where no font comes late and moves what stands there.
describe('an address that is opened', () => {
  // The second also finds by name those that say nothing of whom they take, before others that do.
  it.each([MEN_IN_BANTEAY_MEANCHEY, 'find/#q=de', 'find/#q=care&who=women'])(
    'shows the first results of %s before the rest, in the place and with the number that they keep',
    async (path) => {
      const { page, close } = await openPage('en', 'about/');
      await watchFrames(page);
      await page.goto(`/en/${path}`);
      const [begun, whole] = await firstAndLast(page);
      expect(begun.services.length).toBeLessThan(whole.services.length);
      expect(whole.services.slice(0, begun.services.length)).toEqual(begun.services);
      expect(begun).toMatchObject({ top: whole.top, total: whole.total });
      await close();
    },
  );

  it('shows all at once where the reader comes back to it', async () => {
    const { page, close } = await openPage('en', 'about/');
    await watchFrames(page);
    await page.goto(`/en/${MEN_IN_BANTEAY_MEANCHEY}`);
    await settle(page);
    await page.reload();
    const [begun, whole] = await firstAndLast(page);
    expect(begun.services).toEqual(whole.services);
    await close();
  });

  it('is whole before it is printed or copied, and the chip beside one taken away has the keyboard', async () => {
    const { page, close } = await openPage('en', 'about/');
    await watchFrames(page, () => {
      const count = () => document.querySelectorAll('[data-results] [data-service]').length;
      const before = count();
      dispatchEvent(new Event('beforeprint'));
      Object.assign(window, { counts: [before, count()] });
      document.querySelector<HTMLElement>('[data-chip="who=men"]')?.click();
    });
    await page.goto(`/en/${MEN_IN_BANTEAY_MEANCHEY}`);
    const [begun] = await firstAndLast(page);
    const [before, after] = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
    expect(before).toBe(begun.services.length);
    expect(after).toBeGreaterThan(before ?? 0);
    await expect.poll(() => chips(page)).toEqual(['where=KH-1']);
    expect((await focused(page)).chip).toBe('where=KH-1');
    const { count, found } = await results(page);
    expect(found.length).toBe(count);
    await close();
  });
});

describe.each(LANGUAGES)('the finder (%s)', (language) => {
  it('opens an address with its answer', async () => {
    const { page, trouble, close } = await openPage(language, MEN_IN_BANTEAY_MEANCHEY);
    const { count, found } = await results(page);
    expect(found.length).toBeGreaterThan(0);
    expect(count).toBe(found.length);
    expect(new Set(found.map(({ service }) => service)).size).toBe(found.length);
    expect(await chips(page)).toEqual(['where=KH-1', 'who=men']);
    expect(trouble).toEqual([]);
    await close();
  });

  it('shows what is stated first, and what is not stated under its own heading', async () => {
    const { page, close } = await openPage(language, MEN_IN_BANTEAY_MEANCHEY);
    const { found } = await results(page);
    const matches = found.map(({ match }) => match);
    const rank = ['yes', 'limited', 'not-stated'];
    expect([...new Set(matches)].every((match) => rank.includes(match))).toBe(true);
    expect(matches).toEqual([...matches].sort((a, b) => rank.indexOf(a) - rank.indexOf(b)));
    expect(matches).toContain('yes');
    expect(matches).toContain('not-stated');
    const headings = await page.evaluate(() => {
      const before = [
        ...document.querySelectorAll('[data-results] [data-match]:not([data-match="not-stated"])'),
      ].at(-1);
      const after = document.querySelector('[data-results] [data-match="not-stated"]');
      if (before === undefined || after === null) return 0;
      const stands = (element: Element, place: Element) => element.compareDocumentPosition(place);
      return [...document.querySelectorAll('h2, h3')].filter(
        (heading) =>
          !before.contains(heading) &&
          !after.contains(heading) &&
          stands(before, heading) & Node.DOCUMENT_POSITION_FOLLOWING &&
          stands(heading, after) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).length;
    });
    expect(headings).toBeGreaterThan(0);
    await close();
  });

  it('removes a filter with its chip, and Back brings it back', async () => {
    const { page, close } = await openPage(language, MEN_IN_BANTEAY_MEANCHEY);
    const before = await results(page);
    await page.click('[data-chip="where=KH-1"]');
    await expect.poll(() => chips(page)).toEqual(['who=men']);
    expect(fragment(page)).toBe('#who=men');
    const wider = await results(page);
    expect(wider.count).toBeGreaterThan(before.count);
    expect(wider.count).toBe(wider.found.length);
    await page.goBack();
    await expect.poll(() => chips(page)).toEqual(['where=KH-1', 'who=men']);
    await expect.poll(() => results(page)).toEqual(before);
    await close();
  });

  it('finds an organization by its acronym', async () => {
    const { page, close } = await openPage(language, 'find/');
    const all = (await results(page)).count;
    await page.fill('input[type=search]', 'wvc');
    await page.press('input[type=search]', 'Enter');
    await expect.poll(async () => (await results(page)).count).toBeLessThan(all);
    const { found } = await results(page);
    expect(found.map(({ organization }) => organization)).toContain('wvc');
    expect(fragment(page)).not.toBe('');
    await close();
  });

  it('understands a line of words', async () => {
    const { page, close } = await openPage(language, 'find/');
    await page.fill('input[type=search]', 'bmc men shelter');
    await page.press('input[type=search]', 'Enter');
    await expect.poll(() => chips(page)).toEqual(['need=sh', 'where=KH-1', 'who=men']);
    const { count, found } = await results(page);
    expect(count).toBe(found.length);
    await close();
  });
});

describe.each(LANGUAGES)('what the finder says (%s)', (language) => {
  const words = (key: string) => WORDS[language][key] ?? key;
  const inSight = (page: Page, selector: string) => page.locator(selector).filter({ visible: true });

  it('where nothing is recorded: that, and which neighbours have something', async () => {
    const { page, trouble, close } = await openPage(language, 'find/#who=men&where=KH-23&need=md');
    expect((await results(page)).count).toBe(0);
    const kep = language === 'en' ? 'Kep' : 'កែប';
    const said = await inSight(page, '[data-nothing]').textContent();
    expect(said).toContain(words('find.none.heading').replace('{{places}}', kep));
    expect(said).toContain(words('find.none.alone'));
    expect(await inSight(page, '#not-stated').count()).toBe(0);
    const neighbours = await inSight(page, '[data-nearby] li').evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        services: Number.parseInt(/\d+/.exec(item.textContent)?.[0] ?? '', 10),
      })),
    );
    expect(neighbours.map(({ href }) => href)).toEqual(['#who=men&where=KH-7&need=md']);
    for (const { href, services } of neighbours) {
      await page.click(`[data-nearby] a[href="${href}"]`);
      // No service of this kind works nationwide, so those of the neighbour are all that are found there.
      await expect.poll(async () => (await results(page)).count).toBe(services);
      expect(await inSight(page, '[data-results] [data-service]').count()).toBe(services);
      expect(await inSight(page, '[data-nothing], [data-nearby]').count()).toBe(0);
      await page.goBack();
      await expect.poll(async () => (await results(page)).count).toBe(0);
    }
    expect(trouble).toEqual([]);
    await close();
  });

  it('of a printed age limit: who is left out by it', async () => {
    const { page, close } = await openPage(language, 'find/#who=men&age=19&need=lg&where=KH-1');
    const { found } = await results(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ service }) => service)).not.toContain('wvc-counselling');
    const refused = inSight(page, '[data-refused] li').filter({
      has: page.locator('a[href$="/organizations/wvc/"]'),
    });
    expect(await refused.count()).toBe(1);
    expect(await refused.textContent()).toMatch(/\b9\b.*\b17\b/s);
    await close();
  });

  it('of several places: a chip for each, and what is in any of them', async () => {
    const { page, close } = await openPage(language, 'find/#where=KH-1,KH-2');
    expect(await chips(page)).toEqual(['where=KH-1', 'where=KH-2']);
    const both = (await results(page)).found.map(({ service }) => service);
    await page.click('[data-chip="where=KH-2"]');
    await expect.poll(() => chips(page)).toEqual(['where=KH-1']);
    const one = (await results(page)).found.map(({ service }) => service);
    expect(one.filter((service) => !both.includes(service))).toEqual([]);
    expect(one.length).toBeLessThan(both.length);
    await close();
  });

  it('as plain text to copy', async () => {
    const { page, trouble, close } = await openPage(language, MEN_IN_BANTEAY_MEANCHEY);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[data-copy]');
    await expect.poll(() => page.textContent('[data-copy]')).toBe(words('find.copied'));
    const text = await readClipboard(page);
    const { found } = await results(page);
    const names = await page.$$eval('[data-results] [data-service] h3 a', (links) =>
      links.map((link) => link.textContent.trim()),
    );
    const lines = text.split('\n');
    expect(names.filter((name) => !lines.some((line) => line.startsWith(name)))).toEqual([]);
    for (const match of ['yes', 'not-stated']) {
      const said = lines.filter((line) => line === words(`state.men.${match}`));
      expect(said).toHaveLength(found.filter((result) => result.match === match).length);
    }
    // Each answer has its evidence below it, each service its source.
    const evidence = await inSight(
      page,
      '[data-results] [data-match="yes"] [data-evidence]',
    ).allTextContents();
    const founded = lines.filter((_, place) => lines[place - 1] === words('state.men.yes'));
    expect(founded).toEqual(evidence);
    const source = words('organization.col.source');
    expect(lines.filter((line) => line.startsWith(source) && /\d/.test(line))).toHaveLength(found.length);
    expect(text).toContain(await page.textContent('[data-strip] strong'));
    expect(text).toContain(words('age.ring'));
    expect(text).not.toMatch(/<\w|&\w+;|undefined/);
    expect(trouble).toEqual([]);
    await close();
  });

  it('the same cards with scripts as without', async () => {
    // What the finder adds stands in lines of its own, which are empty in the page.
    const cardsOf = async (javascript: boolean) => {
      const { page, close } = await openPage(language, 'find/', { javascript });
      const cards = await page.$$eval('[data-results] [data-service]', (elements) =>
        elements.map((element) => [element.getAttribute('data-service'), element.innerHTML] as const),
      );
      await close();
      return cards.sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
    };
    const without = await cardsOf(false);
    expect(without.length).toBeGreaterThan(100);
    expect(await cardsOf(true)).toEqual(without);
  });

  it('on paper: the results, and nothing that only works on a screen', async () => {
    const { page, close } = await openPage(language, MEN_IN_BANTEAY_MEANCHEY);
    await page.emulateMedia({ media: 'print' });
    const { count } = await results(page);
    // The chips stay, for they say what was asked, and so do the numbers of answers that one can jump to.
    const onScreenOnly = 'header, label, input, select, button:not([data-chip], [data-jump])';
    expect(await inSight(page, onScreenOnly).count()).toBe(0);
    expect(await inSight(page, '[data-chip]').count()).toBe(2);
    expect(await inSight(page, '[data-results] [data-service] h3').count()).toBe(count);
    expect(await inSight(page, 'h1, [data-strip], [data-total]').count()).toBe(3);
    await close();
  });
});

describe('the finder', () => {
  it.each([
    ['a place', ['where=KH-1'], 'បន្ទាយមានជ័យ', 'បន្ទាយ\u200bមានជ័យ'],
    ['a person', ['who=men'], 'បុរស', 'បុ\u200bរស'],
    ['an organization', [], 'កាកបាទក្រហមកម្ពុជា', 'កាកបាទ\u200bក្រហម\u200bកម្ពុជា'],
  ])('reads the Khmer words of %s with and without marks between them', async (_, filters, ...lines) => {
    const { page, close } = await openPage('km', 'find/');
    const answers = [await results(page)];
    for (const line of lines) {
      await page.fill('input[type=search]', line);
      await page.press('input[type=search]', 'Enter');
      await expect.poll(() => chips(page)).toEqual(filters);
      answers.push(await results(page));
      await page.click('[data-clear]');
      await expect.poll(() => fragment(page)).toBe('');
    }
    const [all, plain, marked] = answers;
    expect(marked).toEqual(plain);
    expect(plain?.count).toBeGreaterThan(0);
    expect(plain).not.toEqual(all);
    await close();
  });

  it('can be used with the keyboard alone', async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.keyboard.press('Tab');
    expect((await focused(page)).href, 'The first stop skips to the content.').toMatch(/^#/);
    expect(await tabTo(page, ({ search }) => search)).toBe(true);
    await page.keyboard.type('bmc men');
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page)).toEqual(['where=KH-1', 'who=men']);
    expect(await tabTo(page, ({ chip }) => chip === 'who=men')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page)).toEqual(['where=KH-1']);
    const { count, found } = await results(page);
    expect(count).toBe(found.length);
    await close();
  });

  it('keeps what is asked from the server', async () => {
    const { page, requests, close } = await openPage('en', MEN_IN_BANTEAY_MEANCHEY);
    await page.fill('input[type=search]', 'wvc');
    await page.press('input[type=search]', 'Enter');
    await expect.poll(() => fragment(page)).not.toBe('#who=men&where=KH-1');
    expect(
      requests.filter((url) => new URL(url).search !== '' || /wvc|KH-1/.test(new URL(url).pathname)),
    ).toEqual([]);
    expect(
      await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })),
    ).toBe('{}');
    await close();
  });

  it('takes no notice of a fragment that makes no sense', async () => {
    const { page, trouble, close } = await openPage(
      'en',
      'find/#who=nobody&where=&need=%3Cimg%3E&age=-3&x=y',
    );
    const { count, found } = await results(page);
    expect(count).toBe(found.length);
    expect(trouble).toEqual([]);
    await close();
  });

  it.each(LANGUAGES)('lists every service without JavaScript (%s)', async (language) => {
    const { page, close } = await openPage(language, 'find/', { javascript: false });
    const listed = await page
      .locator('[data-results] [data-service]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-service')));
    const expected = servicesOf(currentEdition()).map(({ id }) => id);
    expect(listed.sort()).toEqual(expected.sort());
    expect(await page.locator('input[type=search]').isVisible()).toBe(false);
    expect(await page.locator('main a[href*="/provinces/"]').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('typing in the finder', () => {
  const organizations = async (page: Page) => [
    ...new Set((await results(page)).found.map(({ organization }) => organization)),
  ];

  it.each([
    ['bmc men shelter', ['need=sh', 'where=KH-1', 'who=men']],
    ['lawyer pursat', ['need=lg', 'where=KH-15']],
    ['boy 15 poipet bed tonight', ['age=15', 'need=sh', 'where=KH-1', 'who=boys']],
    ['siem reab counselling', ['need=md.psychosocial', 'where=KH-17']],
    ['phnom pen lawyer', ['need=lg', 'where=KH-12']],
    ['female adult btb', ['where=KH-2', 'who=women']],
    ['ជម្រក បន្ទាយមានជ័យ', ['need=sh', 'where=KH-1']],
  ])('understands "%s"', async (line, expected) => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill('input[type=search]', line);
    await expect.poll(() => chips(page)).toEqual(expected);
    expect(await page.inputValue('input[type=search]')).toBe(line);
    await close();
  });

  it.each([
    ['damnok tek', 'damnok-toek'],
    ['goutte deau', 'damnok-toek'],
    ['ptea tik dong', 'ptd'],
    ['wrld visoin', 'wvc'],
  ])('finds first for "%s"', async (line, organization) => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill('input[type=search]', line);
    await expect.poll(async () => (await organizations(page))[0]).toBe(organization);
    await close();
  });

  it('says by which name an organization was found', async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill('input[type=search]', 'goutte');
    await expect
      .poll(() => page.locator('[data-results] [data-called]').first().textContent())
      .toContain('Goutte');
    await page.fill('input[type=search]', 'damnok toek');
    await expect.poll(() => page.locator('[data-results] [data-called]').count()).toBe(0);
    await close();
  });

  it('keeps both readings of a word, and offers the other one alone', async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill('input[type=search]', 'kk');
    await expect.poll(() => organizations(page)).toContain('kk');
    expect((await results(page)).found.length).toBeGreaterThan(3);
    const links = page.locator('[data-also] a');
    expect(await links.first().getAttribute('href')).toBe('/en/organizations/kk/');
    expect(await links.last().textContent()).toBe('Koh Kong');
    await links.last().click();
    await expect.poll(() => chips(page)).toEqual(['where=KH-9']);
    expect(await page.isVisible('[data-also]')).toBe(false);
    await close();
  });

  it('finds whose number it is, in any notation', async () => {
    const { page, close } = await openPage('en', 'find/');
    const number = await page.locator('[data-results] [data-phone]').first().getAttribute('data-phone');
    const digits = (number ?? '').replace('+855', '');
    for (const line of [`0${digits}`, `+855 ${digits.slice(0, 2)} ${digits.slice(2)}`, digits.slice(-5)]) {
      await page.fill('input[type=search]', '');
      await page.fill('input[type=search]', line);
      await expect
        .poll(() =>
          page.evaluate(
            (phone) =>
              [...document.querySelectorAll('[data-results] [data-service]')].every(
                (card) => card.querySelector(`[data-phone="${phone}"]`) !== null,
              ),
            number,
          ),
        )
        .toBe(true);
      expect((await results(page)).count).toBeGreaterThan(0);
    }
    await close();
  });

  it('says where nothing fits which filter stands in the way', async () => {
    const { page, close } = await openPage('en', 'find/#who=men&need=sh&q=lscw');
    await expect.poll(async () => (await results(page)).count).toBe(0);
    const wider = page.locator('[data-wider] li');
    expect(await wider.count()).toBeGreaterThan(0);
    const promised = Number.parseInt((await wider.first().locator('.end').textContent()) ?? '', 10);
    await wider.first().locator('a').click();
    await expect.poll(async () => (await results(page)).count).toBe(promised);
    await close();
  });

  it('is walked through with / , arrows, Enter and Escape', async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.keyboard.press('/');
    expect((await focused(page)).search).toBe(true);
    expect(await page.inputValue('input[type=search]')).toBe('');
    await page.keyboard.type('world vision');
    await page.keyboard.press('ArrowDown');
    const first = (await focused(page)).href;
    expect(first).toBe('/en/organizations/wvc/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect((await focused(page)).search).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.inputValue('input[type=search]')).toBe('');
    expect(fragment(page)).toBe('');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/organizations\//);
    await close();
  });
});

describe('a link to a part of the find page', () => {
  it('keeps the question', async () => {
    const { page, close } = await openPage('en', MEN_IN_BANTEAY_MEANCHEY);
    const before = await results(page);
    await page.focus('a.skip[href="#main"]');
    await page.keyboard.press('Enter');
    expect(fragment(page)).toBe('#who=men&where=KH-1');
    expect(await results(page)).toEqual(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });

  it.each(['centre', 'guard', 'great', 'priest', 'prison', 'credit card'])(
    'takes "%s" for no place',
    async (line) => {
      const { page, close } = await openPage('en', 'find/');
      await page.fill('input[type=search]', line);
      await page.press('input[type=search]', 'Enter');
      expect((await chips(page)).filter((chip) => chip?.startsWith('where='))).toEqual([]);
      await close();
    },
  );

  it("says that a number is nobody's age, and asks for none", async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill('[name="age"]', '150');
    await page.press('[name="age"]', 'Tab');
    expect(fragment(page)).not.toContain('age');
    expect(await page.evaluate(() => document.activeElement?.matches('[name="age"]:invalid'))).toBe(true);
    await close();
  });
});
