/**
 * `npm run bench:search`: how well and how fast names and services are found, on the shipped directory and on made-up
 * ones, beside other libraries. Writes docs/benchmarks/search.md after each set. `-- --sizes shipped,143,2000` takes
 * some of the sets, `--node` or `--browser` one of the places, `--seconds 30` gives each contender less time, `--without fuse`
 * leaves out those whose names begin so (on 50,000 services one line takes Fuse.js a minute of a slow phone); the rest
 * of the report stays as it was. `--site` measures the find page of the built site. `--print` shows the report and
 * leaves the file alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { PROJECT, step } from '../steps.ts';
import type { Contender } from './search/contenders/contender.ts';
import { CONTENDERS } from './search/contenders/index.ts';
import { makeSet } from './search/generator.ts';
import { SearchBrowser, SLOWER } from './search/in-browser.ts';
import { type Line, makeLines } from './search/lines.ts';
import { type Measured, measure } from './search/measure.ts';
import { measureSite } from './search/opening.ts';
import { mergeSections, type Place, readReport, type Section, writeReport } from './search/report.ts';
import type { Over, SearchSet } from './search/search-set.ts';
import { shippedSet } from './search/shipped.ts';
import { browserTable, nodeTables, siteTables, type Weighed } from './search/table.ts';

const SETS = ['shipped', '143', '2000', '10000', '50000'];
const SHIPPED = 'The shipped directory';
const SECONDS = 60;
const SEED = 1;
const SITE = process.env.DIRECTORY_OUT ?? 'dist';
const REPORT = join(PROJECT, 'docs/benchmarks/search.md');
/** The highest takes minutes for the largest indexes and saves some percent. */
const BROTLI_QUALITY = 9;

interface Work {
  set: SearchSet;
  lines: readonly Line[];
  /** Milliseconds; see measure(). */
  limit: number;
  contenders: readonly Contender[];
}

/** Runs what the arguments say. Throws where they name something unknown. */
export async function benchmarkSearch(args: readonly string[] = process.argv.slice(3)): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: SETS.join(',') },
      node: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      seconds: { type: 'string', default: String(SECONDS) },
      site: { type: 'boolean', default: false },
      without: { type: 'string', default: '' },
      print: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map((size) => size.trim());
  const unknown = sizes.filter((size) => size !== 'shipped' && !/^[1-9]\d{0,5}$/.test(size));
  if (unknown.length > 0)
    throw new Error(`There is no set "${unknown.join(', ')}": name a number of services, or "shipped".`);
  const limit = Number(values.seconds) * 1000;
  if (!(limit > 0)) throw new Error(`"${values.seconds}" is no number of seconds.`);
  const left = values.without.toLowerCase();
  const contenders = CONTENDERS.filter(({ name }) => left === '' || !name.toLowerCase().startsWith(left));
  const every = !(values.node || values.browser || values.site);
  const inNode = values.node || every;
  const inBrowser = values.browser || every;
  let sections = existsSync(REPORT) ? readReport(readFileSync(REPORT, 'utf8')) : [];
  const keep = (made: readonly Section[]) => {
    sections = mergeSections(sections, made);
    if (!values.print) writeFileSync(REPORT, writeReport(introduction(), sections));
  };
  if (values.site || every) keep([await siteSection()]);
  const browser = inBrowser ? await SearchBrowser.open() : undefined;
  try {
    if (!(inNode || inBrowser)) return;
    for (const size of sizes) {
      const work = await step(`Making ${size} and its lines`, async () => {
        const set = setOf(size);
        return { set, lines: makeLines(set, SEED), limit, contenders };
      });
      const made = [
        ...(inNode ? [await nodeSection(work)] : []),
        ...(browser === undefined ? [] : [await browserSection(work, browser)]),
      ];
      keep(made);
    }
  } finally {
    await browser?.close();
    if (values.print) console.log(`\n${writeReport(introduction(), sections)}`);
  }
}

function setOf(size: string): SearchSet {
  const { set, frame } = shippedSet(join(PROJECT, 'data'));
  return size === 'shipped' ? set : makeSet(frame, Number(size), SEED);
}

async function nodeSection({ set, lines, limit, contenders }: Work): Promise<Section> {
  const before = load();
  const measured: Weighed[] = [];
  for (const contender of contenders) {
    const bytes: Partial<Record<Over, number>> = {};
    const ready = (over: Over, { write }: { write?(): string }) => {
      if (write !== undefined) bytes[over] = compressed(write());
    };
    measured.push(
      await step(`${set.name}, Node, ${contender.name}`, async (tell) => ({
        ...(await measure(contender, set.index, lines, { limit, clock: processorTime, tell, ready })),
        bytes,
      })),
    );
  }
  return section(set, 'Node', nodeTables(measured), {
    limit,
    before,
    version: `Node ${process.versions.node}, processor time`,
  });
}

