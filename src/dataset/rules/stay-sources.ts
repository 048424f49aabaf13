import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const staySources: Rule = {
  name: 'stay-sources',
  description: 'A source of the length of stay has a page, and a length that it states.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { services } }) =>
      listRows(services).flatMap((record) => {
        const { stay, stay_source, stay_page } = record.values;
        if (stay_source === undefined && stay_page.length === 0) return [];
        const empty =
          stay === undefined
            ? 'stay'
            : stay_source === undefined
              ? 'stay_source'
              : stay_page.length === 0
                ? 'stay_page'
                : undefined;
        if (empty === undefined) return [];
        const message = `This row says where its length of stay is stated, but ${empty} is empty.`;
        return [createProblem('stay-source-incomplete', locate(services, record, empty), message)];
      }),
    ),
};
