/** The find page of a made-up directory of 10,000 services, which a worker searches. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder } from '../../scripts/benchmarks/search/folder.ts';
import { makeSet } from '../../scripts/benchmarks/search/generator.ts';
import { makeLines } from '../../scripts/benchmarks/search/lines.ts';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import { type Served, serve } from '../../scripts/serve.ts';
import { PROJECT, runNode } from '../../scripts/steps.ts';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { type FinderIndex, finderIndex } from '../../src/directory/finder-index.ts';
import { reply } from '../../src/directory/finder-reply.ts';
import { EMPTY_QUERY, readQuery } from '../../src/directory/query.ts';
import { redact } from '../../src/publish/redact.ts';
import { LANGUAGES, openPage } from './harness.ts';
import { axeFindings } from './looks.ts';

const SERVICES = 10_000;
const SHOWN = 20;

let folder: string;
let site: Served;
let index: FinderIndex;
let lines: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'site')];
  const set = makeSet(shippedSet(join(PROJECT, 'data')).frame, SERVICES, 7);
  writeFolder(set, join(PROJECT, 'data'), data);
  const env = { DIRECTORY_DATA: data, DIRECTORY_OUT: out, DIRECTORY_AUDIENCE: 'public' };
  const { code, output } = await runNode('tests/browser/build-find-page.ts', [], { env });
  if (code !== 0) throw new Error(output.slice(-2000));
  site = await serve(out, 0);
  const { directory } = loadDirectory(data);
  if (directory === undefined) throw new Error('The made-up directory has errors.');
  const published = redact(directory, 'public');
  const [edition] = published.editions;
  if (edition === undefined) throw new Error('The made-up directory has no edition.');
  index = finderIndex(published, edition);
  const kinds = new Map(makeLines(set, 7).map((line) => [line.kind, line.text]));
  lines = [...kinds.values()];
}, 180_000);

afterAll(async () => {
  await site?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const open = (path: string, language: 'en' | 'km' = 'en') => openPage(language, path, { url: site.url });

/** The services in the order of the page and the number that it gives. */
const results = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector<HTMLElement>('[data-results]');
    return {
      count: Number(box?.dataset.count),
      found: [...(box?.querySelectorAll<HTMLElement>('[data-service]') ?? [])].map(
        ({ dataset }) => `${dataset.service} ${dataset.match}`,
      ),
    };
  });

/** What find() answers, as a page shows it. */
function expected(fragment: string, most = SHOWN) {
  const { found, counts } = reply(index, readQuery(fragment), most);
  const shown = found.map(({ service, match }) => `${service.id} ${match}`);
  const stated = shown.filter((one) => !one.endsWith('not-stated'));
  return {
    count: counts.yes + counts.limited + counts['not-stated'],
    found: [...stated, ...shown.filter((one) => one.endsWith('not-stated'))],
  };
}

