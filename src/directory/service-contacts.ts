/** Which contacts stand with a service. */
import type { Contact, Service } from '../schema/directory.ts';

interface Lookup {
  /** Contacts by id, with their place in the list. */
  known: ReadonlyMap<string, readonly [place: number, contact: Contact]>;
  /** Offices and hotlines by organization. */
  offices: ReadonlyMap<string | undefined, Contact[]>;
}

const lookups = new WeakMap<readonly Contact[], Lookup>();

/**
 * The contacts shown with a service: those it names; where it names none of the given ones, the offices and hotlines
 * of its organization. In the order of the list, which is looked through once and must not change afterwards.
 */
export function contactsWith(
  { contacts: named, organization }: Pick<Service, 'contacts' | 'organization'>,
  contacts: readonly Contact[],
): Contact[] {
  const { known, offices } = lookup(contacts);
  const own = [...new Set(named)].flatMap((id) => {
    const found = known.get(id);
    return found === undefined ? [] : [found];
  });
  if (own.length === 0) return [...(offices.get(organization) ?? [])];
  return own.sort(([a], [b]) => a - b).map(([, contact]) => contact);
}

function lookup(contacts: readonly Contact[]): Lookup {
  const made = lookups.get(contacts) ?? {
    known: new Map(contacts.map((contact, place) => [contact.id, [place, contact] as const])),
    offices: officesIn(contacts),
  };
  lookups.set(contacts, made);
  return made;
}

function officesIn(contacts: readonly Contact[]): Map<string | undefined, Contact[]> {
  return Map.groupBy(
    contacts.filter(({ kind }) => kind !== 'person'),
    ({ organization }) => organization,
  );
}

/**
 * Every contact that may stand with one of the services, for whatever audience, and the organization of the service:
 * where an audience does not see the named ones, the others take their place.
 */
export function ownersOfContacts(
  services: readonly Pick<Service, 'contacts' | 'organization'>[],
  contacts: readonly Contact[],
): Map<string, string> {
  const offices = officesIn(contacts);
  return new Map(
    services.flatMap(({ contacts: named, organization }) =>
      [...named, ...(offices.get(organization) ?? []).map(({ id }) => id)].map(
        (id) => [id, organization] as const,
      ),
    ),
  );
}
