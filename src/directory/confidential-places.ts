/**
 * Services whose place is not told: those that give a bed, and those marked location=confidential. Only their province
 * is published. The check refuses rows that say more, and publish/ leaves such words out as well.
 */
import type { Contact, Directory, Organization, Service } from '../schema/directory.ts';
import { fold } from './fold.ts';
import { foldForMentions, mentions, withoutMention } from './mention.ts';
import { isSheltering } from './sheltering.ts';

/** Free text of a service that could tell where it is. */
export const SERVICE_TEXTS = [
  'project',
  'coverage_as_printed',
  'mode',
  'stay',
  'note_en',
  'note_km',
] as const satisfies readonly (keyof Service)[];

/** Free text of a contact that could tell where the service is to which it belongs. */
export const CONTACT_TEXTS = [
  'role',
  'role_km',
  'hours',
  'note_en',
  'note_km',
] as const satisfies readonly (keyof Contact)[];

/** Ids of the kinds of help that give a bed. */
export function shelteringTypes(serviceTypes: Directory['serviceTypes']): Set<string> {
  return new Set(serviceTypes.filter(isSheltering).map(({ id }) => id));
}

/** True for a service that is published by province only. */
export function isPlaceConfidential(
  { type, location }: Pick<Service, 'type' | 'location'>,
  sheltering: ReadonlySet<string>,
): boolean {
  return location === 'confidential' || (type !== undefined && sheltering.has(type));
}

/** What tells a place below the province: a name of places.csv, or a way of writing addresses and coordinates. */
export type Telling = 'place' | 'address';

/**
 * Makes the question "does this text tell a place below the province?". Places that share the name of a province tell
 * no more than the province; names of provinces and organizations in which a place name stands are passed over, and so
 * is the place that the organization's own name tells anyway.
 * @param directory names to know
 */
export function placeTeller(
  directory: Pick<Directory, 'provinces' | 'places' | 'organizations'>,
): (text: string | undefined, organization?: string) => Telling | undefined {
  const provinceNames = foldAll(
    directory.provinces.flatMap(({ name_en, name_km, aliases }) => [name_en, name_km, ...aliases]),
  );
  const placeNames = foldAll(
    directory.places.flatMap(({ name_en, name_km, aliases }) => [name_en, name_km, ...aliases]),
  ).filter((name) => !provinceNames.includes(name));
  const organizations = new Map(directory.organizations.map((one) => [one.id, one]));
  /** Names of provinces and organizations in which the name of a place stands; asked for seldom. */
  const longerNames = (place: string) =>
    [...provinceNames, ...foldAll(directory.organizations.flatMap(namesOf))]
      .filter((name) => name !== place && mentions(` ${name} `, place))
      .sort((a, b) => b.length - a.length);

  const ownNames = (organization: string | undefined) => {
    const owner = organization === undefined ? undefined : organizations.get(organization);
    return owner === undefined ? [] : namesOf(owner).map(foldForMentions);
  };

  return (text, organization) => {
    if (text === undefined || text === '') return undefined;
    const folded = foldForMentions(text);
    const found = placeNames.filter((place) => mentions(folded, place));
    // Most texts name no place, and then nobody has to know whose they are.
    const own = found.length === 0 ? [] : ownNames(organization);
    const named = found.filter((place) => !own.some((name) => mentions(name, place)));
    const tells = named.some((place) => mentions(longerNames(place).reduce(withoutMention, folded), place));
    if (tells) return 'place';
    return ADDRESSES.some((pattern) => pattern.test(text)) ? 'address' : undefined;
  };
}

function namesOf({ name_en, name_km, acronym, aliases }: Organization): string[] {
  return [name_en, name_km, acronym, ...aliases].filter((name) => name !== undefined);
}

function foldAll(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.map((name) => fold(name ?? '')))].filter((name) => name !== '');
}

/** How addresses and coordinates are written, in Khmer and in English. */
const ADDRESSES: readonly RegExp[] = [
  // 13.6567, 102.5628 and 13°39′
  /\d{1,3}\.\d{3,}\s*°?\s*[NSEW]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/,
  /\d\s*°\s*\d/,
  // Links to a map, plus codes
  /maps?\.(?:app\.)?(?:google|goo|apple)\b|google\.[a-z.]+\/maps|goo\.gl\/maps|openstreetmap|what3words/i,
  /\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b/,
  // #12, Street 12, St. 12, House No. 12, Green Road
  /#\s?[\d០-៩]/,
  /\b(?:street|st|road|rd|avenue|ave|boulevard|blvd)\b\.?\s*(?:(?:no\.?|number)\s*)?\d/i,
  /\b(?:house|home|building|villa|plot)\s*(?:no\.?|number)\s*\d/i,
  /\b\p{Lu}\p{L}+ (?:Street|Road|Avenue|Boulevard|Blvd)\b/u,
  // Sangkat Example, Example commune, village of Example
  /\b(?:sangkat|khan|phum|khum|srok)\s+\p{L}/iu,
  /\b(?!(?:A|An|The|Each|Every|Any|No|All|Some|This|That|One|Other|Another|Their|Its|Local|At|In|By|From|Per) )\p{Lu}[\p{L}']+ (?:village|commune|district|quarter)\b/u,
  /\b(?:village|commune|district|town) of \p{Lu}/u,
  /(?:ផ្លូវ|ផ្ទះ)\s*(?:លេខ)?\s*[\d០-៩]|(?:សង្កាត់|ខណ្ឌ)\s*\p{L}/u,
  // behind the market
  /\b(?:next to|opposite|behind|across from|near)\s+(?:the\s+)?(?:pagoda|wat|market|hospital|school|church|mosque|temple|bridge|police station)\b/i,
];
