/** The page of the network: what its drawing, its table and its sentence show of a question. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { LANGUAGES, openPage } from './harness.ts';
import { axeFindings, overflow } from './looks.ts';
import { linksOfPart, type OwnLink, ownLinks } from './own-network.ts';

const links = ownLinks();
const PAGE = 'referrals/network/';
const pairsOf = (rows: readonly OwnLink[]) =>
  [...new Set(rows.map(({ from, to }) => `${from} ${to}`))].sort();

/** Rows, parties on each side and number of lines that can be seen; lines by their look. */
async function seen(page: Page) {
  return page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement | SVGElement>(selector)].filter((element) =>
        element.checkVisibility(),
      );
    const parties = (side: string) =>
      shown(`svg[data-network] [data-side="${side}"] [data-party]`).map(({ dataset }) => dataset.party ?? '');
    const lines = shown('svg[data-network] [data-links] path').map((line) => line.getAttribute('class'));
    const count = (look: string) => lines.filter((line) => line?.split(' ').includes(look)).length;
    return {
      rows: shown('[data-referral]').map(({ dataset }) => dataset.referral ?? ''),
      from: parties('from').sort(),
      to: parties('to').sort(),
      lines: lines.length,
      unclear: count('unclear'),
      both: count('both'),
      numbers: (document.querySelector('[data-shown]')?.textContent?.match(/\d+/g) ?? []).map(Number),
    };
  });
}

/** The same of rows of the table. */
function expected(rows: readonly OwnLink[], province = '') {
  const pairs = pairsOf(rows);
  const said = pairs.map((pair) => rows.filter(({ from, to }) => `${from} ${to}` === pair));
  const parties = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const unclear = rows.filter(({ printed }) => !printed).length;
  const nationwide = rows.filter(({ where }) => where.includes('nationwide')).length;
  return {
    rows: rows.map(({ id }) => id),
    from: [...new Set(rows.map(({ from }) => from))].sort(),
    to: [...new Set(rows.map(({ to }) => to))].sort(),
    lines: pairs.length,
    unclear: said.filter((some) => some.every(({ printed }) => !printed)).length,
    both: said.filter((some) => {
      const ends = some.filter(({ printed, statedBy, from, to }) => printed && [from, to].includes(statedBy));
      return new Set(ends.map(({ statedBy }) => statedBy)).size > 1;
    }).length,
    numbers: [
      rows.length,
      links.length,
      pairs.length,
      parties.size,
      unclear,
      ...(province === '' || rows.length === 0 ? [] : [nationwide]),
    ],
  };
}

const ofParty = (party: string, rows: readonly OwnLink[] = links) =>
  rows.filter(({ from, to }) => from === party || to === party);

