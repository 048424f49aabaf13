import { isToCome } from '../../directory/consent.ts';
import { latestDay } from '../../directory/freshness.ts';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const checkedDates: Rule = {
  name: 'checked-dates',
  description: 'No contact was checked later than today.',
  check: ({ editions }) => {
    const today = latestDay(new Date());
    return editions.flatMap(({ tables: { contacts } }) =>
      listRows(contacts).flatMap((record) => {
        const { verified_on } = record.values;
        if (verified_on === undefined || !isToCome(verified_on, today)) return [];
        return createProblem(
          'future-check',
          locate(contacts, record, 'verified_on'),
          `The contact is said to have been checked on ${verified_on}, which is still to come.`,
        );
      }),
    );
  },
};
