/**
 * Every table of a directory folder: what one row may say. This is the single source of the types, of the
 * column reference (docs/columns.md), of the templates and of the messages for a bad cell.
 */
import * as z from 'zod';
import {
  date,
  id,
  list,
  oneOf,
  optionalDate,
  optionalEmail,
  optionalNumber,
  optionalOneOf,
  optionalPhone,
  optionalReference,
  optionalText,
  pages,
  provinceId,
  reference,
  references,
  text,
} from './fields.ts';
import {
  ANSWERS,
  CONFIDENCES,
  CONTACT_KINDS,
  COVERAGES,
  CRITERION_KINDS,
  DIRECTIONS,
  ORGANIZATION_KINDS,
  PLACE_KINDS,
  PROVINCE_KINDS,
  PROVISIONS,
  SHAPES,
  SOURCE_KINDS,
  STATEMENT_KINDS,
  VISIBILITIES,
} from './vocabulary.ts';

const source = () =>
  reference('sources', {
    title: 'Source',
    description: 'The document that says so; an id of sources.csv.',
    examples: ['forum-2010'],
  });
const page = () =>
  pages({
    title: 'Page',
    description: 'Printed page or pages of the source, separated by semicolons.',
    examples: ['26', '27;28'],
  });
const confidence = () =>
  oneOf(CONFIDENCES, {
    title: 'Confidence',
    description: 'How sure the reading of the source is. Anything but high says why in the note.',
    examples: ['high'],
  });
const accepts = (people: string) =>
  optionalOneOf(ANSWERS, {
    title: `Accepts ${people}`,
    description: `Whether a source says that this service accepts ${people}. Empty means that no source says so: never guess.`,
    examples: ['yes', ''],
  });

