import type { RetiredId } from '../../schema/directory.ts';
import { type Draft, listIds, listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate, type Table } from '../read-table.ts';
import { askForWord } from '../suggest.ts';
import type { Rule } from './rule.ts';

export const retiredIds: Rule = {
  name: 'retired-ids',
  description: 'A retired id is used by no row any more, and the one in its place exists.',
  check: (draft) => {
    const retired = draft.tables['retired-ids'];
    return listRows(retired).flatMap((record) => {
      const { old_id, new_id, kind } = record.values;
      const tables = listTablesOf(draft, kind);
      const ids = new Set(tables.flatMap((table) => [...listIds(table)]));
      const problems: Problem[] = [];
      if (ids.has(old_id)) {
        const message = `"${old_id}" is retired but still stands in ${fileOf(tables, old_id)}.`;
        problems.push(createProblem('retired-id-in-use', locate(retired, record, 'old_id'), message));
      }
      if (!ids.has(new_id) && tables.every(({ complete }) => complete)) {
        const message = `"${new_id}" does not exist.`;
        const advice = `${askForWord(new_id, ids)}Write the id that is in use today.`;
        problems.push(
          createProblem('retired-id-leads-nowhere', locate(retired, record, 'new_id'), message, advice),
        );
      }
      return problems;
    });
  },
};

/** The file of the row that carries the id. */
function fileOf(tables: readonly Table[], id: string): string | undefined {
  for (const table of tables) {
    const record = table.records.find(({ cells }) => cells.id === id);
    if (record !== undefined) return locate(table, record).file;
  }
  return undefined;
}

function listTablesOf({ tables, editions }: Draft, kind: RetiredId['kind']): Table[] {
  switch (kind) {
    case 'organization':
      return [tables.organizations as Table];
    case 'service-type':
      return [tables['service-types'] as Table];
    case 'service':
      return editions.map(({ tables: { services } }) => services as Table);
  }
}
