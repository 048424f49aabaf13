/**
 * What each audience may see. Everything downstream (pages, downloads, the finder's index) receives a directory that
 * has been through here and filters nothing itself.
 */
import type { Contact, Directory, Edition } from '../schema/directory.ts';
import type { Audience, Visibility } from '../schema/vocabulary.ts';

/** An edition as one audience may see it. */
export interface PublishedEdition extends Edition {
  /** How many contacts of each organization practitioners have and this audience does not. */
  onFile: ReadonlyMap<string, number>;
}

/** A directory as one audience may see it. */
export interface Published extends Directory {
  audience: Audience;
  editions: PublishedEdition[];
}

const SEES: Record<Audience, readonly Visibility[]> = {
  public: ['public'],
  practitioner: ['public', 'practitioner'],
};

/** True where the audience may see the contact. */
export function seesContact(audience: Audience, contact: Pick<Contact, 'visibility'>): boolean {
  return SEES[audience].includes(contact.visibility);
}

/**
 * Takes out of a directory what the audience may not see: contacts of another visibility, and every mention of them
 * in services. Withheld contacts leave no trace at all; those kept for practitioners leave only their number.
 */
export function redact(directory: Directory, audience: Audience): Published {
  return {
    ...directory,
    audience,
    doNotList: [],
    editions: directory.editions.map((edition) => redactEdition(edition, audience)),
  };
}

function redactEdition(edition: Edition, audience: Audience): PublishedEdition {
  const sees = (contact: Contact) => seesContact(audience, contact);
  const contacts = edition.contacts.filter(sees);
  const kept = new Set(contacts.map((contact) => contact.id));
  const onFile = new Map<string, number>();
  for (const contact of edition.contacts) {
    if (sees(contact) || contact.visibility === 'withheld' || contact.organization === undefined) continue;
    onFile.set(contact.organization, (onFile.get(contact.organization) ?? 0) + 1);
  }
  return {
    ...edition,
    contacts,
    services: edition.services.map((service) => ({
      ...service,
      contacts: service.contacts.filter((id) => kept.has(id)),
    })),
    onFile,
  };
}

/** The audience named by an environment variable; nothing set means the public. Any other word is an error. */
export function readAudience(word: string | undefined): Audience {
  if (word === undefined || word === '' || word === 'public') return 'public';
  if (word === 'practitioner') return 'practitioner';
  throw new Error(`DIRECTORY_AUDIENCE is "${word}". Use "public" or "practitioner".`);
}