export const organizationRow = z.object({
  id: id({
    title: 'Id',
    description:
      'Stable name of the organization in addresses and in other tables. Never changes, never returns.',
    examples: ['example-clinic'],
  }),
  name_en: text({
    title: 'Name',
    description: 'Name in Latin letters, as the organization writes it.',
    examples: ['Example Clinic'],
  }),
  name_km: optionalText({
    title: 'Name in Khmer',
    description: 'Only where it is known for certain.',
    examples: [''],
  }),
  acronym: optionalText({ title: 'Acronym', description: 'The short form in use.', examples: ['EXC'] }),
  aliases: list({
    title: 'Other spellings',
    description: 'Every spelling met in a source, separated by semicolons; they are found by the search.',
    examples: ['Exampel Clinic;The Example Clinic'],
  }),
  kind: oneOf(ORGANIZATION_KINDS, {
    title: 'Kind',
    description:
      'What sort of body it is. "role" is not one organization but a word such as "families" or "local authorities" that sources use in referrals.',
    examples: ['ngo'],
  }),
  parent: optionalReference('organizations', {
    title: 'Part of',
    description: 'The organization that this one belongs to.',
    examples: [''],
  }),
  website: optionalText({
    title: 'Website',
    description: 'As printed. Shown as text, because an old address may have a new owner.',
    examples: ['www.example.org'],
  }),
  note_en: optionalText({ title: 'Note', description: 'Short, in our own words.', examples: [''] }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
});

export const sourceRow = z.object({
  id: id({ title: 'Id', description: 'Stable name of the document.', examples: ['forum-2010'] }),
  title: text({
    title: 'Title',
    description: 'Title of the document as printed.',
    examples: ['Example survey of services'],
  }),
  short_en: text({
    title: 'Short title',
    description: 'Two or three words for the line under a fact.',
    examples: ['Forum report'],
  }),
  short_km: optionalText({
    title: 'Short title in Khmer',
    description: 'The same in Khmer.',
    examples: [''],
  }),
  publisher: text({ title: 'Publisher', description: 'Who published it.', examples: ['Example coalition'] }),
  date: date({
    title: 'Date',
    description: 'When what it says was recorded, as exactly as it is known.',
    examples: ['2010-12'],
  }),
  kind: oneOf(SOURCE_KINDS, {
    title: 'Kind',
    description: 'What sort of document it is.',
    examples: ['report'],
  }),
  note: optionalText({
    title: 'Note',
    description: 'Anything a reader should know before relying on it.',
    examples: [''],
  }),
});

export const groupRow = z.object({
  id: id({ title: 'Id', description: 'Two letters.', examples: ['sh'] }),
  name_en: text({
    title: 'Name',
    description: 'Full name of the group.',
    examples: ['Shelter and interim care'],
  }),
  name_km: text({ title: 'Name in Khmer', description: 'The same in Khmer.', examples: ['ជម្រក'] }),
  short_en: text({ title: 'Short name', description: 'For tabs and maps.', examples: ['Shelter'] }),
  short_km: text({ title: 'Short name in Khmer', description: 'The same in Khmer.', examples: ['ជម្រក'] }),
  color: text({ title: 'Colour', description: 'Fill of the pin, as #rrggbb.', examples: ['#1d3f8f'] }),
  letter: text({ title: 'Letter', description: 'The letter in the pin.', examples: ['S'] }),
  shape: oneOf(SHAPES, {
    title: 'Shape',
    description: 'Outline of the pin, so that colour is never alone.',
    examples: ['house'],
  }),
  order: optionalNumber({ title: 'Order', description: 'Place in lists, from 1.', examples: ['3'] }),
  aliases: list({
    title: 'Everyday words',
    description: 'Words that people type for it, in any language, separated by semicolons.',
    examples: ['shelter;bed'],
  }),
});

export const serviceTypeRow = z.object({
  id: id({ title: 'Id', description: 'Group, a point, and a word.', examples: ['sh.shelter'] }),
  group: reference('groups', { title: 'Group', description: 'The group it belongs to.', examples: ['sh'] }),
  name_en: text({ title: 'Name', description: 'Name of the kind of help.', examples: ['Shelter or centre'] }),
  name_km: text({ title: 'Name in Khmer', description: 'The same in Khmer.', examples: ['ជម្រក'] }),
  definition_en: text({
    title: 'Definition',
    description: 'One sentence in our own words.',
    examples: ['A place to live for weeks or months.'],
  }),
  definition_km: text({
    title: 'Definition in Khmer',
    description: 'The same in Khmer.',
    examples: ['ជម្រក'],
  }),
  phase: list({
    title: 'Phase',
    description:
      'Where it stands on the way back: 1 return and first help, 2 recovery, 3 reintegration, 0 prevention and coordination.',
    examples: ['1;2'],
  }),
  sheltering: optionalOneOf(['yes'], {
    title: 'Gives a bed',
    description: 'yes where people sleep there: such a service is published at province level only.',
    examples: ['yes'],
  }),
  forum_list: optionalText({
    title: 'Forum 2010, list',
    description: 'y where the list on p. 9 names it, y* where it names it together with another.',
    examples: ['y'],
  }),
  forum_annex: optionalText({
    title: 'Forum 2010, annex',
    description: 'Group number and label in the tables.',
    examples: ['3 Shelter'],
  }),
  cosecam: optionalText({
    title: 'COSECAM 2007',
    description: 'Column of the survey, and how close it is.',
    examples: ['MT/LT shelter (exact)'],
  }),
  cosecam_other: optionalText({
    title: 'COSECAM 2007, prevention or legal',
    description: 'Line of the prevention or legal tables.',
    examples: ['pv: Vocational'],
  }),
  winrock: optionalText({
    title: 'Winrock 2012',
    description: 'Service category of the assessment.',
    examples: ['10 Shelter'],
  }),
  note: optionalText({ title: 'Note', description: 'On the crosswalk.', examples: [''] }),
});

export const criterionRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['substance-use'] }),
  kind: oneOf(CRITERION_KINDS, {
    title: 'Kind',
    description:
      'person: who is taken or left out; limit: what the service cannot do; condition: when a referral is made; document: what is sent along.',
    examples: ['person'],
  }),
  name_en: text({
    title: 'Words',
    description: 'Short phrase that stands after "Only:", "Not:" or on its own.',
    examples: ['people who use drugs'],
  }),
  name_km: text({
    title: 'Words in Khmer',
    description: 'The same in Khmer.',
    examples: ['អ្នកប្រើប្រាស់គ្រឿងញៀន'],
  }),
});

