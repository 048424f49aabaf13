import { translator } from '../i18n/index.ts';
import type { NetworkWords } from '../i18n/network-words.ts';
import type { Language } from '../schema/vocabulary.ts';

/** The words that the script of the network needs, resolved; i18next stays out of the browser. */
export function networkWords(lang: Language): NetworkWords {
  const t = translator(lang);
  return {
    shown: t('network.shown', {
      rows: '{rows}',
      all: '{all}',
      links: '{links}',
      parties: '{parties}',
      unclear: '{unclear}',
    }),
    asked: t('network.shown.asked', { asked: '{asked}' }),
    page: t('network.shown.page', { party: '{party}' }),
    province: t('network.shown.province', { nationwide: '{nationwide}' }),
    none: t('network.shown.none'),
    points: t('network.shown.points', { place: '{place}' }),
  };
}
