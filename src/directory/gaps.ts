/** Gaps as results: what the providers themselves said is missing. */
import type { Service, Statement } from '../schema/directory.ts';

/** The gaps stated about the kinds of help of these services, by the organizations that provide them. */
export function gapsStatedOf(
  services: readonly Pick<Service, 'type' | 'organization'>[],
  statements: readonly Statement[],
): Statement[] {
  return statements.filter(
    ({ kind, topic, organization }) =>
      kind === 'gap' &&
      services.some((service) => service.type === topic && organization.includes(service.organization)),
  );
}

/** A statement as it is read out: once, with everybody who made it in the same words and all its pages. */
export interface StatementLine {
  first: Statement;
  organization: string[];
  page: string[];
}

/** Puts together the statements of one kind with the same words. */
export function statementLines(statements: readonly Statement[]): StatementLine[] {
  const same = Map.groupBy(statements, (statement) => `${statement.kind} ${statement.text_en}`);
  return [...same.values()].map((some) => ({
    first: some[0] as Statement,
    organization: [...new Set(some.flatMap((statement) => statement.organization))],
    page: [...new Set(some.flatMap((statement) => statement.page))],
  }));
}
