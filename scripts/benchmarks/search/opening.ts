/**
 * How soon a shared address of the finder shows its answer, on the built site with its processor slowed down, beside a
 * plain page that somebody would write with Fuse.js over the same cards; and how many bytes searching costs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Route } from 'playwright-core';
import { findBrowser, launchOptions } from '../../browser.ts';
import { serve } from '../../serve.ts';
import { PROJECT } from '../../steps.ts';
import { SLOWER } from './in-browser.ts';

const PAGE = 'en/find/index.html';
const ADDRESSES = ['#who=men&where=KH-1', '#q=goutte+deau', '#q=wrld+visoin'] as const;
const RUNS = 9;
const FUSE = join(PROJECT, 'node_modules/fuse.js/dist/fuse.min.mjs');
const PATIENCE = 10_000;
const LINE =
  '<!doctype html><title>-</title><main>Example Clinic</main><script type="module">document.querySelector("main").setAttribute("data-ready", "true")</script>';

/** Milliseconds of the page's own clock, sorted. */
export interface Opened {
  /** From the opening of the address to the first frame with a result. */
  answered: number[];
  /** What of it the browser needed until the finder's script began; 0 on other pages. */
  begun: number[];
}

export interface SiteMeasured {
  /** Each address here and on the plain page, taking turns, so that both meet the same machine. */
  pages: { address: string; ours: Opened; plain: Opened }[];
  /** A page with one line of text: what the machine needs for the shortest of answers. */
  line: Opened;
  version: string;
  /**
   * Bytes with brotli: what finds, as its worker has it; all scripts of the find page; the index in the page; the words
   * of its chips and sentences.
   */
  bytes: { search: number; code: number; index: number; words: number; page: number };
}

type Run = { [key in keyof Opened]: number };

/** Opens each address several times in a new browser profile. Throws where the site is missing or shows no answer. */
export async function measureSite(folder: string): Promise<SiteMeasured> {
  const built = readFileSync(join(folder, PAGE), 'utf8');
  const site = await serve(folder, 0);
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  try {
    const plain = plainPage(built, readFileSync(FUSE, 'utf8'));
    const line: Run[] = [];
    const pages: SiteMeasured['pages'] = [];
    for (const address of ADDRESSES) {
      const [ours, theirs]: [Run[], Run[]] = [[], []];
      for (let run = 0; run < RUNS; run++) {
        ours.push(await open(browser, site.url, address));
        theirs.push(await open(browser, site.url, address, plain));
        line.push(await open(browser, site.url, '', LINE));
      }
      pages.push({ address, ours: sorted(ours), plain: sorted(theirs) });
    }
    return { pages, line: sorted(line), version: browser.version(), bytes: bytesOf(folder, built) };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function open(browser: Browser, url: string, address: string, instead?: string): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  if (instead !== undefined)
    await page.route('**/en/find/', (route: Route) =>
      route.fulfill({ body: instead, contentType: 'text/html' }),
    );
  await page.addInitScript(listen);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${url}/en/find/${address}`);
  await page.waitForFunction(() => 'answered' in window, undefined, { timeout: PATIENCE });
  const run = await page.evaluate(() => (window as unknown as { answered: Run }).answered);
  if (address !== '' && (await page.locator('[data-results] [data-service]').count()) === 0)
    throw new Error(`${address} shows nothing.`);
  await context.close();
  return run;
}

function sorted(runs: readonly Run[]): Opened {
  const of = (key: keyof Run) => runs.map((one) => one[key]).sort((a, b) => a - b);
  return { answered: of('answered'), begun: of('begun') };
}

/**
 * Runs before the page: stops the clock in the frame after a first result of the finder stands. On other pages, which
 * may have all cards from the beginning, in the frame after they say that they are ready.
 */
function listen() {
  let begun = 0;
  const define = customElements.define.bind(customElements);
  customElements.define = (...one) => {
    if (one[0] === 'spean-finder') begun = performance.now();
    define(...one);
  };
  const done = () => Object.assign(window, { answered: { answered: performance.now(), begun } });
  const look = () => {
    const ready = document.querySelector('main')?.getAttribute('data-ready') === 'true';
    const shows = begun > 0 && document.querySelector('[data-results] [data-service]') !== null;
    if (!ready && !shows) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(done));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-ready'],
  });
}

/** The built page with another script: Fuse.js over the text of the cards, and nothing of what the finder says besides. */
function plainPage(built: string, fuse: string): string {
  const script = `
    const cards = [...document.querySelectorAll('[data-service]')];
    const fuse = new Fuse(cards.map((card) => ({ card, name: card.querySelector('h3').textContent,
      kind: card.querySelector('.kind').textContent, text: card.querySelector('.facts').textContent })),
      { keys: ['name', 'kind', 'text'], ignoreLocation: true, threshold: 0.36 });
    const asked = new URLSearchParams(location.hash.slice(1));
    const line = asked.get('q') ?? 'men Banteay Meanchey';
    document.querySelector('[data-results] ul').replaceChildren(...fuse.search(line).map(({ item }) => item.card));
    document.querySelector('main').setAttribute('data-ready', 'true');`;
  const library = fuse.replace(/export\s*\{\s*(\w+) as default.*$/s, 'const Fuse = $1;');
  return built
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<noscript data-cards>([\s\S]*?)<\/noscript>/, '$1')
    .replace('</body>', () => `<script type="module">${library}${script}</script></body>`);
}

/** Scripts that the find page loads itself, with what they import; those for every page are left out. */
function bytesOf(folder: string, built: string): SiteMeasured['bytes'] {
  const part = (name: string) =>
    new RegExp(`<script type="application/json" ${name}[^>]*>(.*?)</script>`, 's').exec(built)?.[1] ?? '';
  const islands = new Set<string>();
  const add = (file: string) => {
    if (islands.has(file)) return;
    islands.add(file);
    const text = readFileSync(join(folder, '_astro', file), 'utf8');
    for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) add(other as string);
  };
  for (const [, file] of built.matchAll(/<script type="module" src="\/_astro\/([^"]+)"/g)) {
    if (readFileSync(join(folder, '_astro', file as string), 'utf8').includes('spean-finder'))
      add(file as string);
  }
  const code = [...islands].reduce(
    (sum, file) => sum + brotli(readFileSync(join(folder, '_astro', file))),
    0,
  );
  const worker = readdirSync(join(folder, '_astro')).find((file) => file.startsWith('finder-worker'));
  if (worker === undefined) throw new Error('The built site has no worker that finds.');
  return {
    search: brotli(readFileSync(join(folder, '_astro', worker))),
    code,
    index: brotli(part('data-index')),
    words: brotli(part('data-words')),
    page: brotli(built),
  };
}

function brotli(content: string | Uint8Array): number {
  return brotliCompressSync(Buffer.from(content)).length;
}
