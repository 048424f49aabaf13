/** What consent says of a contact on a day. The columns are explained in docs/decisions/consent-and-private-rows.md. */
import type { Contact } from '../schema/directory.ts';

export type ConsentState = 'not-asked' | 'given' | 'refused' | 'expired';

export type ConsentColumns = Pick<Contact, 'consent' | 'consent_by' | 'consent_on' | 'consent_expires'>;

/**
 * The state of consent on a day (2026-03-01). A yes counts only with who gave it and when; a no and a date that has
 * passed count whatever else is written.
 */
export function consentState(
  { consent, consent_by, consent_on, consent_expires }: ConsentColumns,
  today: string,
): ConsentState {
  if (consent === 'no') return 'refused';
  if (consent_expires !== undefined && consent_expires < today) return 'expired';
  const recorded = consent_by !== undefined && consent_on !== undefined && !isToCome(consent_on, today);
  return consent === 'yes' && recorded ? 'given' : 'not-asked';
}

/** True for a date, full or partial, that is later than today for certain. */
export function isToCome(date: string, today: string): boolean {
  // A partial date compares as text with as much of today as it says.
  return date > today.slice(0, date.length);
}

/** True for a contact that is a person, or that carries the name of one. */
export function isOfAPerson({
  kind,
  person,
  person_as_printed,
}: Pick<Contact, 'kind' | 'person' | 'person_as_printed'>): boolean {
  return kind === 'person' || person !== undefined || person_as_printed.length > 0;
}
