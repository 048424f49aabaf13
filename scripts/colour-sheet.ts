/**
 * `npm run colours`: photographs the map of the built public site as eyes without one kind of cone and printers without
 * colour show it, and writes the sheet docs/images/map-colours.png. The browser simulates the eyes.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, launchOptions } from './browser.ts';
import { serve } from './serve.ts';
import { giveUp, step } from './steps.ts';

const SITE = process.env.DIRECTORY_OUT ?? 'dist';
const SHEET = 'docs/images/map-colours.png';
const PAGE = '/en/map/#who=men';
/** The browser's names of the eyes, and ours. */
const EYES = {
  none: 'Full colour',
  protanopia: 'Protanopia',
  deuteranopia: 'Deuteranopia',
  tritanopia: 'Tritanopia',
  achromatopsia: 'Greyscale',
} as const;
const VIEW = { width: 900, height: 1400 };
/** The west of the country, where all six groups, hatching and call-outs stand close together. */
const CUT = { x: 10, y: 30, width: 500, height: 440 };
type Eyes = keyof typeof EYES;

interface Photograph {
  title: string;
  png: string;
}

async function photograph(browser: Browser, url: string, eyes: Eyes, dark: boolean): Promise<Photograph> {
  const page = await browser.newPage({
    viewport: VIEW,
    colorScheme: dark ? 'dark' : 'light',
  });
  await page.goto(`${url}${PAGE}`);
  await page.waitForSelector('main[data-ready="true"]', { state: 'attached' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: eyes });
  const box = await page.locator('[data-map="leaflet"]').boundingBox();
  if (box === null) throw new Error(`${PAGE} shows no map.`);
  const png = await page.screenshot({ clip: { ...CUT, x: box.x + CUT.x, y: box.y + CUT.y }, fullPage: true });
  await page.close();
  return { title: `${EYES[eyes]}, ${dark ? 'dark' : 'light'}`, png: png.toString('base64') };
}

/** Lays the photographs out in two columns on one page and photographs that. */
async function sheet(page: Page, photographs: readonly Photograph[]): Promise<Buffer> {
  const figures = photographs.map(
    ({ title, png }) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png}"></figure>`,
  );
  await page.setViewportSize({ width: 1040, height: 600 });
  await page.setContent(
    `<style>body{margin:0;padding:12px;display:grid;grid-template-columns:1fr 1fr;gap:12px;background:#fff;font:600 14px sans-serif}figure{margin:0}img{width:100%;display:block}</style>${figures.join('')}`,
  );
  return page.screenshot({ fullPage: true });
}

async function main(): Promise<void> {
  if (!existsSync(join(SITE, 'index.html')))
    throw new Error(`There is no built site in ${SITE}/. Run "npm run build".`);
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const site = await serve(SITE, 0);
  try {
    const all: Photograph[] = [];
    for (const eyes of Object.keys(EYES) as Eyes[])
      for (const dark of [false, true])
        all.push(
          await step(`${EYES[eyes]}, ${dark ? 'dark' : 'light'}`, () =>
            photograph(browser, site.url, eyes, dark),
          ),
        );
    writeFileSync(SHEET, await sheet(await browser.newPage(), all));
    console.log(`${SHEET}: ${all.length} maps.`);
  } finally {
    await site.close();
    await browser.close();
  }
}

await main().catch(giveUp);
