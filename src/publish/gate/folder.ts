/** A finished site on disk, file by file, through the gate. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Finding, Gate } from './gate.ts';

/** How far the gate has come. */
export interface Progress {
  files: number;
  of: number;
  bytes: number;
}

/** Checks every file and every name of a folder; whatever is neither file nor folder is refused. */
export async function checkFolder(
  gate: Gate,
  folder: string,
  tell: (progress: Progress) => void = () => {},
): Promise<Finding[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const findings: Finding[] = [];
  let bytes = 0;
  for (const [index, path] of paths.entries()) {
    const name = path.split(sep).join('/');
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found?.isFile()) {
      const content = readFileSync(join(folder, path));
      bytes += content.length;
      findings.push(...(await gate.check(name, content)));
    } else {
      findings.push(...gate.checkName(name));
      if (!found?.isDirectory())
        findings.push(gate.refuse(name, 'is neither a file nor a folder. Take it out.'));
    }
    tell({ files: index + 1, of: paths.length, bytes });
  }
  return findings;
}
