import { translator } from '../i18n/index.ts';
import { localized } from '../i18n/localized.ts';
import type { WayWords } from '../i18n/way-words.ts';
import { type Language, STAYS, type Stay } from '../schema/vocabulary.ts';
import { criteria, DOUBTS, ways } from '../site.ts';
import { finderWords } from './finder-words.ts';
import { stayInWords } from './stay-words.ts';

const MISSING = [
  'noneHere',
  'nowhere',
  'placeNotStated',
  'refused',
  'tooShort',
  'nationwide',
  'unreached',
  'beyond',
  'stops',
] as const;

/** The words that the script of the ways needs, resolved; i18next stays out of the browser. */
export function wayWords(lang: Language): WayWords {
  const t = translator(lang);
  const required = new Set(ways.services.flatMap(({ requires }) => requires));
  const lengths = new Set(ways.services.flatMap(({ stay }) => stay ?? []));
  const step = { from: '{from}', to: '{to}' };
  return {
    finder: finderWords(lang),
    ask: t('ways.ask'),
    count: {
      none: t('ways.count.none'),
      one: t('ways.count.one', { n: '{n}' }),
      other: t('ways.count.other', { n: '{n}' }),
    },
    way: t('ways.way', { n: '{n}', to: '{to}' }),
    certain: t('ways.certain'),
    uncertain: {
      one: t('ways.uncertain.one', { n: '{n}' }),
      other: t('ways.uncertain.other', { n: '{n}' }),
    },
    step: {
      referral: t('ways.step.referral', step),
      perhaps: t('ways.step.perhaps', step),
      direct: t('ways.step.direct', step),
      own: t('ways.step.own', step),
    },
    only: t('ways.only'),
    rows: t('ways.rows'),
    more: t('ways.more', { n: '{n}' }),
    also: t('ways.also', { kinds: '{kinds}' }),
    unsaid: t('ways.unsaid'),
    doubts: Object.fromEntries(DOUBTS.map((doubt) => [doubt, t(`ways.doubt.${doubt}`)])),
    asked: Object.fromEntries(STAYS.map((stay) => [stay, t(`ways.stay.${stay}`)])) as Record<Stay, string>,
    length: t('ways.length', { stay: '{stay}' }),
    lengths: Object.fromEntries([
      ['', t('ways.length.notStated')],
      ...[...lengths].map((stay) => [stay, stayInWords(stay, lang)]),
    ]),
    missing: {
      ...(Object.fromEntries(
        MISSING.map((what) => [what, t(`ways.missing.${what}`, { place: '{place}' })]),
      ) as Record<(typeof MISSING)[number], string>),
      nearest: t('ways.missing.nearest', { place: '{place}' }),
      sentBy: t('ways.missing.sentBy', { parties: '{parties}' }),
    },
    papers: t('ways.check.papers', { papers: '{papers}' }),
    noPapers: t('ways.check.noPapers'),
    criteria: Object.fromEntries(
      criteria
        .filter(({ id, kind }) => kind === 'document' || required.has(id))
        .map((one) => [one.id, localized(one, 'name', lang)?.text ?? one.name_en]),
    ),
    printed: t('ways.printed', { day: '{day}' }),
    copy: t('ways.copy'),
    copied: t('find.copied'),
    notCopied: t('find.notCopied'),
  };
}
