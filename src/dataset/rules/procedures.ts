import type { ProcedureStep } from '../../schema/directory.ts';
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
      return [...cases.values()].flatMap((steps) => [
        ...checkNames(table, steps),
        ...checkSteps(table, steps),
      ]);
    }),
};

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

function checkSteps(table: Table<ProcedureStep>, steps: readonly Step[]): Problem[] {
  if (steps.every(({ values }) => values.step === undefined)) return [];
  return steps.flatMap((step, i) => {
    if (step.values.step === i + 1) return [];
    const message = `This is row ${i + 1} of "${showValue(step.values.procedure)}", and its step is ${step.values.step ?? 'empty'}.`;
    return [createProblem('procedure-steps-broken', locate(table, step, 'step'), message)];
  });
}