describe.each(LANGUAGES)('the network (%s)', (language) => {
  it.each([
    [1280, true],
    [320, true],
    [1280, false],
    [320, false],
  ])('shows all rows, drawn and as a table, %i pixels wide, with scripts: %s', async (width, javascript) => {
    const { page, trouble, close } = await openPage(language, PAGE, { width, javascript });
    const { rows, ...rest } = await seen(page);
    expect(rows.sort()).toEqual(links.map(({ id }) => id).sort());
    expect(rest).toEqual({ ...expected(links), rows: undefined });
    expect(await page.locator('svg[data-network]:visible').count()).toBe(1);
    expect(await overflow(page)).toEqual([]);
    expect(trouble).toEqual([]);
    // Links lead to pages, or to the table where a party has none.
    const addresses = await page
      .locator(
        'svg[data-network]:visible [data-party="victims"], svg[data-network]:visible [data-party="whi"]',
      )
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href')))].sort());
    if (!javascript) expect(addresses).toEqual(['#rows', `/${language}/organizations/whi/`]);
    await close();
  });

  it('shows the rows of an organization to whoever comes from its page', async () => {
    const { page, trouble, close } = await openPage(language, 'organizations/whi/');
    await page.click('[data-drawn]');
    await page.waitForSelector('main[data-ready="true"] [data-shown]');
    expect((await seen(page)).rows.sort()).toEqual(
      ofParty('whi')
        .map(({ id }) => id)
        .sort(),
    );
    expect(trouble).toEqual([]);
    await close();
  });

  it.each([1280, 320])('keeps a name in sight that is chosen in the drawing (%i)', async (width) => {
    const { page, close } = await openPage(language, PAGE, { width });
    const name = page.locator('svg[data-network]:visible [data-side="to"] [data-party="white-lotus"]');
    await name.scrollIntoViewIfNeeded();
    await name.click();
    await expect.poll(() => page.url()).toContain('from=white-lotus');
    const { y = -1 } = (await name.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(800);
    await close();
  });

  it('leaves other questions alone where one is changed', async () => {
    const { page, close } = await openPage(language, `${PAGE}#where=KH-1,KH-2`);
    await page.selectOption('select[name="need"]', 'sh');
    await expect.poll(() => decodeURIComponent(page.url())).toContain('where=KH-1,KH-2&need=sh');
    await close();
  });

  it('is drawn again by its script as the build drew it', async () => {
    const drawn = async (javascript: boolean) => {
      const { page, close } = await openPage(language, PAGE, { javascript });
      const attributes = await page.locator('svg[data-network]').evaluateAll((all) =>
        all.flatMap((svg) => [
          svg.getAttribute('viewBox'),
          ...[...svg.querySelectorAll('path')].map(
            (path) => `${path.getAttribute('class')} ${path.getAttribute('d')}`,
          ),
          ...[...svg.querySelectorAll<SVGGraphicsElement>('[transform]')].map((part) => {
            const { e, f } = part.transform.baseVal.getItem(0).matrix;
            return `${part.getAttribute('data-party')} ${e} ${f}`;
          }),
        ]),
      );
      await close();
      return attributes;
    };
    const byScript = await drawn(true);
    expect(byScript.length).toBeGreaterThan(600);
    expect(byScript).toEqual(await drawn(false));
  });

  it.each([1280, 320])('lays no name over another, as the browser sets them (%i)', async (width) => {
    for (const fragment of ['', '#need=ed&where=KH-12', '#from=wvc']) {
      const { page, close } = await openPage(language, `${PAGE}${fragment}`, { width });
      const over = await page.evaluate(() => {
        const frame = [...document.querySelectorAll('svg[data-network]')].find((svg) =>
          svg.checkVisibility(),
        );
        const boxes = [...(frame?.querySelectorAll('text') ?? [])]
          .map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }))
          // Texts within a hidden part of a drawing have an empty box.
          .filter(({ box }) => box.height > 0);
        const { left = 0, right = 0 } = frame?.getBoundingClientRect() ?? {};
        const scale = (right - left) / ((frame as SVGSVGElement).viewBox.baseVal.width || 1);
        const bars = [...(frame?.querySelectorAll('.bar') ?? [])]
          .map((bar) => bar.getBoundingClientRect())
          .filter(({ height }) => height > 0);
        const touch = (a: DOMRect, b: DOMRect, slack: number) =>
          a.left < b.right && b.left < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom;
        // The box of a text has room for the tallest letters of its font, which names side by side share.
        const slack = 4 * scale;
        return boxes.flatMap(({ name, box }, at) => [
          ...boxes
            .slice(at + 1)
            .flatMap((other) => (touch(box, other.box, slack) ? `${name} | ${other.name}` : [])),
          ...bars.flatMap((bar) => (touch(box, bar, 0) ? `${name} over a bar` : [])),
          ...(box.left < left - 0.5 || box.right > right + 0.5 ? [`${name} is cut off`] : []),
        ]);
      });
      expect(over).toEqual([]);
      await close();
    }
  });

  // The page as it comes is among the kinds of pages.
  it.each(['#need=sh&where=KH-1', '#from=wvc'])(
    'has nothing that axe finds fault with, at "%s"',
    async (hash) => {
      const look = language === 'en' ? { width: 1280, dark: false } : { width: 320, dark: true };
      const { page, trouble, close } = await openPage(language, `${PAGE}${hash}`, look);
      expect(await axeFindings(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await close();
    },
  );

  it.each([
    ['need=sh', linksOfPart(links, 'sh', ''), ''],
    ['where=KH-1', linksOfPart(links, '', 'KH-1'), 'KH-1'],
    ['need=lg&where=KH-2', linksOfPart(links, 'lg', 'KH-2'), 'KH-2'],
    ['from=communities', ofParty('communities'), ''],
    ['need=ed&where=KH-12&from=ngos', ofParty('ngos', linksOfPart(links, 'ed', 'KH-12')), 'KH-12'],
    ['need=cm&where=KH-11&from=police', ofParty('police', linksOfPart(links, 'cm', 'KH-11')), 'KH-11'],
  ])('shows the rows that answer #%s, in drawing, table and sentence', async (fragment, rows, province) => {
    const { page, requests, close } = await openPage(language, `${PAGE}#${fragment}`);
    const shown = await seen(page);
    const wanted = expected(rows, province);
    expect({ ...shown, rows: shown.rows.sort() }).toEqual({ ...wanted, rows: wanted.rows.sort() });
    expect(requests.filter((url) => url.includes('KH-') || url.includes('from='))).toEqual([]);
    await close();
  });
});

