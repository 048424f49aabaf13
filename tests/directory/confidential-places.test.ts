import { describe, expect, it } from 'vitest';
import {
  isPlaceConfidential,
  placeTeller,
  shelteringTypes,
} from '../../src/directory/confidential-places.ts';
import type { Directory } from '../../src/schema/directory.ts';

const named = (id: string, name_en: string, aliases: string[] = [], name_km?: string) => ({
  id,
  name_en,
  name_km,
  aliases,
});
const directory = {
  provinces: [named('P-1', 'Upper Hilltown'), named('P-2', 'Coast', ['CST'])],
  places: [
    named('hilltown', 'Hilltown', ['Hill Town'], 'ភូមិខ្ពស់'),
    named('coast', 'Coast'),
    named('coast-town', 'Coast (town)', ['Coast town']),
  ],
  organizations: [
    named('transit', 'Hilltown Transit House'),
    named('quiet', 'Quiet House'),
    named('other', 'House on Coast Town Square'),
  ],
} as unknown as Directory;
const tells = placeTeller(directory);

describe('placeTeller', () => {
  it.each([
    ['A house in Hilltown.', 'place'],
    ['A house in hill-town.', 'place'],
    ['ផ្ទះនៅភូមិខ្ពស់', 'place'],
    ['A house in Coast town.', 'place'],
    ['Upper Hilltown, then Hilltown', 'place'],
    // The name of a province, and of an organization that carries the name of a place
    ['A house in Upper Hilltown.', undefined],
    ['A house in Coast (CST).', undefined],
    ['People come from the Hilltown Transit House.', undefined],
    ['People come from the House on Coast Town Square.', undefined],
    ['Hilltowners', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('"%s": %s', (text, expected) => expect(tells(text, 'quiet')).toBe(expected));

  it('lets a text repeat the place that the name of its own organization tells', () => {
    expect(tells('In Hilltown.', 'transit')).toBeUndefined();
    expect(tells('In Coast town.', 'transit')).toBe('place');
  });

  it.each([
    '13.6567, 102.5628',
    'at 13.6567 N 102.5628 E',
    `13°39'N`,
    'https://maps.app.goo.gl/example',
    'https://www.google.com/maps/place/x',
    'plus code 7P52MHR6+2X',
    '#12, second floor',
    'St. 271',
    'street no 12',
    'National Road 5',
    'Green Road, blue gate',
    'House No. 12',
    'Sangkat Example',
    'Example commune',
    'in the village of Example',
    'ផ្លូវលេខ ១២',
    'សង្កាត់ឧទាហរណ៍',
    'behind the market',
    'opposite Wat',
  ])('takes "%s" for an address', (text) => expect(tells(text)).toBe('address'));

  it.each([
    'Takes people for 12 months, pp. 13 and 14.',
    'Three shelters; works in five provinces.',
    'Can house 12 people; 24 hours.',
    'Village chiefs and district officers may refer.',
    'Each commune may refer.',
    'Works with 1.5 staff and 2.25 volunteers.',
    'The 1st house is near full.',
    'តាមភូមិ និងឃុំ',
  ])('leaves "%s" alone', (text) => expect(tells(text)).toBeUndefined());
});

describe('isPlaceConfidential', () => {
  const sheltering = shelteringTypes([
    { id: 'sh.a', group: 'sh' },
    { id: 'im.bed', group: 'im', sheltering: 'yes' },
    { id: 'md.a', group: 'md' },
  ] as Directory['serviceTypes']);
  it.each([
    ['sh.a', undefined, true],
    ['im.bed', undefined, true],
    ['md.a', undefined, false],
    ['md.a', 'confidential', true],
    [undefined, 'confidential', true],
    [undefined, undefined, false],
  ] as const)('%s, %s: %s', (type, location, expected) => {
    expect(isPlaceConfidential({ type, location }, sheltering)).toBe(expected);
  });
});
