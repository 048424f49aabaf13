/** A made-up directory with canaries, and the gate that looks for them. */
import { Gate } from '../../../src/publish/gate/gate.ts';
import { openWords, secretFrom, secretsOf } from '../../../src/publish/gate/secrets.ts';
import type { Contact, Directory } from '../../../src/schema/directory.ts';
import type { Audience } from '../../../src/schema/vocabulary.ts';

const contact = (id: string, more: Partial<Contact>) =>
  ({ id, visibility: 'practitioner', person_as_printed: [], phone_as_printed: [], ...more }) as Contact;

/** Planted Canary on 023 999 777, and what is easily taken for it. */
export const directory = {
  settings: { country: 'KH' },
  organizations: [
    { name_en: 'Example Testana House', aliases: [], acronym: 'ERH' },
    { name_en: 'Mara', aliases: [] },
  ],
  provinces: [],
  places: [],
  groups: [],
  serviceTypes: [],
  criteria: [],
  editions: [
    {
      about: { id: '2000' },
      withdrawn: [
        contact('moved', { person: 'Withdrawn Canary', phone: '+85523999888', visibility: 'public' }),
      ],
      contacts: [
        contact('canary', {
          person: 'Mr. Planted Canary',
          person_as_printed: ['តេស្ត កាណារី'],
          phone: '+85523999777',
          phone_as_printed: ['023 999 777'],
          email: 'Planted@canary.example.org',
        }),
        contact('fragment', { phone_as_printed: ['000 222'] }),
        contact('ordinary', { person: 'Testana' }),
        contact('organization', { person: 'Mara' }),
        contact('single', { person: 'Ms. Plantella' }),
        contact('short', { person: 'Va Qo' }),
        contact('khmer', { person: 'កាណា' }),
        contact('printed', { phone_as_printed: ['023 999 555'] }),
        contact('shown', {
          person: 'Shown Canary',
          phone: '+85523999333',
          visibility: 'public',
          consent: 'yes',
          consent_by: 'Shown Canary',
          consent_on: '2000-01-01',
        }),
        contact('repeated', { person: 'Shown Canary', phone: '+85523999333' }),
        contact('withheld', { person: 'Withheld Person', visibility: 'withheld' }),
      ],
    },
  ],
} as unknown as Directory;

/** The gate of the made-up directory, with an address and a passphrase besides. */
export function gateFor(audience: Audience): Gate {
  return new Gate(
    [
      ...secretsOf(directory, audience),
      secretFrom('2000/place', { texts: ['House 12, Made Up Street'] }),
      secretFrom('DIRECTORY_PASSPHRASE', { texts: ['plank-9 canary tin'], exact: ['plank-9 canary tin'] }),
    ],
    openWords(directory),
  );
}
