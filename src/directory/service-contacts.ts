/** Which contacts stand with a service. */
import type { Contact, Service } from '../schema/directory.ts';

/**
 * The contacts shown with a service: those it names; where it names none of the given ones, the offices and hotlines
 * of its organization.
 */
export function contactsWith(
  { contacts: named, organization }: Pick<Service, 'contacts' | 'organization'>,
  contacts: readonly Contact[],
): Contact[] {
  const own = contacts.filter(({ id }) => named.includes(id));
  return own.length > 0 ? own : contacts.filter((contact) => isFallback(contact, organization));
}

/**
 * Every contact that may stand with one of the services, for whatever audience, and the organization of the service:
 * where an audience does not see the named ones, the others take their place.
 */
export function ownersOfContacts(
  services: readonly Pick<Service, 'contacts' | 'organization'>[],
  contacts: readonly Contact[],
): Map<string, string> {
  const offices = Map.groupBy(
    contacts.filter(({ kind }) => kind !== 'person'),
    ({ organization }) => organization,
  );
  return new Map(
    services.flatMap(({ contacts: named, organization }) =>
      [...named, ...(offices.get(organization) ?? []).map(({ id }) => id)].map(
        (id) => [id, organization] as const,
      ),
    ),
  );
}

function isFallback({ kind, organization: owner }: Contact, organization: string): boolean {
  return owner === organization && kind !== 'person';
}
