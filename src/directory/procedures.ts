/** What the sources say is done in special cases: their steps, put together case by case. */
import type { ProcedureStep } from '../schema/directory.ts';

export interface Procedure {
  id: string;
  /** A row of the case, for its name in both languages. */
  first: ProcedureStep;
  /** True where the source tells the steps in an order. */
  ordered: boolean;
  steps: ProcedureStep[];
  /** Ids of the documents that tell them, each once. */
  sources: string[];
}

/** The cases in the order of their first rows, with their steps in the order of the source. */
export function listProcedures(rows: readonly ProcedureStep[]): Procedure[] {
  return [...Map.groupBy(rows, ({ procedure }) => procedure)].map(([id, own]) => {
    const steps = [...own].sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
    return {
      id,
      first: own[0] as ProcedureStep,
      ordered: steps.every(({ step }) => step !== undefined),
      steps,
      sources: [...new Set(steps.map(({ source }) => source))],
    };
  });
}

/** The cases in which a party takes part. */
export function proceduresWith(procedures: readonly Procedure[], party: string): Procedure[] {
  return procedures.filter(({ steps }) => steps.some(({ parties }) => parties.includes(party)));
}
