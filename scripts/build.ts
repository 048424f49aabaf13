/**
 * `npm run build`: checks the data, then writes the site of DIRECTORY_AUDIENCE (public unless said otherwise) to
 * DIRECTORY_OUT (dist unless said otherwise).
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { loadDirectory } from '../src/dataset/load-directory.ts';
import { hasErrors } from '../src/dataset/problem.ts';
import { reportText } from '../src/dataset/report/text.ts';
import { readAudience } from '../src/publish/audience.ts';
import { copyParts } from '../src/publish/gate/copy-parts.ts';
import { checkFolder } from '../src/publish/gate/folder.ts';
import { type Finding, Gate, sentenceOf } from '../src/publish/gate/gate.ts';
import { openWords, secretsOf, secretsOfBuild, secretsOfDoNotList } from '../src/publish/gate/secrets.ts';
import { sealingPassphrase } from '../src/publish/passphrase.ts';
import type { Audience } from '../src/schema/vocabulary.ts';
import { writeCopy } from './copy.ts';
import { writeOneFile } from './one-file.ts';
import { isCommand, PROJECT, seconds, step } from './steps.ts';

/** Builds what the environment asks for and says how it went. False when the data or the build has an error. */
export async function runBuild(): Promise<boolean> {
  const start = performance.now();
  const data = process.env.DIRECTORY_DATA ?? 'data';
  const folder = process.env.DIRECTORY_OUT ?? 'dist';
  const unfinished = unfinishedFolder(folder);
  let audience: Audience;
  try {
    audience = readAudience(process.env.DIRECTORY_AUDIENCE);
    sealingPassphrase(audience, process.env.DIRECTORY_PASSPHRASE);
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';

  const { problems, directory, origins } = await step(`Checking ${data}`, async () => loadDirectory(data));
  if (problems.length > 0 || origins.length > 0) process.stdout.write(reportText(problems, origins));
  if (directory === undefined || hasErrors(problems)) {
    console.error('Nothing was built. Mend the errors above first; "npm run check" shows them again.');
    return false;
  }
  // A build that fails must not leave a mixture of two sites in the folder that people upload.
  process.env.DIRECTORY_OUT = unfinished;
  try {
    await step(`Building the ${audience} site`, () => build({ root: PROJECT, logLevel: 'warn' }));
    await step(
      'Packing the copy in one file',
      () => writeOneFile(unfinished, directory, audience),
      (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
    );
    // After the file, whose size stands on a page that the copy holds.
    const { dictionary } = await step(
      'Making the copy for devices',
      () => writeCopy(unfinished),
      ({ size }) => `${size.files} files, ${Math.ceil(size.transfer / 1000)} kB`,
    );
    const gate = new Gate(
      [...secretsOf(directory, audience), ...secretsOfDoNotList(directory), ...secretsOfBuild(process.env)],
      openWords(directory),
      [copyParts(dictionary)],
    );
    await passGate(gate, unfinished, audience);
    rmSync(folder, { recursive: true, force: true });
    move(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    console.error(error instanceof Error ? error.message : error);
    console.error(`Nothing was built; ${folder}/ is as it was.`);
    return false;
  } finally {
    process.env.DIRECTORY_OUT = folder;
  }
  const pages = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html'));
  console.log(`${pages.length} pages in ${folder}/ after ${seconds(performance.now() - start)}.`);
  return true;
}

/**
 * Where a site is written before it takes the place of the last one: always inside the project, because Astro keeps its
 * own files in one and the same place for all folders outside, where two builds at once would overwrite each other's.
 */
function unfinishedFolder(folder: string): string {
  const inside = relative(PROJECT, resolve(folder));
  if (!inside.startsWith('..') && !isAbsolute(inside)) return `${folder}.unfinished`;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 8);
  return join(PROJECT, `${basename(folder)}-${name}.unfinished`);
}

/** Renames a folder; between two disks that is not possible, and it is copied. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

/** Throws when anything in a folder must not leave; nothing of the build can switch this off. */
async function passGate(gate: Gate, folder: string, audience: Audience): Promise<void> {
  let read = '';
  const findings = await step(
    'Looking for what must not leave',
    (tell) =>
      checkFolder(gate, folder, ({ files, of, bytes }) => {
        read = `${files} of ${of} files and folders, ${(bytes / 1e6).toFixed(1)} MB`;
        tell(read);
      }),
    () => read,
  );
  if (findings.length === 0) return;
  console.error(findings.map(sentenceOf).join('\n'));
  throw new Error(whatToDo(findings, audience));
}

function whatToDo(findings: readonly Finding[], audience: Audience): string {
  const who = audience === 'public' ? 'only practitioners' : 'nobody';
  const records = findings.flatMap((finding) => finding.records);
  const advice = [
    records.some((record) => record.startsWith('do-not-list/')) &&
      'What asked not to be listed stands in the files above. The entry of do-not-list.csv says what; take it out of the row or text that repeats it.',
    records.some((record) => record.includes('/') && !record.startsWith('do-not-list/')) &&
      `What ${who} may see stands in the files above. Find the record in its contacts.csv and take its name or number out of whatever text repeats it.`,
    records.some((record) => !record.includes('/')) &&
      'What is named without an edition is a secret of the build itself: take it out of the text that repeats it, and choose another one if the text was ever shared.',
    findings.some(({ refusal }) => refusal !== undefined) &&
      'What cannot be read cannot be proved clean: do for those files what their sentences say.',
  ];
  return advice.filter((line) => line !== false).join('\n');
}

if (isCommand(import.meta)) process.exitCode = (await runBuild()) ? 0 : 1;
