import { dateInWords } from '../i18n/dates.ts';
import { translator } from '../i18n/index.ts';
import type { Edition } from '../schema/directory.ts';
import type { Language } from '../schema/vocabulary.ts';
import { boundariesOf, edition } from '../site.ts';

/** What stands beneath every map of an edition: which provinces, who drew them and how exactly, and what a pin is not. */
export function mapCredit(lang: Language, { about }: Pick<Edition, 'about'> = edition): string {
  const t = translator(lang);
  const { schematic, attribution } = boundariesOf({ about });
  return t('map.credit', {
    date: dateInWords(about.date, lang),
    count: about.provinces.length,
    outlines: t(schematic ? 'map.outlines.schematic' : 'map.outlines', { who: attribution }),
  });
}