async function browserSection(
  { set, lines, limit, contenders }: Work,
  browser: SearchBrowser,
): Promise<Section> {
  const before = load();
  const measured: Measured[] = [];
  for (const { name } of contenders)
    measured.push(
      await step(`${set.name}, Chromium, ${name}`, () => browser.measure(name, set, lines, limit)),
    );
  return section(set, 'Chromium', browserTable(measured), {
    limit,
    before,
    version: `Chromium ${browser.version}, processor ${SLOWER} times slower, time on the clock`,
  });
}

/** The find page as it was built. Throws where no site was built. */
async function siteSection(): Promise<Section> {
  if (!existsSync(join(SITE, 'en/find/index.html')))
    throw new Error(`There is no built site in ${SITE}/. Run "npm run build".`);
  const before = load();
  const measured = await step('The find page of the built site', () => measureSite(SITE));
  const version = `Chromium ${measured.version}, processor ${SLOWER} times slower, time on the clock`;
  return {
    chapter: SHIPPED,
    place: 'Its page',
    text: `${circumstances(version, before)}\n\n${siteTables(measured)}`,
  };
}

/** Milliseconds that the process has had of the processor; other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function load(): number {
  return loadavg()[0] as number;
}

function compressed(text: string): number {
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

interface Conditions {
  limit: number;
  /** Load of the machine when it began. */
  before: number;
  version: string;
}

function section(set: SearchSet, place: Place, tables: string, conditions: Conditions): Section {
  const facts = `${circumstances(conditions.version, conditions.before)} ${conditions.limit / 1000} s for lines over names and as many for lines over services.`;
  const [services, organizations] = [set.index.services.length, set.organizations.length].map((count) =>
    count.toLocaleString('en'),
  );
  const title = set.name === 'shipped' ? SHIPPED : `${set.name} services`;
  return {
    chapter: title,
    place,
    text: `${services} services of ${organizations} organizations. ${facts}\n\n${tables}`,
  };
}

/** The day, the machine, and whether it had other work. */
function circumstances(version: string, before: number): string {
  const [cores, after] = [cpus().length, load()];
  const busy =
    Math.max(before, after) > cores / 2
      ? ` The machine was busy with other work (load ${before.toFixed(1)} before, ${after.toFixed(1)} after, on ${cores} cores): times will be measured again.`
      : '';
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, ${system()}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${version}.${busy}`;
}

function introduction(): string {
  return `# How well and how fast names are found

Made again with \`npm run bench:search\`. Made-up directories have invented names in English, romanized Khmer and Khmer, acronyms and other spellings, with the real provinces and kinds of help; same seed, same directory. Each kind of line has 200 of them, or as many different ones as there are. New spellings come from rules that the search does not know (\`scripts/benchmarks/search/respelling.ts\`).

- **Recall@k** of a name: a right organization is among the first k different ones. Of services: the share that is right of the first k, or of as many as are right. **MRR**: the mean of 1 divided by the place of the first right answer. All three are means over the kinds of lines; in brackets where some kind was not reached.
- **Times** are of single searches. Every eighth line is typed: its last three letters one by one, then the whole. In Node they are time of the processor, which other work on the machine does not lengthen much; in Chromium time on the clock, which it does.
- **Start** is from the data in memory to the first answer, for names alone and for whole lines. This site makes no difference between the two.
- **Its page** is the built find page: from the opening of an address to the first frame with a result, beside the same page with a few lines of Fuse.js instead of its scripts, and a page with one line of text: the least that this machine needs.
- **Index** is what could be sent instead of being made on the page, with brotli ${BROTLI_QUALITY}. All can make theirs on the page from the data that it carries anyway.
- What did not finish in its time says how many lines it answered, kinds taking turns; its figures are of these and of nothing else.
- Chromium's throttling reaches the thread of the page and no worker; none is used here.

${CONTENDERS.map(({ name, settings }) => `- *${name}*: ${settings}`).join('\n')}

Fuse.js ${version('fuse.js')}, MiniSearch ${version('minisearch')}, Orama ${version('@orama/orama')}, FlexSearch ${version('flexsearch')}.`;
}

function version(name: string): string {
  const manifest = readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The name and version of the system as it calls itself, or its kind. */
function system(): string {
  if (!existsSync('/etc/os-release')) return process.platform;
  const release = readFileSync('/etc/os-release', 'utf8');
  const value = (key: string) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  return `${value('NAME').replace(' GNU/Linux', '')} ${value('VERSION_ID')}`.trim();
}
