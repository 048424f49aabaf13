/** A finished site on disk, file by file, through the gate. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Gate } from './gate.ts';

/** How far the gate has come. */
export interface Progress {
  files: number;
  of: number;
  bytes: number;
}

/** Checks every file and every name of a folder; a link is refused, as it may lead anywhere. */
export async function checkFolder(
  gate: Gate,
  folder: string,
  tell: (progress: Progress) => void = () => {},
): Promise<Finding[]> {
  const entries = entriesOf(folder);
  const findings: Finding[] = [];
  let bytes = 0;
  for (const [index, { path, entry }] of entries.entries()) {
    if (entry.isFile()) {
      const content = readFileSync(join(folder, path));
      bytes += content.length;
      findings.push(...(await gate.check(path, content)));
    } else {
      findings.push(...gate.checkName(path));
      if (!entry.isDirectory()) {
        findings.push(
          gate.refuse(path, 'is a link or a device. Put the file itself there, or leave it out.'),
        );
      }
    }
    tell({ files: index + 1, of: entries.length, bytes });
  }
  return findings;
}

/** All that stands in a folder, by its path with slashes. What Node offers for it follows links. */
function entriesOf(folder: string, above = ''): { path: string; entry: Dirent }[] {
  return readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
    const path = above === '' ? entry.name : `${above}/${entry.name}`;
    return [{ path, entry }, ...(entry.isDirectory() ? entriesOf(folder, path) : [])];
  });
}
