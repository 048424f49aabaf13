import { describe, expect, it } from 'vitest';
import { leaksIn, secretsOf } from '../../src/publish/gate.ts';
import type { Contact, Directory } from '../../src/schema/directory.ts';

const contact = (id: string, more: Partial<Contact>) =>
  ({ id, visibility: 'practitioner', person_as_printed: [], phone_as_printed: [], ...more }) as Contact;
const directory = {
  organizations: [{ name_en: 'Example Ratana House', aliases: [] }],
  provinces: [],
  places: [],
  editions: [
    {
      about: { id: '2000' },
      contacts: [
        contact('a-1', {
          person: 'Mr. Made Upname',
          phone: '+85512000111',
          phone_as_printed: ['012 000 111'],
        }),
        contact('a-2', { phone_as_printed: ['000 222'] }),
        contact('a-3', { person: 'Ratana', email: 'Made@example.org' }),
        contact('a-4', { phone: '+85512000333', visibility: 'public' }),
        contact('a-5', { phone: '+85512000333' }),
        contact('a-6', { person: 'Withheld Person', visibility: 'withheld' }),
      ],
    },
  ],
} as unknown as Directory;
const found = (text: string) => leaksIn(text, secretsOf(directory, 'public'));

describe('the gate', () => {
  it.each([
    '012000111',
    '012 000 111',
    '12.000.111',
    '+855 12 000 111',
    '00855-12-000-111',
    '(855) 12 000 111',
    '០១២ ០០០ ១១១',
    'data-x="+85512000111"',
    'ring 1 or 2: 012 000 111 / 012 000 444',
    'MADE UPNAME',
    '<b>Made</b> Upname',
    'made-upname',
  ])('finds it in "%s"', (text) => {
    expect(found(text)).toEqual(['2000/a-1']);
  });

  it('finds a fragment and an address', () => {
    expect(found('000 222')).toEqual(['2000/a-2']);
    expect(found('mailto:MADE@EXAMPLE.ORG')).toEqual(['2000/a-3']);
  });

  it.each([
    'pages 12, 000, 111',
    '<path d="M12 000 111"/>',
    'Remade upnames',
    'The Ratana House',
    '+855 12 000 333',
    '2012-00-01',
  ])('lets "%s" through', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('shows practitioners theirs, and nobody what is withheld', () => {
    const secrets = secretsOf(directory, 'practitioner');
    expect(leaksIn('Made Upname 012 000 111', secrets)).toEqual([]);
    expect(leaksIn('Withheld Person', secrets)).toEqual(['2000/a-6']);
  });
});
