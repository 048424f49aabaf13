/** Numbers that a source prints for more than one organization. */
import type { Contact } from '../schema/directory.ts';

/** The ids of other organizations that have the number of a contact among these contacts, each once. */
export function organizationsSharing(
  { phone, organization }: Contact,
  contacts: readonly Contact[],
): string[] {
  const others = contacts.filter(
    (other) => phone !== undefined && other.phone === phone && other.organization !== organization,
  );
  return [...new Set(others.flatMap((other) => other.organization ?? []))];
}
