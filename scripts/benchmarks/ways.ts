/** How much of a slow processor an answer of the page of ways takes: finding the ways, and finding and showing them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { loadDirectory } from '../../src/dataset/load-directory.ts';
import { finderIndex } from '../../src/directory/finder-index.ts';
import { wayIndex } from '../../src/directory/referrals/way-index.ts';
import { findBrowser, launchOptions } from '../browser.ts';
import { bundle } from '../built-folder.ts';
import { serve } from '../serve.ts';
import { step } from '../steps.ts';
import type { WaysPage } from './ways-page.ts';

const SITE = process.env.DIRECTORY_OUT ?? 'dist';
const SLOWER = 4;
const WHO = ['', 'women', 'men&age=19', 'girls', 'boys&age=15'];
const NEED = ['im', 'md', 'sh', 'ed', 'lg', 'cm'];

/** Asks one question for each who may have the person, going round kinds of people, groups and provinces. */
export async function benchmarkWays(): Promise<void> {
  if (!existsSync(join(SITE, 'index.html')))
    throw new Error(`There is no built site in ${SITE}/. Run "npm run build".`);
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const site = await serve(SITE, 0);
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    await page.goto(`${site.url}/en/referrals/`);
    await page.waitForSelector('main[data-ready="true"]', { state: 'attached' });
    const session = await page.context().newCDPSession(page);
    // The processor's time and not the clock's: other work on the machine must not count.
    await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
    await session.send('Performance.enable');
    const scriptTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
    };
    const values = (name: string) =>
      page.$$eval(`select[name="${name}"] option`, (options) =>
        options.map((option) => (option as HTMLOptionElement).value).filter((value) => value !== ''),
      );
    const [starts, where] = [await values('from'), await values('where')];
    const measured = await step(`Ways, times ${SLOWER}`, async () => {
      const times: number[] = [];
      for (const [at, from] of starts.entries()) {
        const fragment = `#${questionOf(from, at, where)}`;
        const before = await scriptTime();
        await page.evaluate((hash) => {
          history.replaceState(null, '', hash);
          window.dispatchEvent(new HashChangeEvent('hashchange'));
        }, fragment);
        times.push(((await scriptTime()) - before) * 1000 * SLOWER);
      }
      return times;
    });
    const found = await step(`Finding alone, ${SLOWER} times slower`, () => finding(browser, starts, where));
    console.log(table({ 'finding alone': found, 'finding and showing': measured }));
  } finally {
    await site.close();
    await browser.close();
  }
}

/** Milliseconds on the clock that findWays() takes for the same questions, on an empty page that is slowed down. */
async function finding(
  browser: Browser,
  starts: readonly string[],
  where: readonly string[],
): Promise<number[]> {
  const { directory } = loadDirectory(process.env.DIRECTORY_DATA ?? 'data');
  const edition = directory?.editions.find(({ about }) => about.id === directory.settings.current_edition);
  if (directory === undefined || edition === undefined) throw new Error('The directory has errors.');
  const index = wayIndex(directory, edition, finderIndex(directory, edition));
  const questions = starts.map((from, at) => questionOf(from, at, where));
  const page = await browser.newPage();
  await page.evaluate(await bundle('scripts/benchmarks/ways-page.ts'));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page.evaluate(
    ([index, questions]) => (globalThis as unknown as { waysPage: WaysPage }).waysPage.time(index, questions),
    [index, questions] as const,
  );
}

function questionOf(from: string, at: number, where: readonly string[]): string {
  return `from=${from}&who=${WHO[at % WHO.length]}&where=${where[at % where.length]}&need=${NEED[at % NEED.length]}`;
}

function table(measured: Record<string, readonly number[]>): string {
  return [
    '| | Questions | First, ms | Median, ms | 95 of 100, ms | Worst after the first, ms |',
    '|---|---|---|---|---|---|',
    ...Object.entries(measured).map(([what, [first = 0, ...rest]]) => {
      const sorted = rest.sort((a, b) => a - b);
      const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
      return `| ${what} | ${sorted.length + 1} | ${first.toFixed(1)} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`;
    }),
  ].join('\n');
}
