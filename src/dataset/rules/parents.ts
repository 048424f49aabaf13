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
    const cycles = findCycles(parentOf);
    return rows.flatMap((record) => {
      const { id } = record.values;
      const cycle = cycles.find((members) => members.includes(id));
      if (cycle === undefined) return [];
      // Said once, in the first row that belongs to it.
      cycles.splice(cycles.indexOf(cycle), 1);
      const from = cycle.indexOf(id);
      const way = [...cycle.slice(from), ...cycle.slice(0, from), id];
      const message = `These are part of each other: ${way.join(', ')}.`;
      return createProblem('parent-cycle', locate(organizations, record, 'parent'), message);
    });
  },
};

/** Every cycle, from child to parent. No way is gone twice. */
function findCycles(parentOf: ReadonlyMap<string, string | undefined>): string[][] {
  const gone = new Set<string>();
  const cycles: string[][] = [];
  for (const start of parentOf.keys()) {
    const way: string[] = [];
    let id: string | undefined = start;
    for (; id !== undefined && !gone.has(id); id = parentOf.get(id)) {
      gone.add(id);
      way.push(id);
    }
    const from = id === undefined ? -1 : way.indexOf(id);
    if (from !== -1) cycles.push(way.slice(from));
  }
  return cycles;
}
