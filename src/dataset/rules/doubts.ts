import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const doubts: Rule = {
  name: 'doubts',
  description: 'A service that was read with doubt says why.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { services } }) =>
      listRows(services)
        .filter(({ values }) => values.confidence !== 'high' && values.note_en === undefined)
        .map((record) =>
          createProblem(
            'doubt-without-note',
            locate(services, record, 'confidence'),
            `Confidence is ${record.values.confidence}, but note_en is empty.`,
          ),
        ),
    ),
};
