/** Reads the boundary layers of a directory folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where layers lie in a directory folder. */
export const LAYER_FOLDER = 'geography';
export const LAYER_ENDING = '.topo.json';

/**
 * The parsed TopoJSON file.
 * @throws Error with a sentence where the file is missing, is not JSON or draws no provinces
 */
export function loadBoundaries(folder: string, file: string): unknown {
  const path = join(folder, LAYER_FOLDER, file);
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

/** Every layer of a folder that can be read, by file name; none where the folder is not there. */
export function listLayers(folder: string): Map<string, unknown> {
  let files: string[];
  try {
    files = readdirSync(join(folder, LAYER_FOLDER)).filter((file) => file.endsWith(LAYER_ENDING));
  } catch {
    return new Map();
  }
  return new Map(
    files.sort().flatMap((file) => {
      try {
        return [[file, loadBoundaries(folder, file)] as const];
      } catch {
        return [];
      }
    }),
  );
}
