import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const senders: Rule = {
  name: 'senders',
  description:
    'A sender is named only where people are sent out; where they come in, the party is the sender.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { referrals } }) =>
      listRows(referrals).flatMap((record) => {
        const { sender, direction, reading } = record.values;
        if (sender === undefined || direction === 'out' || reading === 'out') return [];
        const way =
          direction === 'in'
            ? 'its direction is in'
            : `its direction is unclear and its reading is ${reading ?? 'empty'}`;
        return createProblem(
          'sender-of-nobody',
          locate(referrals, record, 'sender'),
          `This row names a sender, and ${way}.`,
        );
      }),
    ),
};
