/** What one row may say in the tables that all editions share: organizations, sources, kinds of help and geography. */
import * as z from 'zod';
import {
  color,
  date,
  id,
  letter,
  list,
  listOf,
  oneOf,
  optionalDate,
  optionalDegrees,
  optionalNumber,
  optionalOneOf,
  optionalReference,
  optionalText,
  optionalWebAddress,
  provinceId,
  reference,
  references,
  someReferences,
  text,
} from './fields.ts';
import {
  CRITERION_KINDS,
  DO_NOT_LIST_KINDS,
  ORGANIZATION_KINDS,
  PEOPLE,
  PHASES,
  PLACE_KINDS,
  PROVINCE_KINDS,
  SHAPES,
  SOURCE_KINDS,
} from './vocabulary.ts';

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
  stands_for: listOf([...ORGANIZATION_KINDS.filter((kind) => kind !== 'role'), 'person'], {
    title: 'Stands for',
    description:
      'Only for a word such as "NGOs": the kinds of organizations that it means; person: people who come by themselves.',
    examples: ['ngo', 'person', ''],
  }),
  website: optionalWebAddress({
    title: 'Website',
    description: 'As printed. Shown as text, because an old address may have a new owner.',
    examples: ['www.example.org'],
  }),
  note_en: optionalText({ title: 'Note', description: 'Short, in our own words.', examples: [''] }),
  note_km: optionalText({ title: 'Note in Khmer', description: 'The same in Khmer.', examples: [''] }),
});

export const officeRow = z.object({
  id: id({ title: 'Id', description: 'Stable name of the office.', examples: ['social-affairs'] }),
  name_en: text({
    title: 'Name',
    description: 'What the column of the table of focal points is called.',
    examples: ['Social affairs'],
  }),
  name_km: optionalText({ title: 'Name in Khmer', description: 'The same in Khmer.', examples: [''] }),
  organizations: someReferences('organizations', {
    title: 'Organizations',
    description: 'The bodies of this office: the ministry, its departments, its police.',
    examples: ['example-ministry;example-department'],
  }),
  order: optionalNumber({ title: 'Order', description: 'Place in the table.', examples: ['1'] }),
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
  color: color({ title: 'Colour', description: 'Fill of the pin, as #rrggbb.', examples: ['#1d3f8f'] }),
  letter: letter({ title: 'Letter', description: 'The letter in the pin.', examples: ['S'] }),
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
  phase: listOf(PHASES, {
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
  hotline: optionalOneOf(['yes'], {
    title: 'Is a hotline',
    description: 'yes where the help is a telephone line: who gives it stands in the list of hotlines.',
    examples: ['yes', ''],
  }),
  aliases: list({
    title: 'Everyday words',
    description: 'What people type when they mean this kind of help.',
    examples: ['ride home;bus home'],
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
  people: listOf(PEOPLE, {
    title: 'People',
    description:
      'The people that the words name, where they name women, men, girls or boys; nobody else is meant.',
    examples: ['girls', ''],
  }),
  age_min: optionalNumber({
    title: 'Youngest age',
    description: 'In whole years, where the words name it.',
    examples: ['5', ''],
    min: 0,
    max: 120,
  }),
  age_max: optionalNumber({
    title: 'Oldest age',
    description: 'In whole years, where the words name it.',
    examples: ['17', ''],
    min: 0,
    max: 120,
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
  lon: optionalDegrees({
    title: 'Longitude',
    description:
      'Where the town or district roughly is, degrees, at most two decimals; empty where that is not known for certain. It places the name on a map and never says where a service is.',
    examples: ['102.56'],
    most: 180,
  }),
  lat: optionalDegrees({
    title: 'Latitude',
    description: 'The same to the north. Both are given or neither.',
    examples: ['13.66'],
    most: 90,
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

export const doNotListRow = z.object({
  id: id({
    title: 'Id',
    description: 'Stable name of the entry; messages name it. Never the name that must not be listed.',
    examples: ['d001'],
  }),
  what: oneOf(DO_NOT_LIST_KINDS, {
    title: 'What',
    description:
      'organization, person, phone or email. Only organizations may stand in the public file: the register itself would publish the others.',
    examples: ['organization'],
  }),
  value: text({
    title: 'Value',
    description:
      'What must not be listed: a name, acronym or id; a name; a number in any notation; an address.',
    examples: ['Example Clinic'],
    personal: true,
  }),
  asked_on: optionalDate({ title: 'Asked on', description: 'When they asked.', examples: ['2026-03-01'] }),
  note: optionalText({
    title: 'Note',
    description: 'Who asked, and how it was answered. Never published.',
    examples: [''],
    personal: true,
  }),
});
