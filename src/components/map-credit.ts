import { dateInWords } from '../i18n/dates.ts';
import { translator } from '../i18n/index.ts';
import type { Language } from '../schema/vocabulary.ts';
import { boundaries, edition, provinces } from '../site.ts';

/** What stands beneath every map: which provinces, who drew them and how exactly, and what a pin is not. */
export function mapCredit(lang: Language): string {
  const t = translator(lang);
  return t('map.credit', {
    date: dateInWords(edition.about.date, lang),
    count: provinces.length,
    outlines: t(boundaries.schematic ? 'map.outlines.schematic' : 'map.outlines', {
      who: boundaries.attribution,
    }),
  });
}
