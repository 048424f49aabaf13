import { PEOPLE } from '../../schema/vocabulary.ts';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const eligibilitySources: Rule = {
  name: 'eligibility-sources',
  description: 'Who is accepted is said with its own source and page.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { services } }) =>
      listRows(services).flatMap((record) => {
        const answered = PEOPLE.filter((people) => record.values[people] !== undefined);
        if (answered.length === 0) return [];
        const empty = [
          record.values.eligibility_source === undefined ? 'eligibility_source' : '',
          record.values.eligibility_page.length === 0 ? 'eligibility_page' : '',
        ].filter((column) => column !== '');
        return empty.map((column) =>
          createProblem(
            'eligibility-without-source',
            locate(services, record, column),
            `This row answers for ${answered.join(', ')}, but ${column} is empty.`,
          ),
        );
      }),
    ),
};
