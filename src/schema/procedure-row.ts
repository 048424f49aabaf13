/** What one row may say in procedures.csv: one step of what a source says is done in a special case. */
import * as z from 'zod';
import { provenance } from './edition-rows.ts';
import { id, optionalNumber, optionalText, references, text } from './fields.ts';

export const procedureRow = z.object({
  id: id({ title: 'Id', description: 'Stable name of the step.', examples: ['example-return-1'] }),
  procedure: id({
    title: 'Procedure',
    description: 'The case that it belongs to; the same word on all its steps.',
    examples: ['example-return'],
  }),
  name_en: text({
    title: 'Case',
    description: 'Whom it is about; the same words on all its steps.',
    examples: ['A person who comes back from Exampleland'],
  }),
  name_km: optionalText({ title: 'Case in Khmer', description: 'The same in Khmer.', examples: [''] }),
  step: optionalNumber({
    title: 'Step',
    description:
      'Its number in the order of the source: 1, 2, 3 … Empty on all rows of a case for which the source gives no order.',
    examples: ['1'],
    min: 1,
    max: 99,
  }),
  parties: references('organizations', {
    title: 'Parties',
    description: 'Who acts, as far as organizations.csv knows them; others are named in the text.',
    examples: ['example-clinic'],
  }),
  text_en: text({
    title: 'Text',
    description: 'What is done, in our own words; nothing that the source does not say.',
    examples: ['The clinic writes to the embassy.'],
  }),
  text_km: optionalText({ title: 'Text in Khmer', description: 'The same in Khmer.', examples: [''] }),
  ...provenance(),
});
