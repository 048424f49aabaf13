/** What typing into the finder feels like: at once, announced, without jumps, and safe for input methods. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, openPage, settle } from './harness.ts';

const LINE = 'input[type=search]';
const count = (page: Page) =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>('[data-results]')?.dataset.count));

describe.each(LANGUAGES)('typing in the finder (%s)', (language) => {
  it('shows the answer before the next frame', async () => {
    const { page, close } = await openPage(language, 'find/');
    const counts = await page.evaluate(async () => {
      const line = document.querySelector<HTMLInputElement>('input[type=search]');
      const results = document.querySelector<HTMLElement>('[data-results]');
      const seen = [results?.dataset.count];
      for (const text of ['w', 'wo', 'world vision', 'wrld visoin', 'ជម្រក']) {
        await new Promise(requestAnimationFrame);
        if (line) line.value = text;
        line?.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise(requestAnimationFrame);
        seen.push(results?.dataset.count);
      }
      return seen.map(Number);
    });
    for (const [at, one] of counts.entries()) if (at > 0) expect(one).toBeLessThan(counts[0] as number);
    expect(counts.every((one) => one > 0)).toBe(true);
    await close();
  });

  it('announces how many there are', async () => {
    const { page, close } = await openPage(language, 'find/');
    await page.fill(LINE, 'world vision');
    const status = page.locator('[role=status][data-total]');
    await expect.poll(() => status.textContent()).toMatch(new RegExp(`(^|\\D)${await count(page)}(\\D|$)`));
    await page.goto(page.url().replace(/#.*/, '#who=men&where=KH-23&need=md'));
    await expect.poll(() => count(page)).toBe(0);
    expect(await page.locator('[role=status][data-nothing]').isVisible()).toBe(true);
    await close();
  });

  it('keeps the head of the results in its place when the first filter is understood', async () => {
    for (const width of [320, 1280]) {
      const { page, close } = await openPage(language, 'find/', { width });
      const top = () => page.locator('.resulthead').evaluate((one) => one.getBoundingClientRect().top);
      const before = await top();
      await page.fill(LINE, 'men');
      await expect.poll(() => page.locator('[data-chip]').count()).toBe(1);
      expect(await top()).toBe(before);
      await close();
    }
  });

  it('opens a shared address without a jump of what was in sight', async () => {
    const { page, close } = await openPage(language, 'find/#who=men&where=KH-1');
    const shifted = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const observer = new PerformanceObserver(() => {});
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() =>
            setTimeout(() => {
              const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
              done(entries.reduce((sum, { value }) => sum + value, 0));
            }),
          );
        }),
    );
    // https://web.dev/articles/cls calls up to .1 good.
    expect(shifted).toBeLessThan(0.1);
    await close();
  });
});

describe('an input method in the finder', () => {
  it('is left alone while it composes, and what it has so far is looked up', async () => {
    const { page, trouble, close } = await openPage('km', 'find/');
    const all = await count(page);
    await page.focus(LINE);
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.evaluate(() => {
      const line = document.querySelector('input[type=search]') as HTMLInputElement;
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') as PropertyDescriptor;
      Object.defineProperty(line, 'value', {
        get: () => own.get?.call(line),
        set: (text) => {
          line.dataset.written = 'true';
          own.set?.call(line, text);
        },
      });
    });
    for (const text of ['ជ', 'ជម', 'ជម្រក']) await compose(text);
    expect(await page.inputValue(LINE)).toBe('ជម្រក');
    await expect.poll(() => count(page)).toBeLessThan(all);
    await page.evaluate(() => {
      const line = document.querySelector('input[type=search]');
      for (const key of ['Escape', 'ArrowDown', '/'])
        line?.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }));
    });
    expect(await page.inputValue(LINE)).toBe('ជម្រក');
    expect(await page.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
    await session.send('Input.insertText', { text: 'ជម្រក' });
    expect(await page.getAttribute(LINE, 'data-written'), 'the script wrote into the line').toBeNull();
    expect(await page.inputValue(LINE)).toBe('ជម្រក');
    expect(trouble).toEqual([]);
    await close();
  });
});

describe('Escape on a result', () => {
  it('clears the line and goes back to it', async () => {
    const { page, close } = await openPage('en', 'find/');
    await page.fill(LINE, 'world vision');
    await page.focus(LINE);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-results] h3 a'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.inputValue(LINE)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
    await close();
  });
});

describe('the line of the start page', () => {
  it.each(LANGUAGES)(
    'leads to the answer with the keyboard alone, and no host reads it (%s)',
    async (language) => {
      const { page, trouble, requests, close } = await openPage(language, '');
      await page.keyboard.press('/');
      await page.keyboard.type('bmc men shelter');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/find\/#/);
      await settle(page);
      const chips = await page.$$eval('[data-chip]', (all) =>
        all.map((chip) => chip.getAttribute('data-chip')),
      );
      expect(chips.sort()).toEqual(['need=sh', 'where=KH-1', 'who=men']);
      expect(await page.locator('[data-results] [data-service]').count()).toBeGreaterThan(0);
      expect(requests.filter((url) => /bmc|shelter|KH-1/.test(url.replace(/#.*/, '')))).toEqual([]);
      expect(trouble).toEqual([]);
      await close();
    },
  );
});
