/** A site of made-up contacts, one of each age: what is shown of each at the build, and years after it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import { dateInWords } from '../../src/i18n/dates.ts';
import { translator } from '../../src/i18n/index.ts';
import { elements } from './built-site.ts';
import type { Row } from './directory-data.ts';
import { LANGUAGES, type Language, openPage, readClipboard } from './harness.ts';

const GOOD = 'tests/fixtures/directories/good';
/** As the fixture's directory.json has it. */
const FRESH_MONTHS = 12;

/** The first of the month so many months from now; far from every limit, so that no day of the year fails. */
function monthsFromNow(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** Numbers of no one, by the name of their case. */
const PHONES = {
  checked: '+12025550131',
  overdue: '+12025550132',
  old: '+12025550133',
  recorded: '+12025550134',
} as const;
type Case = keyof typeof PHONES;
const CASES = Object.keys(PHONES) as Case[];
const CHECKED: Record<Case, string> = {
  checked: isoDay(monthsFromNow(-3)),
  overdue: isoDay(monthsFromNow(-15)),
  old: isoDay(monthsFromNow(-40)).slice(0, 7),
  recorded: '',
};

/** What stands at a number. */
interface Shown {
  age: string | null;
  link: boolean;
  words: string;
}

const parent = mkdtempSync(join(tmpdir(), 'ages-'));
const folder = join(parent, 'site');
let served: Served;

/** The good fixture, with a contact of each case at one of its services. */
function writeDirectory(data: string): void {
  cpSync(GOOD, data, { recursive: true });
  const change = (table: string, edit: (rows: Row[]) => Row[]) => {
    const file = join(data, 'editions/2010', table);
    const parsed = Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
    writeFileSync(file, Papa.unparse(edit(parsed.data), { columns: parsed.meta.fields }));
  };
  change('contacts.csv', (rows) => [
    ...rows,
    ...CASES.map((name) => ({
      id: name,
      organization: 'example-clinic',
      role: `Line ${name}`,
      kind: 'hotline',
      phone: PHONES[name],
      phone_as_printed: PHONES[name],
      visibility: 'public',
      verified_on: CHECKED[name],
      source: 'forum-2010',
      page: '26',
    })),
  ]);
  change('services.csv', (rows) =>
    rows.map((row) => (row.id === 'clinic-general' ? { ...row, contacts: CASES.join(';') } : row)),
  );
}

beforeAll(async () => {
  const data = join(parent, 'data');
  writeDirectory(data);
  execFileSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, DIRECTORY_DATA: data, DIRECTORY_OUT: folder, DIRECTORY_AUDIENCE: 'public' },
    stdio: 'pipe',
  });
  served = await serve(folder, 0);
}, 180_000);

afterAll(async () => {
  await served?.close();
  rmSync(parent, { recursive: true, force: true });
});

const open = (language: Language, path: string, more: { now?: Date; javascript?: boolean } = {}) =>
  openPage(language, path, { url: served.url, ...more });

