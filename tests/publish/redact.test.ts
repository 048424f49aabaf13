import { describe, expect, it } from 'vitest';
import { readAudience } from '../../src/publish/audience.ts';
import { download } from '../../src/publish/downloads.ts';
import { effectiveVisibility, redact, seesContact } from '../../src/publish/redact.ts';
import type { Contact, Directory, Service } from '../../src/schema/directory.ts';
import { AUDIENCES, VISIBILITIES } from '../../src/schema/vocabulary.ts';

const DAY = '2026-06-15';
const contact = (id: string, more: Partial<Contact>) =>
  ({
    id,
    organization: 'alpha',
    kind: 'office',
    provinces: [],
    person_as_printed: [],
    phone_as_printed: [],
    phone: '+85523999777',
    ...more,
  }) as Contact;
const contacts = VISIBILITIES.map((visibility) =>
  contact(`c-${visibility}`, { visibility, role: `Office ${visibility}` }),
);
const service = (id: string, more: Partial<Service>) =>
  ({ id, organization: 'alpha', places: [], contacts: [], ...more }) as Service;
const around = {
  organizations: [{ id: 'alpha', name_en: 'Alpha', aliases: [] }],
  serviceTypes: [
    { id: 'sh.shelter', group: 'sh' },
    { id: 'md.general', group: 'md' },
  ],
  provinces: [],
  places: [{ id: 'hilltown', name_en: 'Hilltown', aliases: [] }],
  doNotList: [{ id: 'd001', what: 'person', value: 'Planted Canary' }],
};
const directory = {
  ...around,
  editions: [{ contacts, services: [service('s', { contacts: contacts.map(({ id }) => id) })] }],
} as unknown as Directory;

describe('redact', () => {
  it.each([
    ['public', ['c-public'], 1],
    ['practitioner', ['c-public', 'c-practitioner'], 0],
  ] as const)('%s sees %o', (audience, seen, onFile) => {
    const [edition] = redact(directory, audience).editions;
    expect(edition?.contacts.map(({ id }) => id)).toEqual(seen);
    expect(edition?.services[0]?.contacts).toEqual(seen);
    expect(edition?.onFile.get('alpha') ?? 0).toBe(onFile);
  });

  it.each(AUDIENCES)('leaves no trace of a withheld contact for %s', (audience) => {
    expect(JSON.stringify(redact(directory, audience))).not.toContain('withheld');
  });

  it('counts by province what practitioners have, and nothing that is withheld', () => {
    const own = VISIBILITIES.map((visibility) =>
      contact(`p-${visibility}`, { visibility, provinces: ['XX-1', 'XX-2'] }),
    );
    const more = { ...directory, editions: [{ contacts: [...contacts, ...own], services: [] }] };
    const [open] = redact(more as unknown as Directory, 'public').editions;
    expect([...(open?.onFileIn ?? [])]).toEqual([
      ['alpha ', 1],
      ['alpha XX-1', 1],
      ['alpha XX-2', 1],
    ]);
  });

  it.each(AUDIENCES)('keeps the do-not-list from %s', (audience) => {
    expect(JSON.stringify(redact(directory, audience))).not.toContain('Canary');
  });

  it('does not change what it was given', () => {
    const before = JSON.stringify(directory);
    redact(directory, 'public');
    expect(JSON.stringify(directory)).toBe(before);
  });
});

const given = { consent: 'yes', consent_by: 'Planted Canary', consent_on: '2026-03-01' } as const;
const person = { kind: 'person', person: 'Planted Canary' } as const;

