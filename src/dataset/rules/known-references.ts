import { fold } from '../../directory/fold.ts';
import type { ReferenceTarget } from '../../schema/fields.ts';
import { splitList } from '../../schema/fields.ts';
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

function checkColumn(draft: Draft, { table, edition }: NamedTable, column: string): Problem[] {
  const targets = listTargets(table.schema, column);
  const tables = targets.map((target) => findTarget(draft, target, edition));
  // An unreadable table is reported once; its ids may well exist.
  if (tables.some((target) => !target.complete)) return [];
  const known = new Set(tables.flatMap((target) => [...listIds(target)]));

  return table.records.flatMap((record) => {
    const cell = record.cells[column];
    if (cell === undefined || !record.aligned) return [];
    const ids = isList(table.schema, column) ? splitList(cell) : [cell];
    return ids
      .filter((id) => !known.has(id))
      .map((id) => {
        const quoted = quoteValue(table.schema, column, id);
        const message = `${quoted ?? 'This'} is not the id of any ${targets.map((t) => NOUNS[t]).join(' or ')}.`;
        const place = locate(table, record, column);
        // A row that is kept out of the repository must not lead an editor to write into it.
        const toFill = tables.map(({ file }) => (record.origin === undefined ? file : privateFile(file)));
        const advice = advise(draft, id, known, tables, toFill.join(' or '));
        return createProblem('unknown-reference', place, message, advice);
      });
  });
}

function advise(
  draft: Draft,
  id: string,
  known: Set<string>,
  tables: readonly Table[],
  files: string,
): string {
  const retired = draft.tables['retired-ids'].records.find(({ cells }) => cells.old_id === id)?.cells.new_id;
  if (retired !== undefined && known.has(retired)) return `It was replaced by "${retired}"; write that.`;
  const named = findByName(id, tables);
  // An id that is itself refused is no help.
  const sound = tables.flatMap((table) =>
    [...listIds(table)].filter((other) => isSound(table.schema, 'id', other)),
  );
  const suggestion = named === undefined ? askForWord(id, sound) : `Did you mean "${named}"? `;
  return suggestion === ''
    ? `Correct it, or add it to ${files} first.`
    : `${suggestion}Otherwise add it to ${files} first.`;
}

// People write the name where the id belongs.
function findByName(text: string, tables: readonly Table[]): string | undefined {
  const wanted = fold(text);
  if (wanted === '') return undefined;
  for (const { records } of tables) {
    const found = records.find(({ cells }) =>
      [cells.name_en, cells.name_km, cells.acronym, ...splitList(cells.aliases)].some(
        (name) => name !== undefined && fold(name) === wanted,
      ),
    );
    if (found?.cells.id !== undefined) return found.cells.id;
  }
  return undefined;
}
