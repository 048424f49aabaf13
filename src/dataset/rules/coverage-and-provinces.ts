import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const coverageAndProvinces: Rule = {
  name: 'coverage-and-provinces',
  description: 'A service lists provinces exactly when its coverage is "listed".',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { services } }) =>
      listRows(services).flatMap((record) => {
        const { coverage, provinces } = record.values;
        if (coverage === 'listed' && provinces.length === 0) {
          const place = locate(services, record, 'provinces');
          return createProblem(
            'listed-without-provinces',
            place,
            'Coverage is "listed" but no province is given.',
          );
        }
        if (coverage !== 'listed' && provinces.length > 0) {
          const place = locate(services, record, 'coverage');
          const message = `Coverage is "${coverage}" but provinces are given.`;
          return createProblem('provinces-without-listed', place, message);
        }
        return [];
      }),
    ),
};
