/** The files of a directory folder -> a draft: tables and settings with their places, not yet compared. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { editionSchema, settingsSchema } from '../schema/settings.ts';
import { EDITION_TABLES, SHARED_TABLES } from '../schema/tables.ts';
import type { Draft, Drawing, EditionDraft } from './draft.ts';
import { LAYER_FOLDER } from './load-boundaries.ts';
import { mergePrivate, type Origin, PRIVATE_FOLDER } from './merge-private.ts';
import { readDrawing } from './outlines/read-drawing.ts';
import { createProblem, type Problem } from './problem.ts';
import { readSettings, type SettingsFile } from './read-settings.ts';
import { createEmptyTable, readTable, type Table } from './read-table.ts';

// A folder without these says all it has to say: no criteria in use, no offices looked for, no id retired, nobody asked not to be listed, nothing of that sort recorded.
const OPTIONAL_FILES: readonly string[] = [
  SHARED_TABLES.criteria.file,
  SHARED_TABLES.offices.file,
  SHARED_TABLES['retired-ids'].file,
  SHARED_TABLES['do-not-list'].file,
  EDITION_TABLES.contacts.file,
  EDITION_TABLES.referrals.file,
  EDITION_TABLES.statements.file,
  EDITION_TABLES.figures.file,
  EDITION_TABLES.procedures.file,
];

function isOptional(relative: string): boolean {
  return OPTIONAL_FILES.includes(relative) || OPTIONAL_FILES.includes(path.basename(relative));
}

/** A table of ten thousand records has about four million bytes. */
export const LARGEST_FILE = 8_000_000;

/** How the files of a folder are read. */
export interface FileAccess {
  /** The bytes of a file, or its size alone where it has more than LARGEST_FILE. Throws where it cannot be read. */
  readBytes: (path: string) => Uint8Array | number;
  readTable: typeof readTable;
  readDrawing: typeof readDrawing;
}

/** Files on disk. Whatever is no plain file, such as a pipe, which would never end, cannot be read. */
export const DISK: FileAccess = {
  readBytes: (path) => {
    const stat = statSync(path);
    if (!stat.isFile()) throw new Error(`${path} is no file.`);
    return stat.size > LARGEST_FILE ? stat.size : readFileSync(path);
  },
  readTable,
  readDrawing,
};

/**
 * Reads every file of a directory folder without comparing them; the rules do that. Rows of private/ join their tables.
 * @param files all files of the folder, relative to it
 */
