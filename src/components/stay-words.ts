import { readDuration } from '../i18n/dates.ts';
import { translator } from '../i18n/index.ts';
import type { Language } from '../schema/vocabulary.ts';

/** A length of stay as services.csv has it, in words: P2Y is "2 years", short-term is "short term". */
export function stayInWords(stay: string, lang: Language): string {
  const t = translator(lang);
  const duration = readDuration(stay);
  if (duration !== undefined) return t(`stay.${duration.unit}`, { count: duration.count });
  return t(stay === 'short-term' ? 'stay.short-term' : 'stay.long-term');
}
