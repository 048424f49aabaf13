/** A built folder as the steps after the build see it, and the scripts that they put into it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Rolldown } from 'vite';
import { PROJECT } from './steps.ts';

/** Every file by its path below the folder, with forward slashes: "en/find/index.html". */
export function readFolder(folder: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)]),
  );
}

/** Writes one file, and the folders that it needs. */
export function writeInto(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A script of the project with all that it imports, as text that runs without being a module. */
export async function bundle(entry: string, define: Record<string, string> = {}): Promise<string> {
  const bundled = (await build({
    root: PROJECT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), ...define },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: join(PROJECT, entry), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return bundled.output[0].code;
}
