import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fold } from '../../directory/fold.ts';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const printedPhones: Rule = {
  name: 'printed-phones',
  description: 'A telephone number has the digits of what is printed.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { contacts } }) =>
      listRows(contacts).flatMap((record) => {
        const { phone, phone_as_printed } = record.values;
        if (phone === undefined || phone_as_printed.length === 0) return [];
        // A source that prints two spellings contradicts itself; one of them is enough.
        if (phone_as_printed.some((printed) => agree(phone, printed))) return [];
        const place = locate(contacts, record, 'phone');
        return createProblem(
          'phone-differs-from-print',
          place,
          'The digits differ from those in phone_as_printed.',
        );
      }),
    ),
};

/** True when the printed number is this one, with or without country code and leading zeros. */
function agree(phone: string, printed: string): boolean {
  const digits = fold(printed).replace(/\D/g, '').replace(/^0+/, '');
  const national = parsePhoneNumberFromString(phone)?.nationalNumber;
  return digits === phone.slice(1) || digits === national;
}
