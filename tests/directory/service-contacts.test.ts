import { describe, expect, it } from 'vitest';
import { contactsWith, ownersOfContacts } from '../../src/directory/service-contacts.ts';
import type { Contact } from '../../src/schema/directory.ts';

const contact = (id: string, organization: string, kind: Contact['kind']) =>
  ({ id, organization, kind }) as Contact;
const contacts = [
  contact('office', 'alpha', 'office'),
  contact('person', 'alpha', 'person'),
  contact('hotline', 'beta', 'hotline'),
];
const ids = (some: readonly Contact[]) => some.map(({ id }) => id);

describe('contactsWith', () => {
  it('gives those that the service names', () => {
    expect(ids(contactsWith({ organization: 'alpha', contacts: ['person'] }, contacts))).toEqual(['person']);
  });
  it('gives offices and hotlines of the organization where it names none, or none that is there', () => {
    expect(ids(contactsWith({ organization: 'alpha', contacts: [] }, contacts))).toEqual(['office']);
    expect(ids(contactsWith({ organization: 'alpha', contacts: ['hidden'] }, contacts))).toEqual(['office']);
  });
});

describe('ownersOfContacts', () => {
  it('names whatever may stand with a service, also in the place of a contact that is not shown', () => {
    expect([...ownersOfContacts([{ organization: 'alpha', contacts: ['person'] }], contacts)]).toEqual([
      ['person', 'alpha'],
      ['office', 'alpha'],
    ]);
  });
});
