/** The map of the edition in each language, laid out once for all pages that draw it. */
import { hasWords, translator } from '../i18n/index.ts';
import { type DrawnMap, type LayoutWords, layOutMap } from '../map/layout.ts';
import type { Language } from '../schema/vocabulary.ts';
import { borderName, boundaries, mapOf } from '../site.ts';

const drawn = new Map<Language, DrawnMap>();

/** Laying out takes seconds, so what was laid out once is kept. */
export function drawnMap(lang: Language): DrawnMap {
  const map = drawn.get(lang) ?? layOutMap(mapOf(lang), boundaries, layoutWords(lang));
  drawn.set(lang, map);
  return map;
}

/** The words that stand in the drawing itself. */
export function layoutWords(lang: Language): LayoutWords {
  const t = translator(lang);
  return {
    noneRecorded: t('map.noneRecorded'),
    surroundings: Object.fromEntries(
      (boundaries.surroundings ?? []).map(({ id }) => [
        id,
        // Shorter than elsewhere, where there is a short name.
        hasWords(`map.${id}`) ? t(`map.${id}` as 'map.gulf') : borderName(id, lang),
      ]),
    ),
  };
}
