/** A directory folder on disk -> a checked directory, or the list of everything that is wrong with it. */
import path from 'node:path';
import type { Directory, Edition } from '../schema/directory.ts';
import { type Draft, type EditionDraft, listValues } from './draft.ts';
import type { Origin } from './merge-private.ts';
import { createProblem, hasErrors, type Problem, sortProblems } from './problem.ts';
import { DISK, type FileAccess, listFiles, readDraft } from './read-draft.ts';
import { RULES } from './rules/index.ts';

export interface LoadedDirectory {
  /** Undefined when there is an error; warnings leave it usable. */
  directory: Directory | undefined;
  /** Everything found, sorted by file and row. */
  problems: Problem[];
  /** What each file of private/ brought; empty where there is none. */
  origins: Origin[];
}

/**
 * Reads a directory folder and checks all of it. Problems in the data are returned together and never thrown;
 * each names its file from the folder's own name on, such as data/organizations.csv.
 */
export function loadDirectory(folder: string, access: FileAccess = DISK): LoadedDirectory {
  const root = path.resolve(folder);
  const files = listFiles(root);
  if (files === undefined) {
    const place = { file: path.basename(root) };
    const problem = createProblem(
      'missing-folder',
      place,
      `There is no folder "${place.file}" that can be read.`,
    );
    return { directory: undefined, problems: [problem], origins: [] };
  }
  const { draft, problems, origins } = readDraft(root, files, access);
  for (const rule of RULES) problems.push(...rule.check(draft));
  const directory = hasErrors(problems) ? undefined : assembleDirectory(draft);
  return { directory, problems: sortProblems(problems), origins: sortOrigins(origins) };
}

function sortOrigins(origins: readonly Origin[]): Origin[] {
  return [...origins].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function assembleDirectory(draft: Draft): Directory {
  const { settings, tables, editions } = draft;
  if (settings.values === undefined) throw new Error('Settings were refused without an error.');
  return {
    settings: settings.values,
    organizations: listValues(tables.organizations),
    sources: listValues(tables.sources),
    groups: listValues(tables.groups),
    serviceTypes: listValues(tables['service-types']),
    criteria: listValues(tables.criteria),
    offices: listValues(tables.offices),
    provinces: listValues(tables.provinces),
    places: listValues(tables.places),
    retiredIds: listValues(tables['retired-ids']),
    doNotList: listValues(tables['do-not-list']),
    editions: editions.map(assembleEdition).sort(compareEditions),
  };
}

function assembleEdition({ about, tables }: EditionDraft): Edition {
  if (about.values === undefined) throw new Error(`${about.file} was refused without an error.`);
  return {
    about: about.values,
    services: listValues(tables.services),
    contacts: listValues(tables.contacts),
    withdrawn: (tables.contacts.replaced ?? []).flatMap(({ values }) => values ?? []),
    referrals: listValues(tables.referrals),
    statements: listValues(tables.statements),
    figures: listValues(tables.figures),
    procedures: listValues(tables.procedures),
  };
}

function compareEditions(a: Edition, b: Edition): number {
  return `${a.about.date} ${a.about.id}` < `${b.about.date} ${b.about.id}` ? -1 : 1;
}