describe('the form of the network', () => {
  it('writes the fragment, says the numbers aloud, and is taken back by the browser', async () => {
    const { page, close } = await openPage('en', PAGE);
    expect(await page.getAttribute('[data-shown]', 'role')).toBe('status');
    await page.selectOption('select[name="need"]', 'sh');
    await page.selectOption('select[name="where"]', 'KH-1');
    expect(new URL(page.url()).hash).toBe('#where=KH-1&need=sh');
    const rows = linksOfPart(links, 'sh', 'KH-1');
    expect((await seen(page)).numbers).toEqual(expected(rows, 'KH-1').numbers);
    expect(await page.textContent('[data-shown]')).toMatch(
      /^Banteay Meanchey · Shelter and interim care\. Rows: \d+/,
    );
    expect(await page.getAttribute('[data-points]', 'href')).toMatch(
      /\/en\/referrals\/network\/points\/#KH-1$/,
    );
    await page.goBack();
    expect(await page.inputValue('select[name="where"]')).toBe('');
    expect((await seen(page)).rows).toHaveLength(linksOfPart(links, 'sh', '').length);
    await page.click('[data-clear]');
    expect((await seen(page)).rows).toHaveLength(links.length);
    expect(new URL(page.url()).hash).toBe('');
    await close();
  });

  it('says where no row is recorded that this is not the same as no way', async () => {
    const { page, close } = await openPage('en', `${PAGE}#need=cm&where=KH-11&from=police`);
    expect(await page.textContent('[data-shown]')).toContain(en['network.shown.none']);
    expect(await page.locator('svg[data-network]:visible').count()).toBe(0);
    await page.click('[data-clear]');
    expect(await page.locator('svg[data-network]:visible').count()).toBe(1);
    await close();
  });
});

describe('the names in the drawing', () => {
  const party = (id: string, side: string) => `svg.wide [data-side="${side}"] [data-party="${id}"]`;
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement as SVGElement | null;
      return [element?.closest<SVGElement>('[data-side]')?.dataset.side, element?.dataset.party];
    });

  it('are one stop for the tab key, and arrows lead from one to the next and across', async () => {
    const { page, close } = await openPage('en', PAGE);
    const stops = await page
      .locator('svg.wide [data-party]')
      .evaluateAll((all) => all.filter((one) => (one as SVGAElement).tabIndex === 0).length);
    expect(stops).toBe(1);
    const order = await page
      .locator('svg.wide [data-side="from"] [data-party]')
      .evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.party));
    await page.focus('svg.wide [data-party][tabindex="0"]');
    expect(await focused(page)).toEqual(['from', order[0]]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toEqual(['from', order[1]]);
    await page.keyboard.press('End');
    expect(await focused(page)).toEqual(['from', order.at(-1)]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toEqual(['from', order.at(-1)]);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const [side, receiver] = await focused(page);
    expect(side).toBe('to');
    expect(pairsOf(links)).toContain(`${order[0]} ${receiver}`);
    await page.keyboard.press('ArrowLeft');
    const [back, sender] = await focused(page);
    expect(back).toBe('from');
    expect(pairsOf(links)).toContain(`${sender} ${receiver}`);
    await close();
  });

  it('keep only their own rows when they are chosen, and Escape brings all back', async () => {
    const { page, close } = await openPage('en', PAGE);
    await page.focus(party('whi', 'from'));
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#from=whi');
    const shown = await seen(page);
    expect(shown.lines).toBe(pairsOf(ofParty('whi')).length);
    expect(await focused(page)).toEqual(['from', 'whi']);
    expect(await page.getAttribute(party('whi', 'from'), 'aria-current')).toBe('true');
    expect(await page.inputValue('select[name="from"]')).toBe('whi');
    expect(await page.getAttribute('[data-page]', 'href')).toBe('/en/organizations/whi/');
    await page.keyboard.press('Escape');
    expect((await seen(page)).lines).toBe(pairsOf(links).length);
    expect(await focused(page)).toEqual(['from', 'whi']);
    await page.click(party('police', 'to'));
    expect(new URL(page.url()).hash).toBe('#from=police');
    await page.click(party('police', 'to'));
    expect(new URL(page.url()).hash).toBe('');
    await close();
  });

  it('show their lines, and nobody else’s, to the pointer and to the keyboard', async () => {
    const { page, close } = await openPage('en', PAGE);
    const lit = () => page.locator('svg.wide [data-links] path.on').count();
    await page.hover(party('mosvy', 'from'));
    expect(await lit()).toBe(pairsOf(ofParty('mosvy')).length);
    await page.mouse.move(0, 0);
    expect(await lit()).toBe(0);
    await page.focus(party('wvc', 'to'));
    expect(await lit()).toBe(pairsOf(ofParty('wvc')).length);
    await page.focus('select[name="from"]');
    expect(await lit()).toBe(0);
    expect(await page.locator('svg.wide.lit').count()).toBe(0);
    await close();
  });
});
