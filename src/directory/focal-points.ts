/**
 * Who stands for which authority in which province. Practitioners asked for it of social affairs (forum of 2010, p. 50);
 * the other authorities are the choice of this directory.
 * Only what rows state; a blank is a result.
 */
import type { Contact, Edition, Office, Service, ServiceType } from '../schema/directory.ts';

/** What is recorded of one office in one province, or in none in particular. */
export interface FocalPoint {
  /** Bodies of the office with a service or a contact there, in the order of the office. */
  bodies: {
    organization: string;
    contacts: Contact[];
    services: Service[];
    /** Contacts that the reader may not see. */
    onFile: number;
  }[];
  /** Organizations listed there whose referral rows name a body of the office: they know whom to ask. */
  namedBy: string[];
}

type Facts = Pick<Edition, 'services' | 'contacts' | 'referrals'> & {
  /** How many contacts the reader may not see, as "organization province"; of no province in particular: "organization ". */
  onFileIn: ReadonlyMap<string, number>;
};

/**
 * One cell of the table.
 * @param province an id, or undefined for what is recorded of the whole country or of no province in particular
 */
export function focalPoint(
  { services, contacts, referrals, onFileIn }: Facts,
  office: Office,
  province?: string,
): FocalPoint {
  const isThere = (ids: readonly string[]) =>
    province === undefined ? ids.length === 0 : ids.includes(province);
  const bodies = office.organizations.map((organization) => ({
    organization,
    contacts: contacts.filter((one) => one.organization === organization && isThere(one.provinces)),
    services: services.filter((one) => one.organization === organization && isThere(one.provinces)),
    onFile: onFileIn.get(`${organization} ${province ?? ''}`) ?? 0,
  }));
  const naming = new Set(
    referrals.filter(({ party }) => office.organizations.includes(party)).map(({ service }) => service),
  );
  const local = services.filter(
    ({ id, organization, provinces }) =>
      naming.has(id) && isThere(provinces) && !office.organizations.includes(organization),
  );
  return {
    bodies: bodies.filter((body) => body.contacts.length + body.services.length + body.onFile > 0),
    namedBy: [...new Set(local.map(({ organization }) => organization))],
  };
}

/** A hotline: its number, or an organization that is recorded to run one without a number of its own. */
export interface Hotline {
  organization: string | undefined;
  contact: Contact | undefined;
  /** Its services that are a telephone line, or that give this number. */
  services: Service[];
}

/** The hotlines of an edition: those with a number first, in the order of their rows. */
export function listHotlines(
  { services, contacts }: Pick<Edition, 'services' | 'contacts'>,
  types: readonly Pick<ServiceType, 'id' | 'hotline'>[],
): Hotline[] {
  const lines = new Set(types.filter(({ hotline }) => hotline === 'yes').map(({ id }) => id));
  const run = services.filter(({ type }) => type !== undefined && lines.has(type));
  const numbered = contacts
    .filter(({ kind }) => kind === 'hotline')
    .map((contact) => ({
      organization: contact.organization,
      contact,
      services: services.filter(
        (one) =>
          one.organization === contact.organization &&
          (run.includes(one) || one.contacts.includes(contact.id)),
      ),
    }));
  const silent = [...Map.groupBy(run, ({ organization }) => organization)]
    .filter(([organization]) => !numbered.some((one) => one.organization === organization))
    .map(([organization, own]) => ({ organization, contact: undefined, services: own }));
  return [...numbered, ...silent];
}
