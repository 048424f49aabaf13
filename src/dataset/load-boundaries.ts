/** Reads the boundary layer of an edition from a directory folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The parsed TopoJSON file.
 * @throws Error with a sentence where the file is missing, is not JSON or draws no provinces
 */
export function loadBoundaries(folder: string, file: string): unknown {
  const path = join(folder, 'geography', file);
  try {
    const layer = JSON.parse(readFileSync(path, 'utf8'));
    if (!Array.isArray(layer?.objects?.provinces?.geometries))
      throw new Error('It has no object "provinces".');
    return layer;
  } catch (cause) {
    throw new Error(`The boundaries in ${path} cannot be read. Make them with "npm run boundaries".`, {
      cause,
    });
  }
}
