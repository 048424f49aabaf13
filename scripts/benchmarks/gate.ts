/** How long the gate takes, and what it finds that a search for the plain values does not. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkFolder } from '../../src/publish/gate/folder.ts';
import { Gate } from '../../src/publish/gate/gate.ts';
import { seconds, step } from '../steps.ts';
import {
  type Canary,
  makeCanaries,
  makeFiles,
  makePeople,
  type Person,
  secretsOfPeople,
} from './gate-site.ts';

const MEGABYTES = 100;
const VALUES = 10_000;
const VALUES_OF_A_PERSON = 4;

interface Result {
  way: string;
  milliseconds: number;
  /** Of the processor: on a machine that does other work as well, the time on the clock says little. */
  processor: number;
  caught: Set<string>;
}

/** Builds the site in a temporary folder, lets each way search it, and prints two tables. */
export async function benchmarkGate(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gate-benchmark-'));
  const site = join(folder, 'site');
  const people = makePeople(VALUES / VALUES_OF_A_PERSON);
  const canaries = makeCanaries(people);
  try {
    const size = await step(`Writing a site of ${MEGABYTES} MB`, async () => writeSite(site, canaries));
    const results = [
      await step('The gate', () => runGate(site, people, canaries)),
      ...(await step('grep', async () =>
        ['-rlF', '-rliF'].map((flags) => runGrep(flags, folder, people, canaries)),
      )),
    ];
    console.log(tables(results, canaries, size));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Size {
  files: number;
  bytes: number;
}

function writeSite(site: string, canaries: readonly Canary[]): Size {
  const size = { files: 0, bytes: 0 };
  for (const { path, bytes } of [...makeFiles(MEGABYTES), ...canaries]) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), bytes);
    size.files += 1;
    size.bytes += bytes.length;
  }
  return size;
}

async function runGate(
  site: string,
  people: readonly Person[],
  canaries: readonly Canary[],
): Promise<Result> {
  const start = performance.now();
  const before = process.cpuUsage();
  const gate = new Gate(secretsOfPeople(people), { names: [], sentences: [] });
  const findings = await checkFolder(gate, site);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const found = new Set(findings.flatMap(({ records }) => records));
  const planted = new Set(canaries.map(({ record }) => record));
  const mistaken = [...found].filter((record) => !planted.has(record));
  if (mistaken.length > 0) throw new Error(`The gate takes clean text for ${mistaken.join(', ')}.`);
  return { way: 'gate', milliseconds, processor: (user + system) / 1000, caught: found };
}

/** What somebody without a gate would do: a list of all values as they are written, and grep. */
function runGrep(
  flags: string,
  folder: string,
  people: readonly Person[],
  canaries: readonly Canary[],
): Result {
  const list = join(folder, 'values.txt');
  const values = people.flatMap(({ name, khmer, phone, email }) => [
    name,
    khmer,
    phone,
    `+855${phone.slice(1)}`,
    email,
  ]);
  writeFileSync(list, `${values.join('\n')}\n`);
  const start = performance.now();
  // `times` ends with the processor time of what the shell started: "0m1.20s 0m0.30s".
  const command = `grep ${flags} -f values.txt site; times`;
  const { stdout, error } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  if (error !== undefined) throw new Error('There is no grep on this machine to compare with.');
  const lines = stdout.trimEnd().split('\n');
  const spent = [...(lines.at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => (Number(minutes) * 60 + Number(rest)) * 1000,
  );
  const files = new Set(lines);
  return {
    way: `grep ${flags} -f values.txt`,
    milliseconds: performance.now() - start,
    processor: spent.reduce((sum, part) => sum + part, 0),
    caught: new Set(canaries.filter(({ path }) => files.has(`site/${path}`)).map(({ record }) => record)),
  };
}

function tables(results: readonly Result[], canaries: readonly Canary[], { files, bytes }: Size): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const caught = (result: Result) => canaries.filter(({ record }) => result.caught.has(record)).length;
  return [
    '',
    line(['Way', 'Files', 'MB', 'Values', 'Processor time', 'Time', 'Canaries caught']),
    line(['---', '---', '---', '---', '---', '---', '---']),
    ...results.map((result) =>
      line([
        result.way,
        files.toLocaleString('en'),
        (bytes / 1e6).toFixed(1),
        VALUES.toLocaleString('en'),
        seconds(result.processor),
        seconds(result.milliseconds),
        `${caught(result)} of ${canaries.length}`,
      ]),
    ),
    '',
    line(['Canary', ...results.map(({ way }) => way)]),
    line(['---', ...results.map(() => '---')]),
    ...canaries.map(({ form, record }) =>
      line([form, ...results.map((result) => (result.caught.has(record) ? 'caught' : 'missed'))]),
    ),
  ].join('\n');
}
