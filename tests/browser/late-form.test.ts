/** Forms of pages whose scripts do not come: they cannot be used, because they would answer nothing. */
import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { openPage } from './harness.ts';

describe.each([
  // Its cards are made by the script, so other lists are named; the last of them leads to every service.
  {
    path: 'find/#who=boys',
    said: en['find.late'],
    links: ['/en/provinces/', '/en/services/', '/en/organizations/'],
  },
  // The start page.
  { path: '', said: en['form.late'], links: [] },
  { path: 'map/#who=boys', said: en['form.late'], links: [] },
  { path: 'referrals/#who=boys', said: en['form.late'], links: [] },
  { path: 'referrals/network/#need=sh', said: en['form.late'], links: [] },
])('the form of $path', ({ path, said, links }) => {
  it('cannot be used without its script, and says so after a while', async () => {
    const { page, close } = await openPage('en', 'about/');
    await page.route('**/_astro/**.js', (route) =>
      /exit-/.test(route.request().url()) ? route.continue() : route.abort(),
    );
    await page.goto(page.url().replace('about/', path));
    const select = page.locator('form select').first();
    await select.evaluate((element: HTMLElement) => element.focus());
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    const late = page.locator('.late');
    expect((await late.boundingBox())?.height).toBe(0);
    await expect
      .poll(async () => (await late.boundingBox())?.height, { timeout: 12_000 })
      .toBeGreaterThan(10);
    expect(await late.textContent()).toContain(said);
    const addresses = await late
      .locator('a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(links);
    await close();
  });

  it('can be used with it, and says nothing', async () => {
    const { page, close } = await openPage('en', path);
    expect(await page.evaluate(() => document.querySelector('form')?.inert)).toBe(false);
    expect(await page.isVisible('.late')).toBe(false);
    await close();
  });
});
