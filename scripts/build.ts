/**
 * `npm run build`: checks the data, then writes the site of DIRECTORY_AUDIENCE (public unless said otherwise) to
 * DIRECTORY_OUT (dist unless said otherwise).
 */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { build } from 'astro';
import { loadDirectory } from '../src/dataset/load-directory.ts';
import { hasErrors } from '../src/dataset/problem.ts';
import { reportText } from '../src/dataset/report/text.ts';
import { readAudience } from '../src/publish/redact.ts';
import { isCommand, PROJECT, seconds, step } from './steps.ts';

/** Builds what the environment asks for and says how it went. False when the data or the build has an error. */
export async function runBuild(): Promise<boolean> {
  const start = performance.now();
  const data = process.env.DIRECTORY_DATA ?? 'data';
  const folder = process.env.DIRECTORY_OUT ?? 'dist';
  const unfinished = `${folder}.unfinished`;
  let audience: string;
  try {
    audience = readAudience(process.env.DIRECTORY_AUDIENCE);
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';

  const { problems } = await step(`Checking ${data}`, async () => loadDirectory(data));
  if (problems.length > 0) process.stdout.write(reportText(problems));
  if (hasErrors(problems)) {
    console.error('Nothing was built. Mend the errors above first; "npm run check" shows them again.');
    return false;
  }
  // A build that fails must not leave a mixture of two sites in the folder that people upload.
  process.env.DIRECTORY_OUT = unfinished;
  try {
    await step(`Building the ${audience} site`, () => build({ root: PROJECT, logLevel: 'warn' }));
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    console.error(`Nothing was built; ${folder}/ is as it was.`);
    return false;
  } finally {
    process.env.DIRECTORY_OUT = folder;
  }
  const pages = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html'));
  console.log(`${pages.length} pages in ${folder}/ after ${seconds(performance.now() - start)}.`);
  return true;
}

if (isCommand(import.meta)) process.exitCode = (await runBuild()) ? 0 : 1;