/** The contacts of the cases that stand in the page, in the element that the selector names. */
async function shownIn(page: Page, within: string): Promise<Partial<Record<Case, Shown>>> {
  const found = await page.$$eval(`${within} [data-phone]`, (numbers) =>
    numbers.map((number) => ({
      phone: number.getAttribute('data-phone'),
      age: number.getAttribute('data-age'),
      link: number instanceof HTMLAnchorElement && number.href.startsWith('tel:'),
      words: (number.parentElement?.querySelector('[data-age-words]')?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    })),
  );
  return Object.fromEntries(
    CASES.flatMap((name) =>
      found
        .filter(({ phone }) => phone === PHONES[name])
        .map(({ age, link, words }) => [name, { age, link, words }] as const),
    ),
  );
}

/** What has to be shown of a case at an age. */
function due(name: Case, age: 'fresh' | 'due' | 'stale', language: Language): Shown {
  const t = translator(language);
  const date = dateInWords(CHECKED[name] || '2010-12-08', language);
  const again = new Date(`${CHECKED[name].slice(0, 7)}-01`);
  const sentence = () => {
    if (name === 'recorded') return t('contact.stale', { date });
    if (age === 'stale') return t('contact.staleChecked', { date });
    if (age === 'due') return t('contact.due', { date });
    again.setUTCMonth(again.getUTCMonth() + FRESH_MONTHS);
    return t('contact.fresh', { date, due: dateInWords(isoDay(again), language) });
  };
  const advice = age === 'fresh' ? '' : ` ${t(`contact.${age}.advice`)}`;
  return { age, link: age === 'fresh', words: `${sentence()}${advice}` };
}

const CARD = '[data-service="clinic-general"]';
/** Where numbers stand: on cards, by themselves, in tables. */
const PLACES = [
  { path: 'find/', within: CARD },
  { path: 'organizations/example-clinic/', within: 'main' },
  { path: 'services/md/md.general/', within: CARD },
];

describe.each(LANGUAGES)('a contact (%s)', (language) => {
  describe.each(PLACES)('on $path', ({ path, within }) => {
    it.each([true, false])(
      'has its age at the build, and a link only while fresh (scripts: %s)',
      async (javascript) => {
        const { page, trouble, close } = await open(language, path, { javascript });
        expect(await shownIn(page, within)).toEqual({
          checked: due('checked', 'fresh', language),
          overdue: due('overdue', 'due', language),
          old: due('old', 'stale', language),
          recorded: due('recorded', 'stale', language),
        });
        expect(trouble).toEqual([]);
        await close();
      },
    );

    it('has to be checked again when its day has come', async () => {
      const { page, trouble, close } = await open(language, path, { now: monthsFromNow(10) });
      expect(await shownIn(page, within)).toEqual({
        checked: due('checked', 'due', language),
        overdue: due('overdue', 'stale', language),
        old: due('old', 'stale', language),
        recorded: due('recorded', 'stale', language),
      });
      expect(trouble).toEqual([]);
      await close();
    });

    it('is old two years later, and nothing can be tapped to call', async () => {
      const { page, close } = await open(language, path, { now: monthsFromNow(24) });
      const shown = await shownIn(page, within);
      expect(Object.values(shown).map(({ age }) => age)).toEqual(['stale', 'stale', 'stale', 'stale']);
      expect(shown.checked).toEqual(due('checked', 'stale', language));
      expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
      await close();
    });
  });

  it('is not called unchecked by the strip above the page', async () => {
    const { page, close } = await open(language, 'about/');
    const t = translator(language);
    const date = dateInWords('2010-12', language);
    expect(await page.textContent('[data-strip]')).toContain(t('age.partly', { date }));
    await close();
  });

  it('says its age in the text that is copied', async () => {
    const { page, close } = await open(language, 'find/#who=men', { now: monthsFromNow(10) });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click('[data-copy]');
    await expect.poll(() => page.textContent('[data-copy]')).toBe(translator(language)('find.copied'));
    const lines = (await readClipboard(page)).split('\n');
    for (const name of CASES) {
      const line = lines.find((text) => text.includes(`Line ${name} `));
      expect(line).toContain(due(name, name === 'checked' ? 'due' : 'stale', language).words);
    }
    await close();
  });

  it('says its age on paper, of the day it is printed', async () => {
    const { page, close } = await open(language, 'organizations/example-clinic/');
    await page.clock.setFixedTime(monthsFromNow(10));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('[data-age-words]').filter({ visible: true }).allTextContents();
    for (const name of CASES)
      expect(printed).toContain(due(name, name === 'checked' ? 'due' : 'stale', language).words);
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
    await close();
  });
});

describe('a page that stays open', () => {
  it('takes the link away once its reader comes back to it', async () => {
    const { page, close } = await open('en', 'organizations/example-clinic/');
    expect((await shownIn(page, 'main')).checked?.link).toBe(true);
    await page.clock.setFixedTime(monthsFromNow(10));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect((await shownIn(page, 'main')).checked).toEqual(due('checked', 'due', 'en'));
    await page.clock.setFixedTime(monthsFromNow(24));
    await page.evaluate(() => dispatchEvent(new Event('pageshow')));
    expect((await shownIn(page, 'main')).checked).toEqual(due('checked', 'stale', 'en'));
    await close();
  });

  it('takes it away from a card that the finder had put aside, and gives it back to none', async () => {
    const { page, trouble, close } = await open('en', 'find/#who=girls');
    expect(await page.locator(CARD).count()).toBe(1);
    await page.fill('input[type=search]', 'Example House');
    await expect.poll(() => page.locator(CARD).count()).toBe(0);
    await page.clock.setFixedTime(monthsFromNow(10));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.click('[data-clear]');
    await expect.poll(() => page.locator(CARD).count()).toBe(1);
    expect((await shownIn(page, CARD)).checked).toEqual(due('checked', 'due', 'en'));
    await page.clock.setFixedTime(new Date());
    await page.selectOption('select[name=who]', 'men');
    await expect.poll(() => page.locator('[data-chip]').count()).toBe(1);
    expect((await shownIn(page, CARD)).checked).toEqual(due('checked', 'due', 'en'));
    expect(trouble).toEqual([]);
    await close();
  });

  it('believes the build where the clock of its reader is behind', async () => {
    const { page, close } = await open('en', 'find/', { now: new Date('2001-01-01') });
    expect((await shownIn(page, CARD)).checked).toEqual(due('checked', 'fresh', 'en'));
    expect((await shownIn(page, CARD)).overdue).toEqual(due('overdue', 'due', 'en'));
    await close();
  });
});

describe('a page whose numbers are all old', () => {
  it('does without the script', () => {
    const scripts = (id: string) =>
      elements(readFileSync(join(folder, `en/organizations/${id}/index.html`), 'utf8'), 'script')
        .flatMap(({ src }) => src ?? [])
        .filter((src) => src.includes('AgedContact'));
    expect(scripts('example-clinic')).toHaveLength(1);
    expect(scripts('example-shelter')).toEqual([]);
  });
});

describe('the open files', () => {
  const expected = CASES.map((name) => [name, CHECKED[name]]);

  it('carry the day of the check, so that the age travels', () => {
    const file = (name: string) => readFileSync(join(folder, 'data/2010', name), 'utf8');
    const csv = Papa.parse<Row>(file('contacts.csv'), { header: true, skipEmptyLines: true }).data;
    const json = JSON.parse(file('contacts.json')) as Row[];
    for (const rows of [csv, json]) {
      const checked = rows.filter(({ id = '' }) => CASES.some((name) => name === id));
      expect(checked.map(({ id, verified_on = '' }) => [id, verified_on])).toEqual(expected);
      expect(checked.every(({ source }) => source === 'forum-2010')).toBe(true);
    }
    expect(file('sources.csv')).toContain('2010-12-08');
  });
});
