import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const parents: Rule = {
  name: 'parents',
  description: 'No organization is part of itself, directly or through others.',
  check: ({ tables: { organizations } }) => {
    const rows = listRows(organizations);
    const parentOf = new Map(rows.map(({ values }) => [values.id, values.parent]));
    const reported = new Set<string>();
    return rows.flatMap((record) => {
      const cycle = findCycle(record.values.id, parentOf);
      if (cycle === undefined || reported.has(record.values.id)) return [];
      for (const id of cycle) reported.add(id);
      const message = `These are part of each other: ${[...cycle, record.values.id].join(', ')}.`;
      return createProblem('parent-cycle', locate(organizations, record, 'parent'), message);
    });
  },
};

/** The organizations on the way from one up to itself, or undefined when the way ends. */
function findCycle(start: string, parentOf: ReadonlyMap<string, string | undefined>): string[] | undefined {
  const way: string[] = [];
  for (let id: string | undefined = start; id !== undefined && !way.includes(id); id = parentOf.get(id)) {
    way.push(id);
    if (parentOf.get(id) === start) return way;
  }
  return undefined;
}
