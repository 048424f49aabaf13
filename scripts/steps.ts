/** How a command runs its steps: one line for each, with its seconds; other programs as child processes. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project; commands run there wherever they are called from. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What a program left behind. */
export interface Outcome {
  code: number;
  output: string;
}

/** True when the module is the command that was started, and not imported by another. */
export function isCommand(meta: ImportMeta): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === meta.filename;
}

/** Ends the command with a sentence instead of a stack trace. */
export function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Does some work behind one line; the line ends with what `remark` says of the result and the elapsed seconds. Work
 * that takes long can `tell` how far it is, which a terminal shows.
 */
export async function step<T>(
  title: string,
  work: (tell: (words: string) => void) => Promise<T>,
  remark: (result: T) => string = () => '',
): Promise<T> {
  const start = performance.now();
  const live = process.stdout.isTTY;
  process.stdout.write(`${title} …`);
  let told = '';
  let shown = start;
  const show = () => {
    shown = performance.now();
    process.stdout.write(`\r\u001b[K${title} … ${told}${Math.round((shown - start) / 1000)} s`);
  };
  const clock = live ? setInterval(show, 1000) : undefined;
  const tell = (words: string) => {
    told = `${words}, `;
    if (live && performance.now() - shown > 200) show();
  };
  const end = (words: string) => {
    clearInterval(clock);
    const said = words === '' ? '' : `${words}, `;
    process.stdout.write(
      `${live ? `\r\u001b[K${title} …` : ''} ${said}${seconds(performance.now() - start)}\n`,
    );
  };
  try {
    const result = await work(tell);
    end(remark(result));
    return result;
  } catch (error) {
    end('failed');
    throw error;
  }
}

/** Runs a program to its end and keeps what it prints. A program that is over its time limit counts as failed. */
export function run(
  program: string,
  args: string[],
  { env = {}, limit }: { env?: Record<string, string>; limit?: number } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(limit === undefined ? {} : { timeout: limit }),
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a script of this project, or the file of an installed tool, with the Node that runs this command. */
export function runNode(
  file: string,
  args: string[],
  options?: { env?: Record<string, string>; limit?: number },
): Promise<Outcome> {
  return run(process.execPath, [file, ...args], options);
}

/** The file that an installed package names as its command. */
export function toolFile(packageName: string, command = packageName): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return join(dirname(manifest), file);
}
