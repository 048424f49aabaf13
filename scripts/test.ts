/**
 * `npm test`: everything that has to hold before a change is published. Goes on after a failing step, so that one
 * run shows all there is to mend, and ends with the line "N passed, N failed".
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { type Outcome, runNode, seconds, step, toolFile } from './steps.ts';
import { type Tally, tallyOf, totalLine } from './tally.ts';

/** Where the two sites are built and then tested; a run of one's own can use other folders. */
const FOLDERS = {
  public: process.env.TEST_PUBLIC ?? 'dist',
  practitioner: process.env.TEST_PRACTITIONER ?? 'dist-practitioner',
};

const start = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'spean-test-'));
const total: Tally = { passed: 0, failed: 0 };

/** A step that is a program: it fails when the program does, and then its whole output is shown. */
async function check(title: string, work: () => Promise<Outcome>): Promise<boolean> {
  const outcome = await step(title, work, ({ code }) => (code === 0 ? 'passed' : 'FAILED'));
  if (outcome.code === 0) return true;
  total.failed += 1;
  console.log(`\n${outcome.output.trimEnd()}\n`);
  return false;
}

/** A step that is a set of tests: its tests are counted, and the failing ones are shown. */
async function test(project: string, env: Record<string, string> = {}): Promise<void> {
  const report = join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const { code, tally, output } = await step(
    `${project} tests`,
    async () => {
      const outcome = await runNode(toolFile('vitest'), [...args, `--outputFile.json=${report}`], {
        env,
      });
      return { ...outcome, tally: tallyOf(report, outcome.code) };
    },
    ({ tally }) => totalLine(tally),
  );
  total.passed += tally.passed;
  total.failed += tally.failed;
  const repeated = output.split('\n').filter((line) => / \(retry x\d+\)/.test(line));
  if (code !== 0) console.log(`\n${output.trimEnd()}\n`);
  else if (repeated.length > 0) console.log(`Only when tried again:\n${repeated.join('\n')}`);
}

function build(audience: keyof typeof FOLDERS): Promise<boolean> {
  const env = { DIRECTORY_AUDIENCE: audience, DIRECTORY_OUT: FOLDERS[audience], DIRECTORY_PASSPHRASE: '' };
  return check(`${audience} build`, () => runNode('scripts/build.ts', [], { env }));
}

await check('lint', () => runNode(toolFile('@biomejs/biome', 'biome'), ['ci', '.', '--colors=off']));
await check('data', () => runNode('scripts/check.ts', []));
await check('reference', () => runNode('scripts/reference.ts', ['--check']));
// One core each: neither the types nor a build can use a second one.
const types = runNode(toolFile('astro'), ['check']);
const built = [
  await build('public'),
  await build('practitioner'),
  await check('browser', async () => {
    try {
      process.env.CHROME_PATH = await findBrowser();
      return { code: 0, output: '' };
    } catch (error) {
      return { code: 1, output: (error as Error).message };
    }
  }),
];
await check('types, begun with the builds', () => types);
await test('unit');
if (built.every(Boolean)) {
  await test('browser');
} else {
  total.failed += 1;
  console.log('browser tests … not run, because a step they need has failed.');
}

rmSync(reports, { recursive: true, force: true });
console.log(`\nTook ${seconds(performance.now() - start)}.`);
console.log(totalLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
