import { readDuration } from '../i18n/dates.ts';
import { translator } from '../i18n/index.ts';
import type { Language } from '../schema/vocabulary.ts';

/**
 * A length of stay as services.csv has it, in words: P2Y is "2 years", short-term is "short term". A bed for 2 days is
 * one for 2 days at most: nobody says that it is never for less.
 */
export function stayInWords(stay: string, bed: boolean, lang: Language): string {
  const t = translator(lang);
  const duration = readDuration(stay);
  if (duration !== undefined) {
    const time = t(`stay.${duration.unit}`, { count: duration.count });
    return bed ? t('stay.most', { time }) : time;
  }
  return t(stay === 'short-term' ? 'stay.short-term' : 'stay.long-term');
}
