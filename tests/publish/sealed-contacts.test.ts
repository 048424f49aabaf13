import { describe, expect, it } from 'vitest';
import { sealedContacts } from '../../src/publish/sealed-contacts.ts';
import type { Contact, Directory, Service } from '../../src/schema/directory.ts';

const contact = (id: string, organization: string | undefined, more: Partial<Contact> = {}) =>
  ({
    id,
    organization,
    visibility: 'practitioner',
    provinces: [],
    person_as_printed: [],
    ...more,
  }) as unknown as Contact;
const service = (id: string, organization: string, contacts: string[] = []) =>
  ({ id, organization, contacts }) as unknown as Service;

const edition = (id: string, contacts: Contact[], services: Service[]) => ({
  about: { id },
  contacts,
  services,
});
const directory = {
  settings: { current_edition: '2000' },
  organizations: [],
  serviceTypes: [],
  provinces: [],
  places: [],
  editions: [
    edition('1990', [contact('old', 'alpha')], [service('old-service', 'alpha', ['old'])]),
    edition(
      '2000',
      [
        contact('a-1', 'alpha', { phone: '+85523999777' }),
        contact('a-2', 'alpha'),
        contact('a-open', 'alpha', { visibility: 'public' }),
        contact('a-hidden', 'alpha', { visibility: 'withheld', phone: '+85523999777' }),
        contact('b-1', 'beta', { phone: '+85523999777' }),
        contact('c-open', 'gamma', { visibility: 'public', phone: '+85523999777' }),
        contact('c-hidden', 'gamma', { visibility: 'withheld' }),
        contact('nobody', undefined),
      ],
      [
        service('names-one', 'alpha', ['a-open', 'a-2', 'a-hidden']),
        service('names-none', 'alpha'),
        service('names-open', 'beta', ['c-open']),
        service('of-gamma', 'gamma', ['c-open', 'c-hidden']),
      ],
    ),
  ],
} as unknown as Directory;

describe('sealedContacts', () => {
  const { contacts, spots } = sealedContacts(directory);

  it('are those of the current edition that practitioners see and the public does not', () => {
    expect(contacts.map(({ contact: { id } }) => id)).toEqual(['a-1', 'a-2', 'b-1', 'nobody']);
  });

  it('name the organizations that share a number, but none whose contact is withheld', () => {
    expect(contacts[0]?.shared).toEqual(['beta', 'gamma']);
    expect(contacts[2]?.shared).toEqual(['alpha', 'gamma']);
  });

  it('belong to a service that names them, or else to each service of their organization', () => {
    expect(spots['service/names-one']).toEqual(['a-2']);
    expect(spots['service/names-none']).toEqual(['a-1', 'a-2']);
    expect(spots['service/names-open']).toEqual(['b-1']);
  });

  it('belong to their organization, or to the edition where they have none', () => {
    expect(spots['organization/alpha']).toEqual(['a-1', 'a-2']);
    expect(spots['edition/2000']).toEqual(['nobody']);
  });

  it('have no spot where there is nothing', () => {
    expect(Object.keys(spots).filter((spot) => /gamma/.test(spot))).toEqual([]);
  });

  it('are none where the directory has none', () => {
    const none = { ...directory, editions: [edition('2000', [], [])] } as unknown as Directory;
    expect(sealedContacts(none)).toEqual({ contacts: [], spots: {} });
  });
});
