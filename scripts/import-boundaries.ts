/** Makes a layer of data/geography from somebody's outlines, and says what it made of them. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkText } from '../src/dataset/check-text.ts';
import { LAYER_ENDING, LAYER_FOLDER, listLayers } from '../src/dataset/load-boundaries.ts';
import { loadProvinces } from '../src/dataset/load-provinces.ts';
import { matchOutlines } from '../src/dataset/outlines/choose-object.ts';
import { readOutlines } from '../src/dataset/outlines/read-outlines.ts';
import { currentDay } from '../src/dataset/today.ts';
import { showSentence } from '../src/dataset/unsafe-text.ts';
import { provincesInForce } from '../src/directory/reach.ts';
import { buildLayer } from '../src/map/build-layer.ts';
import { compareLayer } from '../src/map/compare-layer.ts';
import type { BoundaryLayer } from '../src/map/outlines.ts';
import type { Province } from '../src/schema/directory.ts';
import { isPartialDate } from '../src/schema/fields.ts';
import { SHIPPED_FOLDER, SHIPPED_LAYERS } from './shipped-boundaries.ts';

/** What the command line may add; each as it was typed. */
export interface Options {
  attribution?: string | undefined;
  'valid-on'?: string | undefined;
  provinces?: string | undefined;
  object?: string | undefined;
  dissolve?: boolean | undefined;
  out?: string | undefined;
  budget?: string | undefined;
}

/** The largest file that is read; a country with every commune drawn to the metre has about half of it. */
const LARGEST_FILE = 100_000_000;
/** Twice the shipped layers. The page of the map fetches the layer, packed to a third; it can show no more detail. */
const BUDGET = 60_000;

/**
 * Reads a file and writes a layer of the directory folder.
 * @returns what was made of the file, and what to do next
 * @throws Error with sentences that say what is wrong and what to do; nothing is written then
 */
export function importBoundaries(file: string, folder: string, options: Options): string {
  const provinces = loadProvinces(folder);
  const { inForce, why } = wantedProvinces(provinces, options);
  const budget = readBudget(options.budget);
  const layers = listLayers(folder) as Map<string, BoundaryLayer>;
  const target = targetOf(file, folder, options.out);

  const bytes = readFile(file);
  const reading = readOutlines(bytes);
  if ('refusal' in reading) refuse(file, [reading.refusal]);
  const { outlines } = reading;
  const match = matchOutlines(
    outlines,
    { provinces, inForce, dissolve: options.dissolve === true },
    options.object,
  );
  if ('refusals' in match) refuse(`${file}, for ${why}`, match.refusals);
  const attribution = readAttribution(options.attribution ?? outlines.attribution);
  const surroundings = [layers.get(target), ...layers.values()].find(
    (layer) => layer?.surroundings,
  )?.surroundings;
  const built = buildLayer(
    [...match.areas].map(([id, areas]) => ({ id, areas: areas.map(({ polygons }) => polygons) })),
    { attribution, schematic: outlines.schematic, ...(surroundings === undefined ? {} : { surroundings }) },
    budget,
  );
  if ('refusal' in built) refuse(file, [built.refusal]);

  mkdirSync(path.join(folder, LAYER_FOLDER), { recursive: true });
  writeFileSync(path.join(folder, LAYER_FOLDER, target), built.text);
  const sizes = [bytes.length, Buffer.byteLength(built.text), budget].map((size) =>
    size.toLocaleString('en'),
  );
  return lines([
    ...match.notes,
    `${LAYER_FOLDER}/${target}: ${match.areas.size} provinces, ${why}.`,
    `Bytes: ${sizes[0]} became ${sizes[1]}; the budget is ${sizes[2]}.`,
    `Corners: ${built.corners.before.toLocaleString('en')} became ${built.corners.after.toLocaleString('en')}.`,
    `Credit: ${attribution}`,
    ...compare(built.layer, provinces),
    '',
    `To put it in force, write "boundaries": "${target}" in the edition.json of the editions that it fits, then run npm run check.`,
  ]);
}

