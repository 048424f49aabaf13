import { describe, expect, it } from 'vitest';
import { postedContacts } from '../../src/publish/poster.ts';
import { redact } from '../../src/publish/redact.ts';
import type { Contact, Directory } from '../../src/schema/directory.ts';
import { AUDIENCES } from '../../src/schema/vocabulary.ts';

const contact = (id: string, more: Partial<Contact> = {}) =>
  ({
    id,
    organization: 'alpha',
    kind: 'office',
    visibility: 'public',
    person_as_printed: [],
    phone_as_printed: [],
    provinces: [],
    phone: '+85523999777',
    ...more,
  }) as Contact;
const agreed = { consent: 'yes', consent_by: 'Planted Canary', consent_on: '2020-03-01' } as const;

const contacts = [
  contact('office'),
  contact('other-office'),
  contact('hotline', { kind: 'hotline' }),
  contact('guarded', { visibility: 'practitioner' }),
  contact('withheld', { visibility: 'withheld' }),
  contact('refused', { consent: 'no' }),
  contact('ended', { ...agreed, consent_expires: '2020-12-31' }),
  contact('person', { kind: 'person', ...agreed }),
  contact('named', { kind: 'hotline', person: 'Planted Canary', ...agreed }),
  contact('as-printed', { person_as_printed: ['P. Canary'], ...agreed }),
  contact('cut', { phone: undefined, phone_as_printed: ['023 99'] }),
  contact('nobody', { organization: undefined }),
];
const directory = {
  organizations: [{ id: 'alpha', name_en: 'Alpha', aliases: [] }],
  serviceTypes: [],
  provinces: [],
  places: [],
  doNotList: [],
  editions: [{ contacts, services: [] }],
} as unknown as Directory;
const idsOf = (some: readonly Contact[]) => some.map(({ id }) => id);

describe('postedContacts', () => {
  it.each(AUDIENCES)('are public hotlines, then public offices, also on the site for the %s', (audience) => {
    const [edition] = redact(directory, audience).editions;
    const posted = postedContacts(edition?.contacts ?? [], 10);
    expect(idsOf(posted.contacts)).toEqual(['hotline', 'office', 'other-office']);
    expect(posted.left).toBe(0);
  });

  it('says how many have no room', () => {
    const posted = postedContacts(contacts, 2);
    expect(idsOf(posted.contacts)).toEqual(['hotline', 'office']);
    expect(posted.left).toBe(1);
  });

  it('holds nothing where nothing is public', () => {
    expect(postedContacts([contact('guarded', { visibility: 'practitioner' })], 10)).toEqual({
      contacts: [],
      left: 0,
    });
  });
});
