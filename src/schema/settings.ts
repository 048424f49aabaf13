/** The two JSON files: directory.json at the top of a directory folder, edition.json in each edition. */
import * as z from 'zod';
import { isId, isPartialDate, isWebAddress } from './fields.ts';
import { EDITION_KINDS, EDITION_STATUSES, LANGUAGES } from './vocabulary.ts';

const partialDate = z.string().refine(isPartialDate, { error: 'is not a date that exists.' });

export const settingsSchema = z
  .object({
    title_en: z.string().min(1).meta({ description: 'Name of the directory.' }),
    title_km: z.string().min(1).meta({ description: 'The same in Khmer.' }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .meta({ description: 'ISO 3166-1 code; telephone numbers are checked by its rules.' }),
    country_en: z.string().min(1),
    country_km: z.string().min(1),
    languages: z.array(z.enum(LANGUAGES)).min(1),
    current_edition: z.string().min(1).meta({ description: 'The edition that the finder shows.' }),
    freshness: z
      .object({
        fresh_months: z
          .number()
          .int()
          .positive()
          .meta({ description: 'A number checked less than so many months ago can be tapped to call.' }),
        due_months: z.number().int().positive().meta({ description: 'After so many months it is stale.' }),
      })
      .meta({ description: 'How long a checked telephone number may be relied on.' }),
    exit_url: z
      .string()
      .refine((value) => /^https?:/.test(value) && isWebAddress(value), { error: 'must be a web address.' })
      .meta({ description: 'Where the button to leave the page leads: neutral, plausible, quick.' }),
    data_licence: z.string().min(1),
    khmer_reviewed_by: z.string().optional().meta({
      description:
        'Who, native in Khmer, has reviewed the Khmer text. Empty: nobody yet, and the site says so.',
    }),
  })
  .strict();

export const editionSchema = z
  .object({
    id: z.string().refine(isId, { error: 'must be lower-case letters, digits and hyphens.' }),
    title_en: z.string().min(1),
    title_km: z.string().min(1),
    date: partialDate.meta({ description: 'When its facts were recorded.' }),
    publisher: z.string().min(1),
    kind: z.enum(EDITION_KINDS),
    status: z.enum(EDITION_STATUSES),
    scope_en: z.string().min(1).meta({ description: 'What it covers and what is not in it.' }),
    scope_km: z.string().min(1),
    source: z.string().min(1).meta({ description: 'Main source; an id of sources.csv.' }),
    provinces: z
      .array(z.string())
      .min(1)
      .meta({ description: 'Codes of the provinces in force on its date.' }),
    boundaries: z.string().min(1).meta({ description: 'TopoJSON file in geography/ that draws them.' }),
  })
  .strict();
