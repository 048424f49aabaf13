/** Which telephone numbers may hang on a wall. */
import { isOfAPerson } from '../directory/consent.ts';
import type { Contact } from '../schema/directory.ts';
import { seesContact } from './redact.ts';

/** The numbers of a poster. */
export interface PostedContacts {
  contacts: Contact[];
  /** How many more have no room; they stand in the directory. */
  left: number;
}

/**
 * The numbers for a poster, whoever it is printed by: hotlines first, then offices, and only what everybody may see.
 * Nothing of a person hangs on a wall, even where that person agreed to stand in the directory: a directory can be
 * built again when somebody takes a yes back, a poster stays. A contact without a whole number is left out.
 * @param contacts of a redacted edition; their order is kept within each kind
 * @param room how many numbers fit
 */
export function postedContacts(contacts: readonly Contact[], room: number): PostedContacts {
  const open = contacts.filter(
    (contact) =>
      contact.phone !== undefined &&
      contact.organization !== undefined &&
      !isOfAPerson(contact) &&
      seesContact('public', contact),
  );
  const sorted = [...open.filter(isHotline), ...open.filter((contact) => !isHotline(contact))];
  return { contacts: sorted.slice(0, room), left: Math.max(0, sorted.length - room) };
}

function isHotline({ kind }: Contact): boolean {
  return kind === 'hotline';
}
