import { quoteValue } from '../columns.ts';
import { listTables, type NamedTable } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { describeRecord, type Located, locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

/** The columns whose cells name one row only; of several, each by itself. */
function listKeys({ name }: NamedTable): string[] {
  if (name === 'retired-ids') return ['old_id'];
  return name === 'provinces' ? ['id', 'slug'] : ['id'];
}

export const duplicateIds: Rule = {
  name: 'duplicate-ids',
  description: 'No id stands twice in a table; in tables of editions, twice in the same edition.',
  check: (draft) =>
    listTables(draft).flatMap((named) => listKeys(named).flatMap((column) => findDuplicates(named, column))),
};

function findDuplicates({ name, table }: NamedTable, column: string): Problem[] {
  const problems: Problem[] = [];
  const firstOf = new Map<string, Located>();
  for (const record of table.records) {
    const value = record.cells[column];
    if (value === undefined) continue;
    // The same word may have been retired in two tables.
    const key = name === 'retired-ids' ? `${record.cells.kind} ${value}` : value;
    const before = firstOf.get(key);
    if (before === undefined) {
      firstOf.set(key, record);
      continue;
    }
    const quoted = quoteValue(table.schema, column, value) ?? 'The same id';
    const message = `${quoted} already stands in ${describeRecord(table, before, record)}.`;
    problems.push(createProblem('duplicate-id', locate(table, record, column), message));
  }
  return problems;
}
