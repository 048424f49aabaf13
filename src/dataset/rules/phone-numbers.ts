import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const phoneNumbers: Rule = {
  name: 'phone-numbers',
  description: 'Telephone numbers have a possible length and stand in the numbering plan of their country.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { contacts } }) =>
      listRows(contacts).flatMap((record) => {
        const { phone } = record.values;
        if (phone === undefined) return [];
        const place = locate(contacts, record, 'phone');
        // Written with a plus, a number names its country itself.
        const number = parsePhoneNumberFromString(phone);
        if (number === undefined) {
          return createProblem('impossible-phone', place, 'This is not a telephone number of any country.');
        }
        if (!number.isPossible()) {
          return createProblem(
            'impossible-phone',
            place,
            'No telephone number of its country has so many digits.',
          );
        }
        if (number.isValid()) return [];
        return createProblem(
          'unknown-phone',
          place,
          'The numbering plan of today does not know this number.',
        );
      }),
    ),
};
