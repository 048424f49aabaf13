/** The same measurements on a page of Chromium whose processor is slowed down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser, launchOptions } from '../../browser.ts';
import { bundle, writeInto } from '../../built-folder.ts';
import { type Served, serve } from '../../serve.ts';
import type { Line } from './lines.ts';
import type { Measured } from './measure.ts';
import type { SearchPage } from './page.ts';
import type { SearchSet } from './search-set.ts';

/** How many times slower; it reaches the thread of the page and no worker. */
export const SLOWER = 4;

/** An isolated page has a clock that is twenty times finer. */
const HEADERS = `/*
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
`;

/** A script that is no module has no such words; a library that could start workers asks for them. */
const NO_MODULE = {
  'import.meta.url': '""',
  'import.meta.dirname': '""',
  'import.meta.resolve': 'undefined',
};

export class SearchBrowser {
  readonly #browser: Browser;
  readonly #site: Served;
  readonly #folder: string;

  private constructor(browser: Browser, site: Served, folder: string) {
    this.#browser = browser;
    this.#site = site;
    this.#folder = folder;
  }

  /** Bundles the page into a temporary folder, serves it and starts Chromium. Throws where there is no browser. */
  static async open(): Promise<SearchBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'search-benchmark-'));
    writeInto(folder, '_headers', HEADERS);
    writeInto(folder, 'page.js', await bundle('scripts/benchmarks/search/page.ts', NO_MODULE));
    writeInto(folder, 'index.html', '<!doctype html><meta charset="utf-8"><script src="page.js"></script>');
    const site = await serve(folder, 0);
    return new SearchBrowser(await chromium.launch(launchOptions(await findBrowser())), site, folder);
  }

  /** The number of its version. */
  get version(): string {
    return this.#browser.version();
  }

  /** Measures a contender on a page of its own; `limit` as for measure(). */
  async measure(contender: string, { name, index }: SearchSet, lines: readonly Line[], limit: number) {
    const file = `${name}.json`;
    writeInto(this.#folder, file, JSON.stringify({ index, lines }));
    const page = await this.#browser.newPage();
    try {
      await page.goto(`${this.#site.url}/`);
      await page.evaluate(
        (address) => (window as unknown as { searchPage: SearchPage }).searchPage.load(address),
        file,
      );
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      return await page.evaluate(
        ([contender, limit]): Promise<Measured> =>
          (window as unknown as { searchPage: SearchPage }).searchPage.run(contender, limit),
        [contender, limit] as const,
      );
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