describe('the finder of a large directory', () => {
  it('has so many services that its page carries none', async () => {
    expect(index.services).toHaveLength(SERVICES);
    const page = await (await fetch(`${site.url}/en/find/`)).text();
    expect(page).not.toContain('data-service');
    expect(page.length).toBeLessThan(60_000);
  });

  it.each(['', '#who=men&where=KH-1', '#who=girls&age=15&need=sh', '#need=lg.paralegal&where=KH-23,KH-7'])(
    'answers "%s" as find() does',
    async (fragment) => {
      const { page, trouble, close } = await open(`find/${fragment}`);
      expect(await results(page)).toEqual(expected(fragment));
      expect(trouble).toEqual([]);
      await close();
    },
  );

  it('answers lines of every kind as find() does', async () => {
    const { page, trouble, close } = await open('find/');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      await page.fill('input[type=search]', line);
      await expect
        .poll(() => results(page), { message: line })
        .toEqual(expected(new URLSearchParams({ q: line }).toString()));
    }
    expect(trouble).toEqual([]);
    await close();
  });

  it('answers what was typed last, however fast', async () => {
    const { page, close } = await open('find/');
    await page.focus('input[type=search]');
    await page.keyboard.type('shelter pursat men');
    expect(await page.inputValue('input[type=search]')).toBe('shelter pursat men');
    await expect.poll(() => results(page)).toEqual(expected('q=shelter pursat men'));
    await close();
  });

  it('keeps a choice that is made before a letter, while the worker is busy', async () => {
    const { page, close } = await open('find/');
    await page.evaluate(() => {
      const line = document.querySelector<HTMLInputElement>('input[type=search]');
      const choose = (name: string, value: string) => {
        const select = document.querySelector<HTMLSelectElement>(`select[name=${name}]`);
        if (select) select.value = value;
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      };
      const type = (text: string) => {
        if (line) line.value = text;
        line?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      type('shelt');
      choose('where', 'KH-15');
      type('shelter');
      choose('who', 'men');
    });
    await expect.poll(() => results(page)).toEqual(expected('who=men&where=KH-15&need=sh'));
    expect(await page.inputValue('select[name=where]')).toBe('KH-15');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#who=men&where=KH-15&need=sh');
    await close();
  });

  it('asks its host for the same files whatever is asked, and for nothing while somebody types', async () => {
    const asked: string[][] = [];
    for (const fragment of ['', '#who=men&where=KH-1', '#q=nothing+of+the+kind']) {
      const { page, requests, close } = await open(`find/${fragment}`);
      const before = requests.length;
      await page.fill('input[type=search]', 'lawyer pursat');
      await expect.poll(() => page.locator('[data-chip="where=KH-15"]').count()).toBe(1);
      expect(requests.slice(before)).toEqual([]);
      asked.push(requests.map((url) => new URL(url).pathname).sort());
      await close();
    }
    expect(asked[0]?.some((path) => path.includes('/finder/services-'))).toBe(true);
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });

  it('shows more of an answer when asked to, and reading goes on there', async () => {
    const { page, close } = await open('find/#who=men');
    await page.click('[data-more]');
    await expect.poll(() => results(page)).toEqual(expected('who=men', 2 * SHOWN));
    const [first] = expected('who=men', 2 * SHOWN).found.slice(SHOWN);
    const at = await page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-service]')?.dataset.service,
    );
    expect(first).toMatch(new RegExp(`^${at} `));
    await close();
  });

  it('shows the next cards once, also where the finder was taken out and put back', async () => {
    const { page, close } = await open('find/#who=men');
    await page.evaluate(() => {
      const finder = document.querySelector('spean-large-finder');
      const parent = finder?.parentElement;
      finder?.remove();
      if (finder) parent?.append(finder);
    });
    await page.waitForSelector('main[data-ready="true"]');
    await page.click('[data-more]');
    await expect.poll(() => results(page)).toEqual(expected('who=men', 2 * SHOWN));
    await close();
  });

  it('says how many more are left out for a printed no', async () => {
    const { refused } = reply(index, { ...EMPTY_QUERY, who: ['men'] }, Infinity);
    expect(refused.length).toBeGreaterThan(SHOWN);
    const { page, close } = await open('find/#who=men');
    expect(await page.locator('[data-refused] li > a').count()).toBe(SHOWN);
    const rest = () => page.textContent('[data-refused-rest]');
    expect(await rest()).toBe(`And ${refused.length - SHOWN} more.`);
    await page.click('[data-more]');
    await expect.poll(rest, { timeout: 10_000 }).toBe(`And ${refused.length - 2 * SHOWN} more.`);
    await close();
  });

  it.each(LANGUAGES)('has cards that can be read (%s)', async (language) => {
    const { page, close } = await open('find/#who=men&where=KH-1', language);
    const [first] = reply(index, { ...EMPTY_QUERY, who: ['men'], where: ['KH-1'] }, 1).found;
    const card = page.locator('[data-results] [data-service]').first();
    expect(await card.locator('h3 a').getAttribute('href')).toBe(
      `/${language}/organizations/${first?.service.organization}/`,
    );
    expect(await card.locator('.said').getAttribute('data-answer')).toBe(first?.match);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await axeFindings(page)).toEqual([]);
    await close();
  });

  it('says where else to look when its files cannot be had', async () => {
    const { page, close } = await open('find/');
    await page.context().route('**/finder/services-*', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('main[data-ready="true"]');
    expect(await page.locator('[data-loading]').textContent()).toMatch(/could not be fetched/);
    expect(await page.locator('main a[href="/en/provinces/"]').isVisible()).toBe(true);
    await close();
  });

  it('says without JavaScript where every service is listed', async () => {
    const { page, close } = await openPage('en', 'find/', { url: site.url, javascript: false });
    for (const list of ['provinces', 'services'])
      expect(await page.locator(`main a[href="/en/${list}/"]`).isVisible()).toBe(true);
    expect(await page.locator('input[type=search]').isVisible()).toBe(false);
    expect(await page.locator('[data-loading]').isVisible()).toBe(false);
    await close();
  });
});