export const provinceRow = z.object({
  id: provinceId({ title: 'Id', description: 'ISO 3166-2 code.', examples: ['KH-1'] }),
  slug: id({ title: 'Slug', description: 'Name in addresses.', examples: ['banteay-meanchey'] }),
  pcode: text({ title: 'P-code', description: 'Humanitarian place code.', examples: ['KH01'] }),
  name_en: text({ title: 'Name', description: 'Official romanisation.', examples: ['Banteay Meanchey'] }),
  name_km: text({
    title: 'Name in Khmer',
    description: 'Without the word for province.',
    examples: ['បន្ទាយមានជ័យ'],
  }),
  kind: oneOf(PROVINCE_KINDS, {
    title: 'Kind',
    description: 'Province, capital or municipality.',
    examples: ['province'],
  }),
  valid_from: optionalDate({
    title: 'In force from',
    description: 'Empty for as long as the directory reaches back.',
    examples: ['2013-12-31'],
  }),
  valid_to: optionalDate({
    title: 'In force to',
    description: 'Empty while it is in force.',
    examples: [''],
  }),
  split_from: optionalReference('provinces', {
    title: 'Split from',
    description: 'The province it was part of before.',
    examples: ['KH-3'],
  }),
  lon: optionalNumber({
    title: 'Longitude',
    description: 'A point inside it, degrees.',
    examples: ['103.03'],
    min: -180,
    max: 180,
  }),
  lat: optionalNumber({
    title: 'Latitude',
    description: 'A point inside it, degrees.',
    examples: ['13.70'],
    min: -90,
    max: 90,
  }),
  neighbours: references('provinces', {
    title: 'Neighbours',
    description: 'Provinces that share a border with it.',
    examples: ['KH-2;KH-17'],
  }),
  borders: list({
    title: 'Borders',
    description: 'Neighbouring countries or the sea.',
    examples: ['thailand'],
  }),
  aliases: list({
    title: 'Other spellings',
    description: 'Old spellings and abbreviations.',
    examples: ['BMC;Bantey Meanchey'],
  }),
  note_en: optionalText({ title: 'Note', description: 'Changes of name, kind or line.', examples: [''] }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
});

export const placeRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['poipet'] }),
  province: reference('provinces', {
    title: 'Province',
    description: 'The province it lies in.',
    examples: ['KH-1'],
  }),
  name_en: text({ title: 'Name', description: 'Name in Latin letters.', examples: ['Poipet'] }),
  name_km: optionalText({
    title: 'Name in Khmer',
    description: 'Where known for certain.',
    examples: ['ប៉ោយប៉ែត'],
  }),
  kind: oneOf(PLACE_KINDS, {
    title: 'Kind',
    description: 'District, town or border point.',
    examples: ['border_point'],
  }),
  aliases: list({ title: 'Other spellings', description: 'Old spellings.', examples: ['Poi Pet;Paoy Paet'] }),
});

export const retiredIdRow = z.object({
  old_id: id({ title: 'Old id', description: 'An id that is no longer used.', examples: ['old-clinic'] }),
  new_id: id({ title: 'New id', description: 'The id that took its place.', examples: ['example-clinic'] }),
  kind: oneOf(['organization', 'service-type', 'service'], {
    title: 'Table',
    description: 'Where the id was used.',
    examples: ['organization'],
  }),
  date: optionalDate({ title: 'Date', description: 'When it was retired.', examples: ['2026'] }),
});

