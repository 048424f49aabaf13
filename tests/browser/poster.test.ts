/** The poster: one sheet of paper, with the provinces and the numbers that everybody may see as text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { currentEdition, DATA, readCsv } from './directory-data.ts';
import { LANGUAGES, openPage } from './harness.ts';

/** A3 across, in points, with what a browser rounds away. */
const A3 = { width: (420 / 25.4) * 72, height: (297 / 25.4) * 72 };

const EDITION = join(DATA, 'editions', currentEdition());
const contacts = readCsv(join(EDITION, 'contacts.csv'));
const posted = contacts.filter(
  ({ visibility, kind, phone, person }) =>
    visibility === 'public' && kind !== 'person' && phone !== '' && person === '',
);
const guarded = contacts.filter(({ visibility, phone }) => visibility !== 'public' && phone !== '');
const inForce: string[] = JSON.parse(readFileSync(join(EDITION, 'edition.json'), 'utf8')).provinces;
const provinces = readCsv(join(DATA, 'geography/provinces.csv')).filter(({ id = '' }) =>
  inForce.includes(id),
);

/** Texts are compared without spaces: a drawing sets letters where they stand. */
const letters = (text: string) => text.replace(/[\s\u200b]/g, '');

async function print(page: Page): Promise<{ text: string; pages: number; width: number; height: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const first = await pdf.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  const { items } = await first.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return { text: letters(text), pages: pdf.numPages, width, height };
}

describe.each(LANGUAGES)('the poster (%s)', (language) => {
  it.each(['public', 'practitioner'] as const)(
    'prints to one sheet of A3 with every province and every public number, on the %s site',
    async (site) => {
      const { page, trouble, close } = await openPage(language, 'map/poster/', { site });
      const { text, pages, width, height } = await print(page);
      expect(pages).toBe(1);
      expect(Math.abs(width - A3.width)).toBeLessThan(2);
      expect(Math.abs(height - A3.height)).toBeLessThan(2);
      expect(provinces).toHaveLength(inForce.length);
      // A PDF holds Khmer signs in the order in which they are drawn: only few names stand there as they are spelt.
      const found = provinces.filter((one) => text.includes(letters(one[`name_${language}`] ?? '')));
      expect(found.length).toBeGreaterThanOrEqual(language === 'en' ? provinces.length : 1);
      const digits = text.replace(/[^\d+]/g, '');
      const numbersOf = (some: typeof contacts) =>
        some.filter(({ phone = '' }) => digits.includes(phone)).map(({ id }) => id);
      expect(numbersOf(posted)).toEqual(posted.map(({ id }) => id));
      expect(numbersOf(guarded)).toEqual([]);
      expect(posted.length).toBeGreaterThan(0);
      expect(trouble).toEqual([]);
      await close();
    },
  );

  it('says at each number how old it is, and names the provinces', async () => {
    const { page, close } = await openPage(language, 'map/poster/');
    const rows = await page.$$eval('.poster-contacts tbody tr', (all) =>
      all.map((row) => ({
        phone: row.querySelector('[data-phone]')?.getAttribute('data-phone'),
        age: row.querySelector('[data-age-words]')?.textContent ?? '',
      })),
    );
    expect(rows.map(({ phone }) => phone).sort()).toEqual(posted.map(({ phone }) => phone).sort());
    expect(rows.filter(({ age }) => !/\d{4}/.test(age))).toEqual([]);
    const labels = await page.$$eval('.poster .map-all .map-label', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(labels.sort()).toEqual(provinces.map((one) => one[`name_${language}`]).sort());
    await close();
  });

  it('stays on one sheet with as many numbers as it takes, and cuts off nothing', async () => {
    const { page, close } = await openPage(language, 'map/poster/');
    await page.emulateMedia({ media: 'print' });
    for (const [type, many] of ['large', 'small'].entries()) {
      await page.$eval(
        '.poster-contacts',
        (table, [index, kind]) => {
          const room = Number(table.getAttribute('data-room')?.split(' ')[index as number]);
          table.classList.toggle('many', kind === 'small');
          const body = table.querySelector('tbody');
          const rows = [...(body?.children ?? [])];
          const tallest = rows.toSorted((a, b) => b.clientHeight - a.clientHeight)[0];
          if (body === null || tallest === undefined) throw new Error('The poster has no number.');
          while (body.children.length < room) body.append(tallest.cloneNode(true));
        },
        [type, many] as const,
      );
      expect.soft((await print(page)).pages, `${many} type`).toBe(1);
    }
    const cut = await page.$eval('.poster', (sheet) => {
      const { right, bottom } = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('p, td, th, li, figcaption')].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.right > right + 1 || box.bottom > bottom + 1;
      }).length;
    });
    expect(cut).toBe(0);
    await close();
  });

  it('is linked from the map', async () => {
    const { page, close } = await openPage(language, 'map/');
    expect(await page.locator(`main a[href="/${language}/map/poster/"]`).count()).toBe(1);
    await close();
  });
});

describe('other pages', () => {
  it('go on printing to A4', async () => {
    const { page, close } = await openPage('en', 'map/');
    const { width } = await print(page);
    expect(Math.round(width)).toBe(595);
    await close();
  });
});