export function readDraft(
  root: string,
  files: readonly string[],
  access: FileAccess = DISK,
): { draft: Draft; problems: Problem[]; origins: Origin[] } {
  const problems: Problem[] = [];
  const origins: Origin[] = [];
  const name = (relative: string) => `${path.basename(root)}/${relative}`;

  const readBytes = (relative: string): Uint8Array | undefined => {
    const full = path.join(root, relative);
    try {
      const bytes = access.readBytes(full);
      if (typeof bytes !== 'number') return bytes;
      const [has, may] = [bytes, LARGEST_FILE].map((size) => (size / 1_000_000).toFixed(1));
      const message = `This file has ${has} million bytes; a file may have ${may}.`;
      problems.push(createProblem('too-large', { file: name(relative) }, message));
      return undefined;
    } catch {
      const exists = existsSync(full);
      if (exists || !isOptional(relative)) {
        const message = exists ? 'This file cannot be read.' : 'This file is missing.';
        const advice = relative.endsWith('.json') ? 'Put the file back.' : undefined;
        problems.push(createProblem('missing-file', { file: name(relative) }, message, advice));
      }
      return undefined;
    }
  };
  const publicTable = <S extends z.ZodObject>(relative: string, row: S): Table<z.infer<S>> => {
    const bytes = readBytes(relative);
    if (bytes === undefined) {
      const absentByRight = !problems.some((problem) => problem.file === name(relative));
      return createEmptyTable(name(relative), row, absentByRight);
    }
    const read = access.readTable(bytes, name(relative), row);
    problems.push(...read.problems);
    return read.table;
  };
  const table = <S extends z.ZodObject>(relative: string, row: S): Table<z.infer<S>> => {
    const open = publicTable(relative, row);
    const own = `${PRIVATE_FOLDER}/${relative}`;
    if (!files.includes(own)) return open;
    const merged = mergePrivate(open, publicTable(own, row));
    origins.push({ file: name(own), added: merged.added, replaced: merged.replaced });
    return merged.table;
  };
  const settings = <S extends z.ZodObject>(relative: string, schema: S): SettingsFile<z.infer<S>> => {
    const bytes = readBytes(relative);
    if (bytes === undefined) {
      const file = name(relative);
      return { file, values: undefined, locate: () => ({ file }) };
    }
    const read = readSettings(bytes, name(relative), schema);
    problems.push(...read.problems);
    return read.settings;
  };
  const edition = (folder: string): EditionDraft => {
    const inside = (file: string) => `editions/${folder}/${file}`;
    return {
      folder,
      about: settings(inside('edition.json'), editionSchema),
      tables: {
        services: table(inside(EDITION_TABLES.services.file), EDITION_TABLES.services.row),
        contacts: table(inside(EDITION_TABLES.contacts.file), EDITION_TABLES.contacts.row),
        referrals: table(inside(EDITION_TABLES.referrals.file), EDITION_TABLES.referrals.row),
        statements: table(inside(EDITION_TABLES.statements.file), EDITION_TABLES.statements.row),
        figures: table(inside(EDITION_TABLES.figures.file), EDITION_TABLES.figures.row),
        procedures: table(inside(EDITION_TABLES.procedures.file), EDITION_TABLES.procedures.row),
      },
    };
  };

  const editions = listEditionFolders(files).map(edition);
  const drawing = (file: string): [string, Drawing][] => {
    const relative = `${LAYER_FOLDER}/${file}`;
    // The rule about editions reports a file that is not there.
    const bytes = files.includes(relative) ? readBytes(relative) : undefined;
    return bytes === undefined ? [] : [[file, access.readDrawing(bytes)]];
  };
  const layers = new Set(editions.flatMap(({ about }) => about.values?.boundaries ?? []));

  const draft: Draft = {
    settings: settings('directory.json', settingsSchema),
    tables: {
      organizations: table(SHARED_TABLES.organizations.file, SHARED_TABLES.organizations.row),
      sources: table(SHARED_TABLES.sources.file, SHARED_TABLES.sources.row),
      groups: table(SHARED_TABLES.groups.file, SHARED_TABLES.groups.row),
      'service-types': table(SHARED_TABLES['service-types'].file, SHARED_TABLES['service-types'].row),
      criteria: table(SHARED_TABLES.criteria.file, SHARED_TABLES.criteria.row),
      offices: table(SHARED_TABLES.offices.file, SHARED_TABLES.offices.row),
      provinces: table(SHARED_TABLES.provinces.file, SHARED_TABLES.provinces.row),
      places: table(SHARED_TABLES.places.file, SHARED_TABLES.places.row),
      'retired-ids': table(SHARED_TABLES['retired-ids'].file, SHARED_TABLES['retired-ids'].row),
      'do-not-list': table(SHARED_TABLES['do-not-list'].file, SHARED_TABLES['do-not-list'].row),
    },
    editions,
    drawings: new Map([...layers].flatMap(drawing)),
    files,
  };
  return { draft, problems, origins };
}

/** The names of the folders in editions/ that hold a file. */
function listEditionFolders(files: readonly string[]): string[] {
  const folders = files
    .filter((file) => /^editions\/[^./][^/]*\//.test(file))
    .map((file) => file.split('/')[1] ?? '');
  return [...new Set(folders)].sort();
}

/**
 * Every file of the folder, relative to it, or undefined when it cannot be read. The private folder may be a link to a
 * place that is looked after in another way, such as an encrypted disk.
 */
export function listFiles(root: string): string[] | undefined {
  try {
    const files = listInside(root);
    if (!files.includes(PRIVATE_FOLDER) || !statSync(path.join(root, PRIVATE_FOLDER)).isDirectory())
      return files;
    const linked = listInside(path.join(root, PRIVATE_FOLDER)).map((file) => `${PRIVATE_FOLDER}/${file}`);
    return [...files.filter((file) => file !== PRIVATE_FOLDER), ...linked].sort();
  } catch {
    return undefined;
  }
}

function listInside(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
