/** Reads the boundary layer of an edition from a directory folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The parsed TopoJSON file.
 * @throws Error with a sentence where the file is missing or is not JSON
 */
export function loadBoundaries(folder: string, file: string): unknown {
  const path = join(folder, 'geography', file);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`The boundaries in ${path} cannot be read. Make them with "npm run boundaries".`, {
      cause,
    });
  }
}
