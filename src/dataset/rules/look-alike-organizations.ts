import { fold } from '../../directory/fold.ts';
import type { Organization } from '../../schema/directory.ts';
import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate } from '../read-table.ts';
import { measureDistance } from '../suggest.ts';
import type { Rule } from './rule.ts';

/** Names shorter than this differ by a letter or two without being the same body. */
const LONG_NAME = 12;
const NEAR = 2;

export const lookAlikeOrganizations: Rule = {
  name: 'look-alike-organizations',
  description: 'No two organizations have the same name or nearly so.',
  check: ({ tables: { organizations } }) => {
    const rows = listRows(organizations);
    const problems: Problem[] = [];
    for (const [index, record] of rows.entries()) {
      for (const earlier of rows.slice(0, index)) {
        if (earlier.values.id === record.values.id) continue;
        const likeness = describeLikeness(record.values, earlier.values);
        if (likeness === undefined) continue;
        const message = `"${record.values.name_en}" ${likeness} "${earlier.values.name_en}" in row ${earlier.row}.`;
        problems.push(
          createProblem('look-alike-organization', locate(organizations, record, 'name_en'), message),
        );
      }
    }
    return problems;
  },
};

/** How the first is like the second, or undefined when it is not. */
function describeLikeness(a: Organization, b: Organization): string | undefined {
  const names = listNames(b).map(fold);
  const shared = listNames(a).find((name) => names.includes(fold(name)));
  if (shared !== undefined) return `shares the name "${shared}" with`;
  const [first, second] = [fold(a.name_en), fold(b.name_en)];
  if (Math.min(first.length, second.length) < LONG_NAME) return undefined;
  // "Office 1" and "Office 2" are two offices.
  if (first.replace(/\D/g, '') !== second.replace(/\D/g, '')) return undefined;
  const near = Math.abs(first.length - second.length) <= NEAR && measureDistance(first, second) <= NEAR;
  return near ? 'is nearly the same name as' : undefined;
}

function listNames({ name_en, name_km, aliases }: Organization): string[] {
  return [name_en, name_km ?? '', ...aliases].filter((name) => fold(name) !== '');
}