/** What a coalition may want to take over into provinces.csv. */
function compare(layer: BoundaryLayer, provinces: readonly Province[]): string[] {
  const { labelPoints, hints } = compareLayer(layer, provinces);
  const names = new Map(provinces.map(({ id, name_en }) => [id, name_en]));
  return [
    '',
    'Points well inside, as longitude and latitude:',
    ...labelPoints.map(
      ({ id, at: [lon, lat] }) => `  ${id} ${names.get(id)}  ${lon.toFixed(2)} ${lat.toFixed(2)}`,
    ),
    '',
    hints.length === 0
      ? 'Neighbours and points agree with provinces.csv.'
      : 'What differs from provinces.csv; correct the table where the outlines are right:',
    ...hints.map((hint) => `  ${hint}`),
  ];
}

/** Lines with their indents; what they repeat of the file is made safe to show. */
function lines(all: readonly string[]): string {
  return all.map((line) => `${/^ */.exec(line)?.[0]}${showSentence(line.trim())}`).join('\n');
}

function refuse(what: string, sentences: readonly string[]): never {
  throw new Error(lines([`${what}: nothing was written.`, ...sentences.map((one) => `  ${one}`)]));
}

function wantedProvinces(
  provinces: readonly Province[],
  { provinces: listed, 'valid-on': day }: Options,
): { inForce: string[]; why: string } {
  if (listed !== undefined && day !== undefined)
    throw new Error('Use either --provinces or --valid-on, not both.');
  if (listed !== undefined) {
    const ids = listed.split(/[\s,;]+/).filter((id) => id !== '');
    const unknown = ids.filter((id) => !provinces.some((one) => one.id === id));
    if (unknown.length > 0 || ids.length === 0)
      throw new Error(
        `--provinces names no province of provinces.csv: ${showSentence(unknown.join(', ')) || 'it is empty'}.`,
      );
    // In the order of the table, each once.
    return {
      inForce: provinces.map(({ id }) => id).filter((id) => ids.includes(id)),
      why: 'those of --provinces',
    };
  }
  if (day !== undefined && !isPartialDate(day))
    throw new Error(`--valid-on ${showSentence(day)} is no date. Write it as 2013-12-31.`);
  const date = day ?? currentDay();
  const inForce = provincesInForce(provinces, date).map(({ id }) => id);
  if (inForce.length === 0) throw new Error(`provinces.csv has no province in force on ${date}.`);
  return { inForce, why: `the provinces in force on ${date}` };
}

function readBudget(typed: string | undefined): number {
  const budget = typed === undefined ? BUDGET : Number(typed);
  if (!Number.isInteger(budget) || budget <= 0)
    throw new Error('--budget is a number of bytes, such as 60000.');
  return budget;
}

/** The name of the layer; never that of a shipped one, which the next `npm run boundaries` would overwrite. */
function targetOf(file: string, folder: string, typed: string | undefined): string {
  const plain = path.basename(file).replace(/(\.topo|\.geo)?\.[^.]*$/i, '');
  const name =
    typed ??
    `${
      plain
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'imported'
    }${LAYER_ENDING}`;
  if (!/^[a-z0-9][a-z0-9._-]*\.topo\.json$/i.test(name))
    throw new Error(
      `--out is a file name of plain letters that ends in ${LAYER_ENDING}, such as official${LAYER_ENDING}.`,
    );
  if (path.resolve(folder, LAYER_FOLDER) === path.resolve(SHIPPED_FOLDER) && SHIPPED_LAYERS.includes(name))
    throw new Error(
      `${name} ships with the project and is written by npm run boundaries. Choose another name with --out.`,
    );
  return name;
}

function readFile(file: string): Uint8Array {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error(`${file} is no file.`);
    if (stat.size <= LARGEST_FILE) return readFileSync(file);
  } catch (cause) {
    throw new Error(`There is no file "${showSentence(file)}" that can be read.`, { cause });
  }
  refuse(file, [
    `The file has more than ${LARGEST_FILE / 1_000_000} million bytes. Simplify it first, or export provinces without districts.`,
  ]);
}

function readAttribution(text: string | undefined): string {
  const credit = text?.trim() ?? '';
  if (credit === '') {
    throw new Error(
      'The file does not say who drew it. Add --attribution "Name, year (licence)"; it is printed beneath the map.',
    );
  }
  const [problem] = checkText(credit, { file: '--attribution' }, 'the attribution').problems;
  if (problem !== undefined) throw new Error(`${problem.message} ${problem.advice}`);
  return credit;
}
