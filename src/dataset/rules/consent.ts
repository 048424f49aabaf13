import { consentState, isOfAPerson, isToCome } from '../../directory/consent.ts';
import { latestDay } from '../../directory/freshness.ts';
import type { Contact } from '../../schema/directory.ts';
import { listRows } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { type Located, locate, type Table } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const consent: Rule = {
  name: 'consent',
  description: 'A person is public only by consent that says who gave it and when, and that still holds.',
  check: ({ editions }) => {
    const today = latestDay(new Date());
    return editions.flatMap(({ tables: { contacts } }) =>
      listRows(contacts).flatMap((record) => [
        ...checkRecord(contacts, record, today),
        ...checkPublication(contacts, record, today),
      ]),
    );
  },
};

type Row = Located & { values: Contact };

/** Whether what is written of the consent can be true. */
function checkRecord(contacts: Table<Contact>, record: Row, today: string): Problem[] {
  const { consent, consent_by, consent_on, consent_expires } = record.values;
  const problems: Problem[] = [];
  const report = (code: Problem['code'], column: string, message: string) => {
    problems.push(createProblem(code, locate(contacts, record, column), message));
  };
  if (consent === 'yes' && (consent_by === undefined || consent_on === undefined)) {
    const missing = consent_by === undefined ? 'consent_by' : 'consent_on';
    report('consent-incomplete', missing, 'Consent is yes, and it is not said who gave it and when.');
  }
  if (consent === undefined && [consent_by, consent_on, consent_expires].some((cell) => cell !== undefined))
    report('consent-incomplete', 'consent', 'Consent has a giver or a date, and no yes or no.');
  if (consent_on !== undefined && isToCome(consent_on, today))
    report('future-consent', 'consent_on', `Consent is said to have been given on ${consent_on}.`);
  if (
    consent_on !== undefined &&
    consent_expires !== undefined &&
    consent_expires.slice(0, consent_on.length) < consent_on
  )
    report(
      'consent-ends-before-it-begins',
      'consent_expires',
      `Consent is said to end on ${consent_expires} and to be given on ${consent_on}.`,
    );
  return problems;
}

/** What the consent, as it is written, means for the visibility of the row. */
function checkPublication(contacts: Table<Contact>, record: Row, today: string): Problem[] {
  const { values } = record;
  if (values.visibility === 'withheld') return [];
  const state = consentState(values, today);
  const at = (column: string) => locate(contacts, record, column);
  if (state === 'refused')
    return [createProblem('contact-now-withheld', at('consent'), 'Consent was refused.')];
  if (state === 'expired') {
    const message = `Consent ended on ${values.consent_expires}.`;
    return [createProblem('contact-now-withheld', at('consent_expires'), message)];
  }
  if (values.visibility !== 'public' || !isOfAPerson(values) || state === 'given') return [];
  const message =
    'This contact is a person or names one, and no consent to show it to everybody is recorded.';
  return [createProblem('public-person-without-consent', at('visibility'), message)];
}
