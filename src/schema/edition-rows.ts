/** What one row may say in the tables of one edition: services, contacts, referrals, statements and figures. */
import * as z from 'zod';
import {
  id,
  languageCodes,
  list,
  oneOf,
  optionalDate,
  optionalDay,
  optionalEmail,
  optionalNumber,
  optionalOneOf,
  optionalPhone,
  optionalReference,
  optionalStay,
  optionalText,
  pages,
  reference,
  references,
  text,
} from './fields.ts';
import {
  ANSWERS,
  CONFIDENCES,
  CONSENTS,
  CONTACT_KINDS,
  COVERAGES,
  DIRECTIONS,
  LOCATIONS,
  PROVISIONS,
  STATEMENT_KINDS,
  VISIBILITIES,
} from './vocabulary.ts';

export const source = () =>
  reference('sources', {
    title: 'Source',
    description: 'The document that says so; an id of sources.csv.',
    examples: ['forum-2010'],
  });
export const page = () =>
  pages({
    title: 'Page',
    description: 'Printed page or pages of the source, separated by semicolons.',
    examples: ['26', '27;28'],
  });
export const confidence = () =>
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

/** The columns that say where a row comes from, and how sure its reading is. */
export const provenance = () => ({
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
  location: optionalOneOf(LOCATIONS, {
    title: 'Location',
    description:
      'confidential: nothing below the province is published of where it is. Services that give a bed are treated so in any case.',
    examples: ['confidential', ''],
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
  stay: optionalStay({
    title: 'Length of stay',
    description: 'ISO 8601 duration (P2Y, P12M), or the words short-term or long-term.',
    examples: ['P2Y'],
  }),
  stay_source: optionalReference('sources', {
    title: 'Source of the length of stay',
    description: 'Where it is another document than that of the row.',
    examples: [''],
  }),
  stay_page: pages({
    title: 'Page of the length of stay',
    description: 'Printed page in that document.',
    examples: [''],
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
  ...provenance(),
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
  languages: languageCodes({
    title: 'Languages',
    description: 'In which somebody answers: codes of ISO 639.',
    examples: ['km;en'],
  }),
  visibility: oneOf(VISIBILITIES, {
    title: 'Visibility',
    description: 'public: everybody; practitioner: only the practitioner edition; withheld: nobody.',
    examples: ['practitioner'],
  }),
  consent: optionalOneOf(CONSENTS, {
    title: 'Consent',
    description:
      'Whether the one whose contact it is agreed to its publication. no: shown to nobody. Empty: nobody asked. A person is public only with yes.',
    examples: ['yes', ''],
    internal: true,
  }),
  consent_by: optionalText({
    title: 'Consent given by',
    description: 'Who said yes or no. Kept by the editors, never published.',
    examples: ['the director'],
    personal: true,
    internal: true,
  }),
  consent_on: optionalDate({
    title: 'Consent given on',
    description: 'When it was said.',
    examples: ['2026-03-01'],
    internal: true,
  }),
  consent_expires: optionalDay({
    title: 'Consent ends',
    description: 'The last day on which it holds. From the next day on the contact is shown to nobody.',
    examples: ['2027-02-28'],
    internal: true,
  }),
  provinces: references('provinces', {
    title: 'Provinces',
    description: 'Where it is the contact; empty where the source does not say.',
    examples: ['KH-1', ''],
  }),
  verified_on: optionalDate({
    title: 'Last checked',
    description:
      'When somebody last rang and confirmed it. Only a number with such a day can be fresh. Empty: not since the source.',
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
