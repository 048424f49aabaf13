import { splitList } from '../../schema/fields.ts';
import { listColumns, listTargets } from '../columns.ts';
import { listTables } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import { showValue } from '../unsafe-text.ts';
import type { Rule } from './rule.ts';

export const unusedOrganizations: Rule = {
  name: 'unused-organizations',
  description: 'Every organization is named by a row of an edition, or another one is part of it.',
  check: (draft) => {
    const { organizations } = draft.tables;
    const used = new Set<string>();
    for (const { table } of listTables(draft)) {
      const columns = listColumns(table.schema).filter((column) =>
        listTargets(table.schema, column).includes('organizations'),
      );
      if (columns.length === 0) continue;
      // A row that could not be read may be the one that uses it.
      if (!table.complete || table.records.some(({ aligned }) => !aligned)) return [];
      for (const { cells } of table.records) {
        for (const column of columns) for (const id of splitList(cells[column])) used.add(id);
      }
    }
    return organizations.records.flatMap((record) => {
      const { id } = record.cells;
      if (id === undefined || used.has(id)) return [];
      return createProblem(
        'unused-organization',
        locate(organizations, record, 'id'),
        `No edition names "${showValue(id)}".`,
      );
    });
  },
};
