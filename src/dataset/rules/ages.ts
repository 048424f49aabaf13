import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const ages: Rule = {
  name: 'ages',
  description: 'The youngest age of a service is not above its oldest.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { services } }) =>
      listRows(services).flatMap((record) => {
        const { age_min, age_max } = record.values;
        if (age_min === undefined || age_max === undefined || age_min <= age_max) return [];
        const message = `The youngest age is ${age_min} but the oldest is ${age_max}.`;
        return createProblem('ages-crossed', locate(services, record, 'age_min'), message);
      }),
    ),
};
