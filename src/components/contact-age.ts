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
  /** Each age that is still to come, as data attributes: its first day and its words. Empty for what is old already. */
  later: Record<`data-${string}`, string>;
}

export function contactAgeWords(contact: Contact, lang: Language): AgeWords {
  const t = translator(lang);
  const { age, date, checked, dueFrom = '', staleFrom } = ageOf(contact);
  const when = { date: dateInWords(date, lang) };
  /** As exact as the date itself, but never only a year: "due again 2027" would leave the month open. */
  const due = dateInWords(dueFrom.slice(0, Math.max(date.length, '2027-03'.length)), lang);
  const words = {
    fresh: { sentence: t('contact.fresh', { ...when, due }), advice: '' },
    due: {
      sentence: t(checked ? 'contact.due' : 'contact.dueRecorded', when),
      advice: t('contact.due.advice'),
    },
    stale: {
      sentence: t(checked ? 'contact.staleChecked' : 'contact.stale', when),
      advice: t('contact.stale.advice'),
    },
  };
  const laterAge = (name: 'due' | 'stale', from: string) => ({
    [`data-${name}-from`]: from,
    [`data-${name}`]: words[name].sentence,
    [`data-${name}-advice`]: words[name].advice,
  });
  const later = {
    ...(age === 'fresh' ? laterAge('due', dueFrom) : {}),
    ...(age === 'stale' ? {} : laterAge('stale', staleFrom)),
  };
  return { age, ...words[age], later };
}
