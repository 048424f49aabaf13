/** The page that finds ways: what it shows for a question, on the screen, as text, on paper and without scripts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readCsv } from './directory-data.ts';
import { LANGUAGES, openPage, readClipboard } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';

const QUESTION = 'from=police&where=KH-1&who=boys&age=15&need=sh';

const stepsOn = (page: Page) =>
  page.$$eval('[data-way]', (ways) =>
    ways.map((way) =>
      [...way.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => ({
        ways: `${dataset.from} ${dataset.to}`,
        doubts: dataset.doubts,
      })),
    ),
  );

describe.each(LANGUAGES)('a question in the address (%s)', (language) => {
  it('opens with its ways, the surest first, and fills the form', async () => {
    const { page, trouble, close } = await openPage(language, `referrals/#${QUESTION}`);
    expect(await stepsOn(page)).toEqual([
      [{ ways: 'police wvc', doubts: 'help' }],
      [{ ways: 'police whi', doubts: 'person' }],
    ]);
    expect(await page.getAttribute('[data-ways]', 'data-count')).toBe('2');
    const form = await page.$$eval('spean-ways select, spean-ways input', (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
    expect(form).toEqual(['police', 'boys', '15', 'KH-1', 'sh', '']);
    expect(await page.locator('[data-way] [data-card], [data-way] [data-service]').count()).toBe(2);
    expect(await page.locator('[data-sheet]').isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });

  it('looks right on a wide screen and on the narrowest', { timeout: 90_000 }, async () => {
    for (const [width, dark] of [
      [1280, false],
      [320, true],
    ] as const) {
      const { page, trouble, close } = await openPage(language, `referrals/#${QUESTION}&stay=week`, {
        width,
        dark,
      });
      expect.soft(await overflow(page)).toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
      expect.soft(trouble).toEqual([]);
      await close();
    }
  });
});

describe('the page of ways', () => {
  it('leaves several people and places alone where another question is changed', async () => {
    const { page, close } = await openPage(
      'en',
      'referrals/#from=ptc&where=KH-1,KH-2&who=women,boys&need=sh',
    );
    await page.selectOption('select[name="stay"]', 'longer');
    await expect
      .poll(() => decodeURIComponent(new URL(page.url()).hash).split('&').sort())
      .toEqual(['#from=ptc', 'need=sh', 'stay=longer', 'where=KH-1,KH-2', 'who=women,boys']);
    await close();
  });

  it('asks for what is missing, and writes what is chosen into the fragment only', async () => {
    const { page, requests, trouble, close } = await openPage('en', 'referrals/');
    expect(await page.getAttribute('[data-ways]', 'data-count')).toBe('0');
    const before = requests.length;
    await page.selectOption('select[name="from"]', 'ptc');
    await page.selectOption('select[name="need"]', 'sh');
    await page.selectOption('select[name="where"]', 'KH-1');
    expect(new URL(page.url()).hash).toBe('#from=ptc&where=KH-1&need=sh');
    expect(Number(await page.getAttribute('[data-ways]', 'data-count'))).toBeGreaterThan(0);
    expect(requests.slice(before)).toEqual([]);
    await page.goBack();
    expect(new URL(page.url()).hash).toBe('#from=ptc&need=sh');
    expect(await page.inputValue('select[name="where"]')).toBe('');
    expect(trouble).toEqual([]);
    await close();
  });

  it('asks for how long a bed is needed, and leads on from a house that keeps nobody so long', async () => {
    const { page, trouble, close } = await openPage('en', 'referrals/');
    const bed = page.locator('select[name="stay"]');
    await page.selectOption('select[name="from"]', 'thai-shelter');
    await page.selectOption('select[name="need"]', 'lg');
    expect(await bed.isVisible()).toBe(false);
    await page.selectOption('select[name="need"]', 'sh');
    await page.selectOption('select[name="where"]', 'KH-1');
    await bed.selectOption('night');
    expect(new URL(page.url()).hash).toBe('#from=thai-shelter&where=KH-1&need=sh&stay=night');
    expect((await stepsOn(page))[0]).toEqual([{ ways: 'thai-shelter ptc', doubts: '' }]);
    expect(await page.textContent('[data-way] [data-length]')).toContain('2 days');
    await bed.selectOption('longer');
    const longer = await stepsOn(page);
    expect(longer[0]?.map(({ ways }) => ways)).toEqual(['thai-shelter ptc', expect.stringMatching(/^ptc /)]);
    expect(longer.some((steps) => steps.at(-1)?.ways.endsWith(' ptc'))).toBe(false);
    expect(await page.textContent('[data-missing]')).toMatch(
      /less time than is needed \(2 days\): Poipet Transit Center/,
    );
    expect(await page.textContent('[data-asked]')).toContain('Longer than a month');
    await page.selectOption('select[name="need"]', 'md');
    expect(new URL(page.url()).hash).toBe('#from=thai-shelter&where=KH-1&need=md');
    expect(trouble).toEqual([]);
    await close();
  });

  it('names what an address asks for and the data has not, as nothing chosen', async () => {
    const { page, trouble, close } = await openPage(
      'en',
      'referrals/#from=nobody-at-all&where=KH-99&need=sh',
    );
    expect(await page.inputValue('select[name="from"]')).toBe('');
    expect(await page.getAttribute('[data-ways]', 'data-count')).toBe('0');
    expect(trouble).toEqual([]);
    await close();
  });

  it('says what is missing where nobody in the province says that the person is taken', async () => {
    const { page, close } = await openPage('en', `referrals/#${QUESTION}`);
    const missing = (await page.textContent('[data-missing]')) ?? '';
    expect(missing).toContain('Nobody listed in Banteay Meanchey itself');
    expect(missing).toContain('Nationwide, these say so: World Vision Cambodia');
    await close();
  });

  it('never shows a place below the province for a service that gives a bed', async () => {
    const beds = readCsv('data/editions/2010/services.csv')
      .filter(({ type }) => type?.startsWith('sh.'))
      .map(({ id }) => `[data-service="${id}"]`);
    const places = readCsv('data/geography/places.csv').map(({ name_en = '' }) => name_en);
    for (const from of ['police', 'poipet', 'bavet']) {
      const { page, close } = await openPage('en', `referrals/#from=${from}&need=sh`);
      const shown = await page.$$eval(`[data-way] :is(${beds}) .facts`, (cards) =>
        cards.map((card) => card.textContent ?? ''),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter((text) => places.some((place) => text.includes(place)))).toEqual([]);
      await close();
    }
  });

  it('is copied as a sheet: steps, checklist, blank lines, edition and day, and one way alone where that is chosen', async () => {
    const { page, trouble, close } = await openPage('en', `referrals/#${QUESTION}`, {
      now: new Date('2031-05-06T10:00:00'),
    });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[data-way="whi"] button');
    await page.click('[data-copy]');
    await page.waitForFunction(() => document.querySelector('[data-copy]')?.textContent === 'Copied');
    const sheet = await readClipboard(page);
    for (const words of [
      'Police · Boys · Age 15 · Banteay Meanchey · Shelter',
      'Police sends to World Hope International',
      'Not stated: that this person is accepted',
      'Without consent, no referral.',
      'Name or reference: ____',
      'recorded December 2010',
      '2031-05-06',
    ])
      expect.soft(sheet).toContain(words);
    expect(sheet).not.toContain('Way 1');
    expect(trouble).toEqual([]);
    await close();
  });

  it('is copied with the number of each contact that it shows, and its age, of cards and of parties without one', async () => {
    const numbers: string[] = [];
    for (const question of [QUESTION, 'from=police&need=lg', 'from=ptc&where=KH-1&need=sh']) {
      const { page, close } = await openPage('en', `referrals/#${question}`);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.click('[data-copy]');
      await page.waitForFunction(() => document.querySelector('[data-copy]')?.textContent === 'Copied');
      const sheet = await readClipboard(page);
      const squeezed = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());
      const phones = squeezed(await page.locator('[data-step] .phone').allTextContents());
      const ages = squeezed(await page.locator('[data-step] [data-age-words]').allTextContents());
      for (const words of [...phones, ...ages]) expect.soft(sheet).toContain(words);
      for (const doubt of await page.locator('[data-step] .unsaid li').allTextContents())
        expect.soft(sheet.split('\n')).toContain(`Not stated: ${doubt}`);
      numbers.push(...phones);
      await close();
    }
    expect(numbers.length).toBeGreaterThan(3);
  });

  it.each([
    ['from=poipet&need=sh', 'Poipet · Banteay Meanchey · Shelter'],
    [
      'from=police&where=KH-1,KH-2&need=sh,md',
      'Police · Banteay Meanchey · Battambang · Shelter · Medical and psychological',
    ],
  ])('says on the screen what it answers: %s', async (question, words) => {
    const { page, close } = await openPage('en', `referrals/#${question}`);
    expect(await page.locator('[data-asked]').isVisible()).toBe(true);
    expect(await page.textContent('[data-asked]')).toBe(words);
    await close();
  });

  it('says at each step whom to ring, or that no number is recorded', async () => {
    const { page, close } = await openPage('en', 'referrals/#from=ssc&need=md');
    const steps = await page.$$eval('[data-step]', (items) =>
      items.map((item) => ({
        to: item.getAttribute('data-to'),
        card: item.querySelector('[data-service]') !== null,
        said: item.querySelector('.contact, [data-on-file], :scope > p.small, spean-contacts p') !== null,
      })),
    );
    expect(steps.filter(({ to, card }) => to === 'licadho' && !card).length).toBeGreaterThan(0);
    expect(steps.filter(({ said, card }) => !said && !card)).toEqual([]);
    await close();
  });

  it('counts and asks for papers of the way alone, where one alone is chosen', async () => {
    const { page, close } = await openPage('en', 'referrals/#from=ptc&where=KH-1&need=im');
    const papers = () => page.textContent('[data-papers]');
    const heading = () => page.textContent('[data-heading]');
    const all = await heading();
    expect(all).toMatch(/^[2-9] ways/);
    expect(await papers()).toBe('Papers that a row or a service asks for: case notes.');
    await page.click('[data-way="wvc"] button');
    expect(await papers()).toContain('names papers. Ask each receiver');
    expect(await heading()).toBe('1 way');
    await page.click('[data-way="wvc"] button');
    await page.click('[data-way="cosecam"] button');
    expect(await papers()).toContain('case notes');
    await page.click('[data-way="cosecam"] button');
    expect(await heading()).toBe(all);
    await close();
  });

  it('goes to paper with the question and blank lines, and without the form', async () => {
    const { page, close } = await openPage('en', `referrals/#${QUESTION}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-asked]').isVisible()).toBe(true);
    expect(await page.locator('.blanks li').first().isVisible()).toBe(true);
    expect(await page.locator('select[name="from"]').isVisible()).toBe(false);
    expect(await page.locator('[data-copy]').isVisible()).toBe(false);
    await close();
  });

  it('without scripts says that it needs them and leads to the table of all links', async () => {
    const { page, close } = await openPage('en', 'referrals/', { javascript: false });
    const link = page.locator('noscript a, main .differ a').first();
    expect(await link.getAttribute('href')).toBe('/en/referrals/network/');
    expect(await page.locator('select[name="from"]').isVisible()).toBe(false);
    await link.click();
    // The page is long, and comes in pieces.
    await page.waitForURL('**/referrals/network/');
    expect(await page.locator('[data-referral]').count()).toBe(303);
    await close();
  });
});
