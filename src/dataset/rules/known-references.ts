import { fold } from '../../directory/fold.ts';
import type { ReferenceTarget } from '../../schema/fields.ts';
import { splitList } from '../../schema/fields.ts';
import { describeProblem } from '../../schema/problems.ts';
import { isList, isSound, listColumns, listTargets, quoteValue } from '../columns.ts';
import { type Draft, findTarget, listIds, listTables, type NamedTable } from '../draft.ts';
import { privateFile } from '../merge-private.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate, type Table } from '../read-table.ts';
import { askForWord } from '../suggest.ts';
import type { Rule } from './rule.ts';

const NOUNS: Record<ReferenceTarget, string> = {
  organizations: 'organization',
  sources: 'source',
  groups: 'group',
  'service-types': 'kind of help',
  criteria: 'criterion',
  provinces: 'province',
  places: 'place',
  services: 'service of this edition',
  contacts: 'contact of this edition',
};

export const knownReferences: Rule = {
  name: 'known-references',
  description: 'Every id in a column that refers to another table stands in that table.',
  check: (draft) =>
    listTables(draft).flatMap((named) =>
      listColumns(named.table.schema)
        .filter((column) => listTargets(named.table.schema, column).length > 0)
        .flatMap((column) => checkColumn(draft, named, column)),
    ),
};

/** Looking for the word that was meant takes long; a column with more unknown ids has one cause, and no misspelling. */
const MOST_SUGGESTIONS = 100;

function checkColumn(draft: Draft, { table, edition }: NamedTable, column: string): Problem[] {
  const targets = listTargets(table.schema, column);
  const tables = targets.map((target) => findTarget(draft, target, edition));
  // An unreadable table is reported once; its ids may well exist.
  if (tables.some((target) => !target.complete)) return [];
  const known = new Set(tables.flatMap((target) => [...listIds(target)]));

  const severalIds = isList(table.schema, column);
  const advise = createAdviser(draft, known, tables);
  return table.records.flatMap((record) => {
    const cell = record.cells[column];
    if (cell === undefined || !record.aligned) return [];
    const ids = severalIds ? splitList(cell) : [cell];
    return ids
      .filter((id) => !known.has(id))
      .map((id) => {
        const quoted = quoteValue(table.schema, column, id);
        const message = `${quoted ?? 'This'} is not the id of any ${targets.map((t) => NOUNS[t]).join(' or ')}.`;
        const place = locate(table, record, column);
        // A row that is kept out of the repository must not lead an editor to write into it.
        const toFill = tables.map(({ file }) => (record.origin === undefined ? file : privateFile(file)));
        return createProblem('unknown-reference', place, message, advise(id, toFill.join(' or ')));
      });
  });
}

/** Says what to do about an unknown id. What it compares with is made once, when the first one turns up. */
function createAdviser(
  draft: Draft,
  known: Set<string>,
  tables: readonly Table[],
): (id: string, files: string) => string {
  const given = new Map<string, string>();
  let names: Map<string, string> | undefined;
  // An id that is itself refused is no help.
  let sound: string[] | undefined;

  const find = (id: string, files: string): string => {
    const { records } = draft.tables['retired-ids'];
    const retired = records.find(({ cells }) => cells.old_id === id)?.cells.new_id;
    if (retired !== undefined && known.has(retired)) return `It was replaced by "${retired}"; write that.`;
    names ??= listNames(tables);
    sound ??= tables.flatMap((table) =>
      [...listIds(table)].filter((other) => isSound(table.schema, 'id', other)),
    );
    const named = names.get(fold(id));
    const suggestion = named === undefined ? askForWord(id, sound) : `Did you mean "${named}"? `;
    return suggestion === ''
      ? `Correct it, or add it to ${files} first.`
      : `${suggestion}Otherwise add it to ${files} first.`;
  };
  return (id, files) => {
    const asked = `${id} ${files}`;
    if (!given.has(asked) && given.size < MOST_SUGGESTIONS) given.set(asked, find(id, files));
    return given.get(asked) ?? describeProblem('unknown-reference').fix;
  };
}

/** Ids by every folded name of their record: people write the name where the id belongs. */
function listNames(tables: readonly Table[]): Map<string, string> {
  const idOf = new Map<string, string>();
  for (const { cells } of tables.flatMap(({ records }) => records)) {
    for (const name of [cells.name_en, cells.name_km, cells.acronym, ...splitList(cells.aliases)]) {
      const folded = fold(name ?? '');
      if (folded !== '' && cells.id !== undefined && !idOf.has(folded)) idOf.set(folded, cells.id);
    }
  }
  return idOf;
}
