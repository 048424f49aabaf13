/**
 * `npm run audit`: asks Lighthouse, with its settings for a phone, about pages of the built public site. Fails unless
 * each has 100 in every category.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './browser.ts';
import { serve } from './serve.ts';
import { giveUp, step } from './steps.ts';

const PAGES = ['', 'find/', 'provinces/banteay-meanchey/', 'organizations/wvc/'].flatMap((page) =>
  ['en', 'km'].map((language) => `/${language}/${page}`),
);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Performance is measured, so it varies: the middle of so many runs counts. */
const RUNS = 3;

type Scores = Record<(typeof CATEGORIES)[number], number>;

interface Run {
  scores: Scores;
  /** By id: the audits that took points away, in words. */
  lost: [id: string, words: string][];
}

/** All runs of one page taken together. */
interface Audit {
  page: string;
  scores: Scores;
  /** The audits that took points away, in words. */
  lost: string[];
}

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function runOnce(url: string, port: number): Promise<Run> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: [...CATEGORIES],
  });
  if (result === undefined || result.lhr.runtimeError !== undefined) {
    throw new Error(`Lighthouse could not read ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}.`);
  }
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(
    CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]),
  ) as Scores;
  const lost = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }): Run['lost'] => {
      const found = audits[id];
      if (found === undefined || found.score === null || found.score >= 1) return [];
      return [[id, `${found.title} ${found.displayValue ?? ''}`.trim()]];
    });
  return { scores, lost };
}

/** Two runs that agree on 100 need no third. */
async function audit(page: string, url: string, port: number): Promise<Audit> {
  const runs: Run[] = [];
  while (runs.length < RUNS) {
    runs.push(await runOnce(url, port));
    if (runs.length === 2 && runs.every(({ scores }) => scores.performance === 100)) break;
  }
  const performances = runs.map(({ scores }) => scores.performance).sort((a, b) => a - b);
  const median = performances[Math.floor(performances.length / 2)] ?? 0;
  const rest = CATEGORIES.map((id) => [id, Math.min(...runs.map(({ scores }) => scores[id]))]);
  const scores = { ...(Object.fromEntries(rest) as Scores), performance: median };
  return { page, scores, lost: [...new Map(runs.flatMap((run) => run.lost)).values()] };
}

const folder = process.env.DIRECTORY_OUT ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`There is no built site in ${folder}/. Run "npm run build" first.`);
  process.exit(1);
}

/** Audits every page in one browser, one after the other, so that they do not slow each other down. */
async function auditAll(): Promise<Audit[]> {
  const options = launchOptions(await findBrowser());
  const port = await freePort();
  const served = await serve(folder, 0);
  const args = [
    ...(options.args ?? []),
    '--headless=new',
    '--disable-gpu',
    `--remote-debugging-port=${port}`,
  ];
  const browser = await chromium.launch({ ...options, args });
  const audits: Audit[] = [];
  try {
    for (const page of PAGES) {
      const done = await step(
        page,
        () => audit(page, `${served.url}${page}`, port),
        ({ scores }) => CATEGORIES.map((id) => scores[id]).join(' '),
      );
      audits.push(done);
    }
    return audits;
  } finally {
    await browser.close();
    await served.close();
  }
}

const audits = await auditAll().catch(giveUp);
console.table(Object.fromEntries(audits.map(({ page, scores }) => [page, scores])));
const poor = audits.filter(({ scores }) => CATEGORIES.some((id) => scores[id] < 100));
for (const { page, lost } of poor) console.log(`${page}\n  ${lost.join('\n  ')}`);
console.log(
  poor.length === 0 ? 'Every page has 100 in each category.' : `${poor.length} pages have less than 100.`,
);
process.exitCode = poor.length === 0 ? 0 : 1;
