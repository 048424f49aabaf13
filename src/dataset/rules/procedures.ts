import type { ProcedureStep } from '../../schema/directory.ts';
import { isSound } from '../columns.ts';
import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { type Located, locate, type Table } from '../read-table.ts';
import { showValue } from '../unsafe-text.ts';
import type { Rule } from './rule.ts';

type Step = Located & { values: ProcedureStep };

export const procedures: Rule = {
  name: 'procedures',
  description: 'The steps of a procedure carry one name and are numbered 1, 2, 3 … or not at all.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { procedures: table } }) => {
      const cases = Map.groupBy(listRows(table), ({ values }) => values.procedure);
      return [...cases].flatMap(([id, steps]) => [
        ...checkNames(table, steps),
        ...(isWhole(table, id) ? checkSteps(table, steps) : []),
      ]);
    }),
};

/** False where a step of the case may be missing from what was read: such a row has a message of its own. */
function isWhole({ complete, records, schema }: Table<ProcedureStep>, procedure: string): boolean {
  const isElsewhere = (cell: string | undefined) =>
    cell !== undefined && cell !== procedure && isSound(schema, 'procedure', cell);
  return (
    complete &&
    records.every(
      ({ aligned, values, cells }) => values !== undefined || (aligned && isElsewhere(cells.procedure)),
    )
  );
}

function checkNames(table: Table<ProcedureStep>, [first, ...others]: readonly Step[]): Problem[] {
  return others.flatMap((step) =>
    (['name_en', 'name_km'] as const)
      .filter((column) => step.values[column] !== first?.values[column])
      .map((column) => {
        const { procedure } = step.values;
        const message = `"${showValue(procedure)}" has another name in its first row.`;
        return createProblem('procedure-name-differs', locate(table, step, column), message);
      }),
  );
}

/** Each number follows the one before it, so that one step left out is one message. */
function checkSteps(table: Table<ProcedureStep>, steps: readonly Step[]): Problem[] {
  if (steps.every(({ values }) => values.step === undefined)) return [];
  let expected = 1;
  return steps.flatMap((step, i) => {
    const { step: number, procedure } = step.values;
    const follows = number === expected;
    expected = (number ?? expected) + 1;
    if (follows) return [];
    const message = `This is row ${i + 1} of "${showValue(procedure)}", and its step is ${number ?? 'empty'}.`;
    return [createProblem('procedure-steps-broken', locate(table, step, 'step'), message)];
  });
}
