import { describe, expect, it } from 'vitest';
import { readAudience, redact } from '../../src/publish/redact.ts';
import type { Contact, Directory } from '../../src/schema/directory.ts';
import { VISIBILITIES } from '../../src/schema/vocabulary.ts';

const contacts = VISIBILITIES.map(
  (visibility) =>
    ({
      id: `c-${visibility}`,
      organization: 'alpha',
      visibility,
      person: `Person ${visibility}`,
      phone: '+85523000000',
    }) as Contact,
);
const directory = {
  editions: [
    { contacts, services: [{ id: 's', organization: 'alpha', contacts: contacts.map(({ id }) => id) }] },
  ],
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

  it.each(['public', 'practitioner'] as const)('leaves no trace of a withheld contact for %s', (audience) => {
    expect(JSON.stringify(redact(directory, audience))).not.toContain('withheld');
  });

  it('does not change what it was given', () => {
    const before = JSON.stringify(directory);
    redact(directory, 'public');
    expect(JSON.stringify(directory)).toBe(before);
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