describe('consent', () => {
  it.each<[string, Partial<Contact>, string]>([
    ['an office nobody asked', { visibility: 'public' }, 'public'],
    ['a person who agreed', { visibility: 'public', ...person, ...given }, 'public'],
    ['a person nobody asked', { visibility: 'public', ...person }, 'practitioner'],
    ['a name in a hotline', { visibility: 'public', kind: 'hotline', person: 'P. Canary' }, 'practitioner'],
    [
      'a yes without its day',
      { visibility: 'public', ...person, ...given, consent_on: undefined },
      'practitioner',
    ],
    ['a yes to what stays guarded', { visibility: 'practitioner', ...person, ...given }, 'practitioner'],
    ['a no', { visibility: 'public', consent: 'no' }, 'withheld'],
    ['a no for practitioners', { visibility: 'practitioner', consent: 'no' }, 'withheld'],
    ['the last day', { visibility: 'public', ...person, ...given, consent_expires: DAY }, 'public'],
    ['an end that has passed', { visibility: 'public', ...given, consent_expires: '2026-06-14' }, 'withheld'],
    [
      'the same for practitioners',
      { visibility: 'practitioner', ...given, consent_expires: '2026-06-14' },
      'withheld',
    ],
    ['a yes to what is withheld', { visibility: 'withheld', ...given }, 'withheld'],
  ])('%s', (_, columns, expected) => {
    expect(effectiveVisibility(contact('c', columns), DAY)).toBe(expected);
    expect(seesContact('public', contact('c', columns), DAY)).toBe(expected === 'public');
    expect(seesContact('practitioner', contact('c', columns), DAY)).toBe(expected !== 'withheld');
  });

  const asked = {
    ...around,
    editions: [
      {
        contacts: [
          contact('open', { visibility: 'public', ...given }),
          contact('no', { visibility: 'public', consent: 'no' }),
          contact('old', { visibility: 'practitioner', ...given, consent_expires: '2026-06-14' }),
        ],
        services: [service('s', { contacts: ['open', 'no', 'old'] })],
      },
    ],
  } as unknown as Directory;

  it.each(AUDIENCES)('leaves nothing of a refused or ended consent for %s, not even a count', (audience) => {
    const published = redact(asked, audience, DAY);
    const [edition] = published.editions;
    expect(edition?.contacts.map(({ id }) => id)).toEqual(['open']);
    expect(edition?.services[0]?.contacts).toEqual(['open']);
    expect(edition?.onFile.size).toBe(0);
  });

  it.each(AUDIENCES)('is itself not published for %s', (audience) => {
    const published = redact(asked, audience, DAY);
    const [edition] = published.editions;
    expect(JSON.stringify(published)).not.toMatch(/consent|Canary/);
    if (edition === undefined) throw new Error('The edition is gone.');
    expect(download('contacts.csv', published, edition)).not.toMatch(/consent|Canary/);
    expect(download('contacts.csv', published, edition)).toContain('visibility');
  });

  it('counts from the day of the build where no day is given', () => {
    expect(
      seesContact('practitioner', contact('c', { visibility: 'public', consent_expires: '2020-01-01' })),
    ).toBe(false);
    expect(
      seesContact('practitioner', contact('c', { visibility: 'public', consent_expires: '2999-01-01' })),
    ).toBe(true);
  });
});

describe('places', () => {
  const told = {
    places: ['hilltown'],
    note_en: 'In Hilltown.',
    coverage_as_printed: 'Hilltown',
    project: 'B',
  };
  const placed = {
    ...around,
    editions: [
      {
        contacts: [contact('door', { visibility: 'public', role: 'Hilltown office' })],
        services: [
          service('bed', { ...told, type: 'sh.shelter', contacts: ['door'] }),
          service('kept', { ...told, type: 'md.general', location: 'confidential' }),
          service('open', { ...told, type: 'md.general' }),
        ],
      },
    ],
  } as unknown as Directory;

  it.each(AUDIENCES)('of beds and confidential services reach no %s', (audience) => {
    const [edition] = redact(placed, audience, DAY).editions;
    const [bed, kept, open] = edition?.services ?? [];
    for (const one of [bed, kept]) {
      expect(one?.places).toEqual([]);
      expect(one).toMatchObject({ note_en: undefined, coverage_as_printed: undefined, project: 'B' });
    }
    expect(open).toMatchObject(told);
    expect(edition?.contacts[0]?.role).toBeUndefined();
  });
});

describe('readAudience', () => {
  it('takes nothing for the public and refuses a word it does not know', () => {
    expect(readAudience(undefined)).toBe('public');
    expect(readAudience('')).toBe('public');
    expect(readAudience('practitioner')).toBe('practitioner');
    expect(() => readAudience('practitionner')).toThrowErrorMatchingInlineSnapshot(
      `[Error: DIRECTORY_AUDIENCE is "practitionner". Use "public" or "practitioner".]`,
    );
  });
});
