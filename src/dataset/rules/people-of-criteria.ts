import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

/** Kinds of words that decide who is sent somewhere. */
const DECIDING: readonly string[] = ['person', 'condition'];

export const peopleOfCriteria: Rule = {
  name: 'people-of-criteria',
  description: 'Only words that say who is taken, or when people are sent, name people and ages.',
  check: ({ tables: { criteria } }) =>
    listRows(criteria)
      .filter(({ values }) => !DECIDING.includes(values.kind))
      .flatMap((record) => {
        const { people, age_min, age_max, kind } = record.values;
        const column =
          people.length > 0
            ? 'people'
            : age_min !== undefined
              ? 'age_min'
              : age_max !== undefined
                ? 'age_max'
                : undefined;
        if (column === undefined) return [];
        const message = `This ${kind} names people or ages, which no answer looks at.`;
        return [createProblem('people-without-effect', locate(criteria, record, column), message)];
      }),
};
