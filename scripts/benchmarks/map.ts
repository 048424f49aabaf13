/**
 * How soon the map of the built site can be used on a slow processor, with 25 provinces and 200 pins, beside a plain
 * page that somebody would write with the same library. Times are from the first line of the library in the page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { findBrowser, launchOptions } from '../browser.ts';
import { serve } from '../serve.ts';
import { step } from '../steps.ts';

const SITE = process.env.DIRECTORY_OUT ?? 'dist';
const LAYER = 'data/geography/provinces-25.topo.json';
const SLOWER = 4;
const RUNS = 15;
const GROUPS = 8;
const GOAL = 300;

interface PageData {
  services: object[];
  provinces: { id: string }[];
  groups: { id: string }[];
}

/** Loads the map of `dist/` and a plain map several times each and prints the table for docs/benchmarks. */
export async function benchmarkMap(): Promise<void> {
  if (!existsSync(join(SITE, 'index.html')))
    throw new Error(`There is no built site in ${SITE}/. Run "npm run build".`);
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const site = await serve(SITE, 0);
  try {
    const ours = await step('The map of the site', () => times(browser, site.url, crowdedPage));
    const plain = await step('A plain map', () => times(browser, site.url, plainPage));
    console.log(table([row('this site', ours), row('plain Leaflet, no keyboard, no table', plain)]));
  } finally {
    await site.close();
    await browser.close();
  }
}

/** Milliseconds from the start of the script to a map that answers, sorted. */
async function times(
  browser: Browser,
  url: string,
  answer: (route: Route) => Promise<void>,
): Promise<number[]> {
  const measured: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/en/map/', answer);
    await page.route('**/layer.topo.json', (route) => route.fulfill({ path: LAYER }));
    await page.route('**/map-leaflet*.js', fromItsBeginning);
    await page.addInitScript(listen);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(`${url}/en/map/`);
    measured.push(
      await page.evaluate(() => (window as unknown as { interactive: Promise<number> }).interactive),
    );
    if (run === 0) await check(page);
    await page.close();
  }
  return measured.sort((a, b) => a - b);
}

/**
 * Runs before the page: the clock starts with the code of the library, and stops when the map has taken its place: from
 * then on it answers; the table beneath it follows.
 */
function listen() {
  let start = 0;
  Object.assign(window, {
    begin: () => {
      start = performance.now();
    },
    interactive: new Promise<number>((done) => {
      const look = () => {
        if (document.querySelector('[data-map="leaflet"] .leaflet-marker-icon') === null) return;
        observer.disconnect();
        done(performance.now() - start);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-map'] });
    }),
  });
}

/** The script of the site that brings the library, with a mark before its first line. */
async function fromItsBeginning(route: Route): Promise<void> {
  const code = await (await route.fetch()).text();
  // Imports are read before it, wherever they stand; none of them does anything.
  await route.fulfill({ body: `begin();${code}`, contentType: 'text/javascript' });
}

/** The page as it was built, its data replaced by 25 provinces with an organization in each of eight groups. */
async function crowdedPage(route: Route): Promise<void> {
  const built = readFileSync(join(SITE, 'en/map/index.html'), 'utf8');
  const crowded = built.replace(
    /(<script type="application\/json" data-page[^>]*>)(.*?)(<\/script>)/s,
    (_, open: string, json: string, close: string) =>
      `${open}${JSON.stringify(crowd(JSON.parse(json)))}${close}`,
  );
  // The 25th province has the shape of another.
  const shaped = crowded.replace(/<path id="land-[^"]*"( d="[^"]*")/, '<path id="land-KH-25"$1/>$&');
  // The page's policy knows its own scripts by their addresses; data is no script.
  await route.fulfill({ body: shaped, contentType: 'text/html' });
}

function crowd(page: PageData): PageData {
  const [province] = page.provinces.slice(-1);
  const provinces = [...page.provinces, { ...province, id: 'KH-25' }];
  const groups = Array.from(
    { length: GROUPS },
    (_, i) => page.groups[i] ?? { ...page.groups[0], id: `g${i}` },
  );
  const [service] = page.services as [object];
  const services = groups.flatMap((group) =>
    provinces.map(({ id }, i) => ({
      ...service,
      id: `${group.id}-${i}`,
      organization: `made-up-${i}`,
      group: group.id,
      coverage: 'listed',
      provinces: [id],
      partly: [],
    })),
  );
  return { ...page, provinces, groups, services };
}

/** What a page looks like that draws shapes and markers and nothing else. */
async function plainPage(route: Route): Promise<void> {
  const require = (file: string) => readFileSync(join('node_modules', file), 'utf8');
  const script = `const map = L.map('map', { attributionControl: false }).setView([12.6, 104.9], 7);
    fetch('/layer.topo.json').then((answer) => answer.json()).then((layer) => {
      const shapes = topojson.feature(layer, layer.objects.provinces);
      L.geoJSON(shapes).addTo(map);
      for (const shape of shapes.features) {
        const { lat, lng } = L.geoJSON(shape).getBounds().getCenter();
        for (let i = 0; i < ${GROUPS}; i++)
          L.marker([lat, lng + i / 50], { icon: L.divIcon({ html: '<svg width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>1' }) })
            .bindPopup('made up').addTo(map);
      }
      document.getElementById('map').dataset.map = 'leaflet';
    });`;
  await route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><style>${require('leaflet/dist/leaflet.css')}#map{height:600px}</style><main><div id="map"></div></main>
      <script>begin();</script><script>${require('leaflet/dist/leaflet.js')}</script><script>${require('topojson-client/dist/topojson-client.js')}</script><script>${script}</script>`,
  });
}

/** A fast page that shows nothing would be no result. */
async function check(page: Page): Promise<void> {
  const provinces = await page.locator('path[data-province], path.leaflet-interactive').count();
  if (provinces < 25) throw new Error(`The map shows ${provinces} provinces, not 25.`);
}

function row(way: string, measured: readonly number[]): string {
  const [least, middle, most] = [0, Math.floor(RUNS / 2), RUNS - 1].map((at) =>
    Math.round(measured[at] ?? 0),
  );
  return `| ${way} | ${least} ms | ${middle} ms | ${most} ms |`;
}

function table(rows: readonly string[]): string {
  return [
    '',
    `25 provinces, ${25 * GROUPS} pins, processor ${SLOWER} times slower, ${RUNS} runs; the goal is ${GOAL} ms.`,
    '',
    '| Map | Fastest | Middle | Slowest |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
