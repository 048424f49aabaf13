/**
 * `npm run boundaries`: writes the shipped layers. `npm run boundaries -- FILE`: makes a layer from somebody's outlines,
 * such as official ones. Exit code 1 where nothing could be written.
 */
import { parseArgs } from 'node:util';
import { importBoundaries } from './import-boundaries.ts';
import { writeShippedBoundaries } from './shipped-boundaries.ts';
import { giveUp } from './steps.ts';

const USAGE = `Use: npm run boundaries                  writes the shipped layers again
     npm run boundaries -- FILE [options] makes a layer from a GeoJSON or TopoJSON file in WGS 84
  --attribution "…"   who drew the outlines and their licence, as printed beneath the map
  --valid-on DATE     for the provinces in force on that day; without it, today
  --provinces KH-1,…  for these provinces instead
  --object NAME       the object of a TopoJSON file that holds the provinces
  --dissolve          joins districts, or other parts, to the provinces that they name
  --out NAME.topo.json
  --budget BYTES      how large the layer may be; without it, 60000`;

try {
  const { values, positionals } = readArguments();
  const [file, ...others] = positionals;
  if (others.length > 0) throw new Error(`Only one file can be read at a time.\n${USAGE}`);
  if (file === undefined && Object.keys(values).length > 0) throw new Error(`No file is named.\n${USAGE}`);
  if (file === undefined) writeShippedBoundaries();
  else console.log(importBoundaries(file, process.env.DIRECTORY_DATA ?? 'data', values));
} catch (error) {
  giveUp(error);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        attribution: { type: 'string' },
        'valid-on': { type: 'string' },
        provinces: { type: 'string' },
        object: { type: 'string' },
        dissolve: { type: 'boolean' },
        out: { type: 'string' },
        budget: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
