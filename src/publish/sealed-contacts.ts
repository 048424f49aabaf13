/**
 * What stands in the sealed file: the contacts of the current edition that practitioners may see and the public may
 * not, and the spots of the pages where each belongs. Withheld contacts are not in it.
 */
import { organizationsSharing } from '../directory/shared-numbers.ts';
import type { Contact, Directory } from '../schema/directory.ts';
import type { Audience, Language } from '../schema/vocabulary.ts';
import { redact } from './redact.ts';

/** Contact ids by spot: "service/<id>", "organization/<id>", and "edition/<id>" for those that belong to nobody. */
export type Spots = Record<string, string[]>;

export interface SealedContact {
  contact: Contact;
  /** Other organizations that have its number. */
  shared: string[];
}

/** The HTML of a contact: as a block for cards and pages of organizations, and for a row of a table. */
export type SealedMarkups = Record<Language, Record<'block' | 'line', string>>;

/** What the sealed file holds: every contact as the page puts it in, by id. */
export interface SealedContent {
  contacts: Record<string, SealedMarkups>;
  spots: Spots;
}

/** The contacts that are sealed. A service that names none of them shows those of its organization, which the page says are on file. */
export function sealedContacts(directory: Directory): {
  contacts: SealedContact[];
  spots: Spots;
} {
  const editionFor = (audience: Audience) =>
    redact(directory, audience).editions.find(({ about }) => about.id === directory.settings.current_edition);
  const edition = editionFor('practitioner');
  if (edition === undefined) return { contacts: [], spots: {} };
  const seen = edition.contacts;
  const open = new Set(editionFor('public')?.contacts.map(({ id }) => id));
  const sealed = seen.filter(({ id }) => !open.has(id));
  const ids = new Set(sealed.map(({ id }) => id));
  const byOwner = Map.groupBy(sealed, ({ organization }) => organization);
  const of = (owner: string | undefined) => (byOwner.get(owner) ?? []).map(({ id }) => id);
  const spots = [
    ...edition.services.map(({ id, organization, contacts }) => {
      const own = contacts.filter((contact) => ids.has(contact));
      return [`service/${id}`, own.length > 0 ? own : of(organization)] as const;
    }),
    ...[...byOwner.keys()].map(
      (owner) =>
        [owner === undefined ? `edition/${edition.about.id}` : `organization/${owner}`, of(owner)] as const,
    ),
  ];
  return {
    contacts: sealed.map((contact) => ({ contact, shared: organizationsSharing(contact, seen) })),
    spots: Object.fromEntries(spots.filter(([, contacts]) => contacts.length > 0)),
  };
}