export const serviceRow = z.object({
  id: id({
    title: 'Id',
    description: 'Stable name of this service of this organization.',
    examples: ['example-clinic-general'],
  }),
  organization: reference('organizations', {
    title: 'Organization',
    description: 'Who provides it.',
    examples: ['example-clinic'],
  }),
  project: optionalText({
    title: 'Project',
    description: 'Project or branch that is named.',
    examples: [''],
  }),
  type: optionalReference('service-types', {
    title: 'Kind of help',
    description: 'Empty where the source does not say.',
    examples: ['md.general'],
  }),
  coverage: oneOf(COVERAGES, {
    title: 'Coverage',
    description: 'nationwide, listed (the provinces that follow), or not-stated.',
    examples: ['listed'],
  }),
  coverage_as_printed: optionalText({
    title: 'Coverage as printed',
    description: 'The words of the source, where reading them took a decision.',
    examples: [''],
  }),
  provinces: references('provinces', {
    title: 'Provinces',
    description: 'Province codes; only with coverage "listed".',
    examples: ['KH-1;KH-2'],
  }),
  places: references('places', {
    title: 'Places',
    description: 'Places named inside these provinces. Never for a shelter whose place is not public.',
    examples: ['poipet'],
  }),
  women: accepts('women'),
  men: accepts('men'),
  girls: accepts('girls'),
  boys: accepts('boys'),
  age_min: optionalNumber({
    title: 'Youngest age',
    description: 'In whole years, as printed.',
    examples: ['5'],
    min: 0,
    max: 120,
  }),
  age_max: optionalNumber({
    title: 'Oldest age',
    description: 'In whole years, as printed.',
    examples: ['17'],
    min: 0,
    max: 120,
  }),
  accepts: references('criteria', {
    title: 'Only',
    description: 'The source says that only these people are taken.',
    examples: ['substance-use'],
  }),
  excludes: references('criteria', {
    title: 'Not',
    description: 'The source says that these people are not taken.',
    examples: [''],
  }),
  requires: references('criteria', {
    title: 'Requires',
    description: 'What the source says a person must bring or be able to do.',
    examples: [''],
  }),
  limits: references('criteria', {
    title: 'Limits',
    description: 'What the service cannot do, as the source says.',
    examples: ['pills-only'],
  }),
  mode: optionalText({
    title: 'How',
    description: 'residential, centre, visit or telephone, where stated.',
    examples: [''],
  }),
  stay: optionalText({
    title: 'Length of stay',
    description: 'ISO 8601 duration (P2Y, P12M), or the words short-term or long-term.',
    examples: ['P2Y'],
  }),
  provision: optionalOneOf(PROVISIONS, {
    title: 'Provision',
    description: 'Gives the help itself, refers elsewhere, or both.',
    examples: ['provides'],
  }),
  contacts: references('contacts', {
    title: 'Contacts',
    description: 'Rows of contacts.csv.',
    examples: ['example-clinic-office'],
  }),
  eligibility_source: optionalReference('sources', {
    title: 'Source of who is accepted',
    description:
      'The document that says whom it accepts. Needed as soon as one of the four columns is filled.',
    examples: ['forum-2010'],
  }),
  eligibility_page: pages({
    title: 'Page of who is accepted',
    description: 'Printed page.',
    examples: ['12'],
  }),
  eligibility_scope: optionalOneOf(['service', 'organization'], {
    title: 'Said of',
    description: 'organization: the source says it of all that the organization does.',
    examples: ['organization'],
  }),
  limits_page: pages({
    title: 'Page of the limits',
    description: 'Printed page of ages, limits and exclusions where it is another one.',
    examples: ['48'],
  }),
  note_en: optionalText({
    title: 'Note',
    description: 'Short, in our own words; says why a reading is doubtful.',
    examples: [''],
  }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
  source: source(),
  page: page(),
  confidence: confidence(),
});

export const contactRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['example-clinic-office'] }),
  organization: optionalReference('organizations', {
    title: 'Organization',
    description: 'Whose contact it is. Empty only where the source leaves it open.',
    examples: ['example-clinic'],
  }),
  role: optionalText({
    title: 'Role',
    description: 'Task or place of the contact.',
    examples: ['Office'],
    personal: false,
  }),
  role_km: optionalText({ title: 'Role in Khmer', description: 'The same in Khmer.', examples: [''] }),
  person: optionalText({
    title: 'Person',
    description: 'Name as printed. Shown to practitioners only.',
    examples: [''],
    personal: true,
  }),
  person_as_printed: list({
    title: 'Other spellings of the name',
    description: 'Spellings met for the same person and number.',
    examples: [''],
  }),
  kind: oneOf(CONTACT_KINDS, {
    title: 'Kind',
    description: 'hotline, office or person.',
    examples: ['office'],
  }),
  phone: optionalPhone({
    title: 'Telephone',
    description: 'International form.',
    examples: ['+85523000000'],
  }),
  phone_as_printed: list({
    title: 'Telephone as printed',
    description: 'Every way in which the source writes it.',
    examples: ['023 00 00 00'],
  }),
  email: optionalEmail({ title: 'E-mail', description: 'Address.', examples: [''] }),
  hours: optionalText({ title: 'Hours', description: 'When somebody answers.', examples: [''] }),
  languages: list({ title: 'Languages', description: 'ISO 639 codes.', examples: ['km;en'] }),
  visibility: oneOf(VISIBILITIES, {
    title: 'Visibility',
    description: 'public: everybody; practitioner: only the practitioner edition; withheld: nobody.',
    examples: ['practitioner'],
  }),
  verified_on: optionalDate({
    title: 'Last checked',
    description: 'When somebody last rang and confirmed it. Empty: not since the source.',
    examples: ['2026-03-01'],
  }),
  source: source(),
  page: page(),
  note_en: optionalText({ title: 'Note', description: 'Short; never a name or a number.', examples: [''] }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
});

