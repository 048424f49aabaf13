import { fold } from '../../directory/fold.ts';
import type { Organization } from '../../schema/directory.ts';
import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { describeRecord, type Located, locate } from '../read-table.ts';
import { measureDistance } from '../suggest.ts';
import type { Rule } from './rule.ts';

type Row = Located & { values: Organization };

/** Names shorter than this differ by a letter or two without being the same body. */
const LONG_NAME = 12;
const NEAR = 2;

/** How many letters at either end two names must share to be compared at all: edits at both ends are not looked for. */
const SHARED_END = 4;

export const lookAlikeOrganizations: Rule = {
  name: 'look-alike-organizations',
  description: 'No two organizations have the same name or nearly so.',
  check: ({ tables: { organizations } }) => {
    const problems: Problem[] = [];
    const earlierByKey = new Map<string, Set<Row>>();
    for (const record of listRows(organizations)) {
      const keys = listKeys(record.values);
      const candidates = new Set(keys.flatMap((key) => [...(earlierByKey.get(key) ?? [])]));
      for (const earlier of [...candidates].sort((x, y) => x.row - y.row)) {
        if (earlier.values.id === record.values.id) continue;
        const likeness = describeLikeness(record.values, earlier.values);
        if (likeness === undefined) continue;
        const where = describeRecord(organizations, earlier, record);
        const message = `"${record.values.name_en}" ${likeness} "${earlier.values.name_en}" in ${where}.`;
        problems.push(
          createProblem('look-alike-organization', locate(organizations, record, 'name_en'), message),
        );
      }
      for (const key of keys) earlierByKey.set(key, (earlierByKey.get(key) ?? new Set()).add(record));
    }
    return problems;
  },
};

/** What a look-alike has in common with a name: every name as it is, and the two ends of the main one. */
function listKeys(organization: Organization): string[] {
  const main = fold(organization.name_en);
  const ends =
    main.length < LONG_NAME ? [] : [`${main.slice(0, SHARED_END)}…`, `…${main.slice(-SHARED_END)}`];
  return [...new Set([...listNames(organization).map(fold), ...ends])];
}

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
