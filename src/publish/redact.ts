/**
 * What each audience may see. Everything downstream (pages, downloads, the finder's index) receives a directory that
 * has been through here and filters nothing itself.
 */
import { isInternal, listColumns } from '../dataset/columns.ts';
import {
  CONTACT_TEXTS,
  isPlaceConfidential,
  placeTeller,
  SERVICE_TEXTS,
  shelteringTypes,
} from '../directory/confidential-places.ts';
import { type ConsentColumns, consentState, isOfAPerson } from '../directory/consent.ts';
import { latestDay } from '../directory/freshness.ts';
import { ownersOfContacts } from '../directory/service-contacts.ts';
import type { Contact, Directory, Edition, Service } from '../schema/directory.ts';
import { contactRow } from '../schema/edition-rows.ts';
import type { Audience, Visibility } from '../schema/vocabulary.ts';

/** An edition as one audience may see it. */
export interface PublishedEdition extends Edition {
  /** How many contacts of each organization practitioners have and this audience does not. */
  onFile: ReadonlyMap<string, number>;
  /** The same by organization and province, as "example-clinic KH-1"; those of no province in particular as "example-clinic ". */
  onFileIn: ReadonlyMap<string, number>;
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

/** What decides on a contact. */
export type Decisive = Pick<Contact, 'visibility' | 'kind' | 'person' | 'person_as_printed'> & ConsentColumns;

/**
 * Who may see a contact on a day (2026-03-01), whatever its column says: nobody where consent was refused or has run
 * out, and not everybody where it is of a person who has not agreed.
 */
export function effectiveVisibility(contact: Decisive, today: string): Visibility {
  const consent = consentState(contact, today);
  if (consent === 'refused' || consent === 'expired') return 'withheld';
  const open = contact.visibility === 'public';
  return open && isOfAPerson(contact) && consent !== 'given' ? 'practitioner' : contact.visibility;
}

/** True where the audience may see the contact on the day; without a day, today. */
export function seesContact(
  audience: Audience,
  contact: Decisive,
  today: string = latestDay(new Date()),
): boolean {
  return SEES[audience].includes(effectiveVisibility(contact, today));
}

/**
 * Takes out of a directory what the audience may not see on a day: contacts of another visibility, and every mention
 * of them in services; what is below the province of services whose place is confidential; columns that editors keep
 * for themselves, and the do-not-list. Withheld contacts leave no trace at all; those kept for practitioners leave
 * only their number.
 */
export function redact(
  directory: Directory,
  audience: Audience,
  today: string = latestDay(new Date()),
): Published {
  const sheltering = shelteringTypes(directory.serviceTypes);
  const rules: Rules = {
    sees: (contact) => seesContact(audience, contact, today),
    onFile: (contact) => effectiveVisibility(contact, today) !== 'withheld',
    confidential: (service) => isPlaceConfidential(service, sheltering),
    tells: placeTeller(directory),
  };
  return {
    ...directory,
    audience,
    doNotList: [],
    editions: directory.editions.map((edition) => redactEdition(edition, rules)),
  };
}

/** The questions that redaction asks of rows. */
interface Rules {
  sees: (contact: Contact) => boolean;
  /** Whether somebody may see the contact, if not this audience. */
  onFile: (contact: Contact) => boolean;
  confidential: (service: Service) => boolean;
  tells: ReturnType<typeof placeTeller>;
}

function redactEdition(edition: Edition, rules: Rules): PublishedEdition {
  const seen = edition.contacts.filter(rules.sees);
  const kept = new Set(seen.map((contact) => contact.id));
  const onFile = new Map<string, number>();
  const onFileIn = new Map<string, number>();
  for (const contact of edition.contacts) {
    if (rules.sees(contact) || !rules.onFile(contact) || contact.organization === undefined) continue;
    const { organization, provinces } = contact;
    onFile.set(organization, (onFile.get(organization) ?? 0) + 1);
    for (const province of provinces.length > 0 ? provinces : [''])
      onFileIn.set(`${organization} ${province}`, (onFileIn.get(`${organization} ${province}`) ?? 0) + 1);
  }
  const owners = ownersOfContacts(edition.services.filter(rules.confidential), edition.contacts);
  return {
    ...edition,
    withdrawn: [],
    contacts: seen.map((contact) => {
      const open = withoutInternal(contact);
      const owner = owners.get(contact.id);
      return owner === undefined ? open : withoutPlace(open, CONTACT_TEXTS, owner, rules);
    }),
    services: edition.services.map((service) => {
      const open = { ...service, contacts: service.contacts.filter((id) => kept.has(id)) };
      if (!rules.confidential(service)) return open;
      return { ...withoutPlace(open, SERVICE_TEXTS, service.organization, rules), places: [] };
    }),
    onFile,
    onFileIn,
  };
}

const INTERNAL = listColumns(contactRow).filter((column) => isInternal(contactRow, column));

function withoutInternal(contact: Contact): Contact {
  return Object.fromEntries(
    Object.entries(contact).filter(([column]) => !INTERNAL.includes(column)),
  ) as Contact;
}

/** The row without the texts that tell a place below the province. The check has refused them already. */
function withoutPlace<Row extends object>(
  row: Row,
  texts: readonly (keyof Row)[],
  organization: string,
  { tells }: Rules,
): Row {
  const telling = texts.filter((column) => tells(row[column] as string | undefined, organization));
  return { ...row, ...Object.fromEntries(telling.map((column) => [column, undefined])) };
}
