/**
 * `npm run build`: checks the data, then writes the site of DIRECTORY_AUDIENCE (public unless said otherwise) to
 * DIRECTORY_OUT (dist unless said otherwise).
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { loadDirectory } from '../src/dataset/load-directory.ts';
import { hasErrors } from '../src/dataset/problem.ts';
import { reportText } from '../src/dataset/report/text.ts';
import { leaksIn, type Secret, secretsOf } from '../src/publish/gate.ts';
import { readAudience } from '../src/publish/redact.ts';
import type { Audience } from '../src/schema/vocabulary.ts';
import { isCommand, PROJECT, seconds, step } from './steps.ts';

/** Builds what the environment asks for and says how it went. False when the data or the build has an error. */
export async function runBuild(): Promise<boolean> {
  const start = performance.now();
  const data = process.env.DIRECTORY_DATA ?? 'data';
  const folder = process.env.DIRECTORY_OUT ?? 'dist';
  const unfinished = `${folder}.unfinished`;
  let audience: Audience;
  try {
    audience = readAudience(process.env.DIRECTORY_AUDIENCE);
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';

  const { problems, directory } = await step(`Checking ${data}`, async () => loadDirectory(data));
  if (problems.length > 0) process.stdout.write(reportText(problems));
  if (directory === undefined || hasErrors(problems)) {
    console.error('Nothing was built. Mend the errors above first; "npm run check" shows them again.');
    return false;
  }
  // A build that fails must not leave a mixture of two sites in the folder that people upload.
  process.env.DIRECTORY_OUT = unfinished;
  try {
    await step(`Building the ${audience} site`, () => build({ root: PROJECT, logLevel: 'warn' }));
    const leaks = await step('Looking for what must not leave', async () =>
      findLeaks(unfinished, secretsOf(directory, audience)),
    );
    if (leaks.length > 0) {
      console.error(leaks.join('\n'));
      throw new Error(
        `What ${audience === 'public' ? 'only practitioners' : 'nobody'} may see stands in the files above. Find the record in its contacts.csv and take its name or number out of whatever text repeats it.`,
      );
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
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

/** A line for each file of a folder that holds a secret: the file and the records, never the value. */
function findLeaks(folder: string, secrets: readonly Secret[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.(html|json|csv|js|css|xml|txt|svg)$/.test(name) && statSync(join(folder, name)).isFile(),
    )
    .flatMap((name) => {
      const records = leaksIn(`${name}\n${readFileSync(join(folder, name), 'utf8')}`, secrets);
      return records.length === 0 ? [] : [`${name} holds ${records.join(', ')}`];
    });
}

if (isCommand(import.meta)) process.exitCode = (await runBuild()) ? 0 : 1;
