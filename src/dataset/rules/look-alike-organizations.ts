import { fold } from '../../directory/fold.ts';
import type { Organization } from '../../schema/directory.ts';
import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { describeRecord, type Located, locate } from '../read-table.ts';
import { measureDistance } from '../suggest.ts';
import { showValue } from '../unsafe-text.ts';
import type { Rule } from './rule.ts';

/** A row with its names by their folded form; folding them again for every pair would take most of the time. */
type Row = Located & { values: Organization; names: Map<string, string>; main: string };

/** Names shorter than this differ by a letter or two without being the same body. */
const LONG_NAME = 12;
const NEAR = 2;

/** A key that more rows share than this says nothing; comparing each with all would take hours. */
const MOST_ALIKE = 5;

/** How many letters at either end two names must share to be compared at all: edits at both ends are not looked for. */
const SHARED_END = 4;

export const lookAlikeOrganizations: Rule = {
  name: 'look-alike-organizations',
  description: 'No two organizations have the same name or nearly so.',
  check: ({ tables: { organizations } }) => {
    const problems: Problem[] = [];
    const earlierByKey = new Map<string, Set<Row>>();
    for (const located of listRows(organizations)) {
      const { values } = located;
      const record: Row = { ...located, ...foldNames(values) };
      const keys = listKeys(record);
      const candidates = new Set(keys.flatMap((key) => [...(earlierByKey.get(key) ?? [])]));
      for (const earlier of [...candidates].sort((x, y) => x.row - y.row).slice(0, MOST_ALIKE)) {
        if (earlier.values.id === values.id) continue;
        const likeness = describeLikeness(record, earlier);
        if (likeness === undefined) continue;
        const where = describeRecord(organizations, earlier, record);
        const message = `"${showValue(values.name_en)}" ${likeness} "${showValue(earlier.values.name_en)}" in ${where}.`;
        problems.push(
          createProblem('look-alike-organization', locate(organizations, record, 'name_en'), message),
        );
      }
      for (const key of keys) {
        const earlier = earlierByKey.get(key) ?? new Set();
        if (earlier.size < MOST_ALIKE) earlierByKey.set(key, earlier.add(record));
      }
    }
    return problems;
  },
};

/** What a look-alike has in common with a name: every name as it is, and the two ends of the main one. */
function listKeys({ names, main }: Row): string[] {
  const ends =
    main.length < LONG_NAME ? [] : [`${main.slice(0, SHARED_END)}…`, `…${main.slice(-SHARED_END)}`];
  return [...new Set([...names.keys(), ...ends])];
}

/** How the first is like the second, or undefined when it is not. */
function describeLikeness(a: Row, b: Row): string | undefined {
  for (const [folded, name] of a.names) {
    if (b.names.has(folded)) return `shares the name "${showValue(name)}" with`;
  }
  const [first, second] = [a.main, b.main];
  if (Math.min(first.length, second.length) < LONG_NAME) return undefined;
  // "Office 1" and "Office 2" are two offices.
  if (first.replace(/\D/g, '') !== second.replace(/\D/g, '')) return undefined;
  const near = measureDistance(first, second, NEAR) <= NEAR;
  return near ? 'is nearly the same name as' : undefined;
}

function foldNames({ name_en, name_km, aliases }: Organization): Pick<Row, 'names' | 'main'> {
  const folded = [name_en, name_km ?? '', ...aliases].map((name) => [fold(name), name] as const);
  return { names: new Map(folded.filter(([name]) => name !== '')), main: folded[0]?.[0] ?? '' };
}
