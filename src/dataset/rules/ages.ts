import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate, type Table } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const ages: Rule = {
  name: 'ages',
  description: 'The youngest age of a service or of a condition is not above its oldest.',
  check: ({ editions, tables: { criteria } }) => [
    ...crossed(criteria),
    ...editions.flatMap(({ tables: { services } }) => crossed(services)),
  ],
};

function crossed(table: Table<{ age_min?: number | undefined; age_max?: number | undefined }>): Problem[] {
  return listRows(table).flatMap((record) => {
    const { age_min, age_max } = record.values;
    if (age_min === undefined || age_max === undefined || age_min <= age_max) return [];
    const message = `The youngest age is ${age_min} but the oldest is ${age_max}.`;
    return createProblem('ages-crossed', locate(table, record, 'age_min'), message);
  });
}
