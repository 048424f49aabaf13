import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const standsFor: Rule = {
  name: 'stands-for',
  description: 'Only a word for several bodies or people stands for others; one organization does not.',
  check: ({ tables: { organizations } }) =>
    listRows(organizations)
      .filter(({ values }) => values.stands_for.length > 0 && values.kind !== 'role')
      .map((record) =>
        createProblem(
          'stands-for-without-role',
          locate(organizations, record, 'stands_for'),
          `This organization stands for others, and its kind is ${record.values.kind}.`,
        ),
      ),
};
