import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const checkedDates: Rule = {
  name: 'checked-dates',
  description: 'No contact was checked later than today.',
  check: ({ editions }) => {
    const today = new Date().toISOString().slice(0, 10);
    return editions.flatMap(({ tables: { contacts } }) =>
      listRows(contacts).flatMap((record) => {
        const { verified_on } = record.values;
        // A partial date compares as text with as much of today as it says.
        if (verified_on === undefined || verified_on <= today.slice(0, verified_on.length)) return [];
        return createProblem(
          'future-check',
          locate(contacts, record, 'verified_on'),
          `The contact is said to have been checked on ${verified_on}, which is still to come.`,
        );
      }),
    );
  },
};