export const referralRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['r001'] }),
  service: reference('services', {
    title: 'Service',
    description: 'The service whose row states it.',
    examples: ['example-clinic-general'],
  }),
  direction: oneOf(DIRECTIONS, {
    title: 'Direction',
    description:
      'in: the party sends people to the service; out: the service sends people to the party; unclear: the source does not print which.',
    examples: ['in'],
  }),
  reading: optionalOneOf(['in', 'out'], {
    title: 'Reading',
    description: 'Where the direction is unclear: the way it is most likely meant.',
    examples: ['in'],
  }),
  party: reference('organizations', { title: 'Party', description: 'The other side.', examples: ['police'] }),
  sender: optionalReference('organizations', {
    title: 'Sender',
    description: 'Who sends, where the row states it of another organization than its own.',
    examples: [''],
  }),
  condition: references('criteria', { title: 'Condition', description: 'When or for whom.', examples: [''] }),
  documents: references('criteria', {
    title: 'Documents',
    description: 'What is sent along.',
    examples: ['case-notes'],
  }),
  source: source(),
  page: page(),
  confidence: confidence(),
});

export const statementRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['s001'] }),
  kind: oneOf(STATEMENT_KINDS, {
    title: 'Kind',
    description: 'gap, recommendation, available, constraint or need.',
    examples: ['gap'],
  }),
  topic: text({
    title: 'Topic',
    description:
      'A group, a kind of help, or a theme (general, capacity, collaboration, resources, protection, monitoring).',
    examples: ['sh.shelter'],
  }),
  organization: references('organizations', {
    title: 'Organizations',
    description: 'Whose row states it; several where a cell is shared.',
    examples: ['example-clinic'],
  }),
  province: references('provinces', {
    title: 'Provinces',
    description: 'Where it names a province.',
    examples: [''],
  }),
  respondent: optionalText({
    title: 'Said by',
    description: 'The discussion group that said it, in English.',
    examples: [''],
  }),
  text_en: text({ title: 'Text', description: 'In our own words.', examples: ['Few beds for men.'] }),
  text_km: optionalText({ title: 'Text in Khmer', description: 'The same in Khmer.', examples: [''] }),
  source: source(),
  page: page(),
});

export const figureRow = z.object({
  id: id({ title: 'Id', description: 'Stable name.', examples: ['participants'] }),
  subject: text({ title: 'Subject', description: 'What is counted.', examples: ['participants'] }),
  measure: text({ title: 'Measure', description: 'count, share or range.', examples: ['count'] }),
  value: optionalNumber({ title: 'Value', description: 'The figure.', examples: ['12'] }),
  low: optionalNumber({ title: 'Low', description: 'Lower end.', examples: [''] }),
  high: optionalNumber({ title: 'High', description: 'Upper end.', examples: [''] }),
  unit: optionalText({
    title: 'Unit',
    description: 'people, organizations, percent …',
    examples: ['people'],
  }),
  denominator: optionalText({ title: 'Out of', description: 'What it is a part of.', examples: [''] }),
  service_type: optionalReference('service-types', {
    title: 'Kind of help',
    description: 'If it is about one.',
    examples: [''],
  }),
  population: optionalText({ title: 'Population', description: 'Whom it counts.', examples: ['men'] }),
  province: references('provinces', { title: 'Provinces', description: 'Where.', examples: [''] }),
  period: optionalText({ title: 'Period', description: 'When.', examples: ['2010-12-07/2010-12-08'] }),
  label_en: text({ title: 'Words', description: 'The figure in words.', examples: ['People who took part'] }),
  label_km: optionalText({ title: 'Words in Khmer', description: 'The same in Khmer.', examples: [''] }),
  note_en: optionalText({ title: 'Note', description: 'Doubts and contradictions.', examples: [''] }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
  source: source(),
  page: page(),
});

/** The tables of a directory folder, by the name that references use. */
export const SHARED_TABLES = {
  organizations: { file: 'organizations.csv', row: organizationRow },
  sources: { file: 'sources.csv', row: sourceRow },
  groups: { file: 'taxonomy/groups.csv', row: groupRow },
  'service-types': { file: 'taxonomy/service-types.csv', row: serviceTypeRow },
  criteria: { file: 'taxonomy/criteria.csv', row: criterionRow },
  provinces: { file: 'geography/provinces.csv', row: provinceRow },
  places: { file: 'geography/places.csv', row: placeRow },
  'retired-ids': { file: 'retired-ids.csv', row: retiredIdRow },
} as const;

/** The tables of one edition; file names are relative to editions/<id>/. */
export const EDITION_TABLES = {
  services: { file: 'services.csv', row: serviceRow },
  contacts: { file: 'contacts.csv', row: contactRow },
  referrals: { file: 'referrals.csv', row: referralRow },
  statements: { file: 'statements.csv', row: statementRow },
  figures: { file: 'figures.csv', row: figureRow },
} as const;

export type SharedTable = keyof typeof SHARED_TABLES;
export type EditionTable = keyof typeof EDITION_TABLES;
export type Table = SharedTable | EditionTable;
