import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { describeRecord, type Located, locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const sharedPhones: Rule = {
  name: 'shared-phones',
  description: 'A telephone number belongs to one organization.',
  check: ({ editions }) =>
    editions.flatMap(({ tables: { contacts } }) => {
      const problems: Problem[] = [];
      const firstOf = new Map<string, { record: Located; organization: string }>();
      for (const record of listRows(contacts)) {
        const { phone, organization } = record.values;
        if (phone === undefined || organization === undefined) continue;
        const first = firstOf.get(phone);
        if (first === undefined) firstOf.set(phone, { record, organization });
        else if (first.organization !== organization) {
          const where = describeRecord(contacts, first.record, record);
          const message = `This number also stands in ${where}, for another organization.`;
          problems.push(createProblem('shared-phone', locate(contacts, record, 'phone'), message));
        }
      }
      return problems;
    }),
};
