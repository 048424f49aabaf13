import { dateInWords } from '../i18n/dates.ts';
import { translator } from '../i18n/index.ts';
import type { Contact } from '../schema/directory.ts';
import type { Age, Language } from '../schema/vocabulary.ts';
import { ageOf } from '../site.ts';

/** The age of a contact in words, and what to do about it; the same wherever the number is shown. */
export interface AgeWords {
  age: Age;
  /** "Recorded December 2010, not re-checked since." */
  sentence: string;
  /** Empty for a fresh number. */
  advice: string;
}

export function contactAgeWords(contact: Contact, lang: Language): AgeWords {
  const t = translator(lang);
  const { age, date, checked } = ageOf(contact);
  const when = { date: dateInWords(date, lang) };
  const words = {
    fresh: { sentence: t(checked ? 'contact.fresh' : 'contact.freshRecorded', when), advice: '' },
    due: {
      sentence: t(checked ? 'contact.due' : 'contact.dueRecorded', when),
      advice: t('contact.due.advice'),
    },
    stale: {
      sentence: t(checked ? 'contact.staleChecked' : 'contact.stale', when),
      advice: t('contact.stale.advice'),
    },
  };
  return { age, ...words[age] };
}
