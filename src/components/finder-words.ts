import type { FinderWords, LargeFinderWords } from '../i18n/finder-words.ts';
import { translator } from '../i18n/index.ts';
import { localized } from '../i18n/localized.ts';
import { type Language, MATCHES, PEOPLE } from '../schema/vocabulary.ts';
import { groupsInUse, provinces, serviceTypes } from '../site.ts';

/** The words that the finder's script needs, resolved; i18next stays out of the browser. */
export function finderWords(lang: Language): FinderWords {
  const t = translator(lang);
  const name = (row: { name_en: string; name_km?: string | undefined }) =>
    localized(row, 'name', lang)?.text ?? row.name_en;
  return {
    people: Object.fromEntries(PEOPLE.map((person) => [person, t(`person.${person}`)])),
    states: Object.fromEntries(
      PEOPLE.flatMap((person) =>
        MATCHES.map((match) => [`${person}.${match}`, t(`state.${person}.${match}`)]),
      ),
    ),
    provinces: Object.fromEntries(provinces.map((one) => [one.id, name(one)])),
    needs: Object.fromEntries([
      ...groupsInUse.map((one) => [one.id, one[`short_${lang}`]]),
      ...serviceTypes.map((one) => [one.id, name(one)]),
    ]),
    one: t('find.count.one', { n: '{n}' }),
    other: t('find.count.other', { n: '{n}' }),
    age: t('find.chip.age', { age: '{n}' }),
    remove: t('find.chip.remove', { filter: '{n}' }),
    jumps: {
      yes: t('find.jump.yes', { n: '{n}' }),
      limited: t('find.jump.limited', { n: '{n}' }),
      'not-stated': t('find.jump.not-stated', { n: '{n}' }),
    },
    noEvidence: t('who.none'),
    notStated: t('find.notStated.text'),
    notStatedAnyone: t('find.notStated.anyone'),
    noneIn: t('find.none.heading', { places: '{n}' }),
    noneInText: t('find.none.text'),
    noneInAlone: t('find.none.alone'),
    nothing: t('find.nothing.heading'),
    nothingText: t('find.nothing.text'),
    ignored: t('find.ignored', { line: '{n}' }),
    without: t('find.without', { line: '{n}' }),
    refusedRest: t('find.refused.rest', { n: '{n}' }),
    nearest: t('find.nearest', { line: '{n}' }),
    called: t('find.called', { name: '{n}' }),
    also: t('find.also', { line: '{n}' }),
    copy: t('find.copy'),
    copied: t('find.copied'),
    notCopied: t('find.notCopied'),
  };
}

/** The same with what the script of a large directory makes its cards of. */
export function largeFinderWords(lang: Language): LargeFinderWords {
  const t = translator(lang);
  return {
    ...finderWords(lang),
    organization: `/${lang}/organizations/{n}/`,
    details: t('find.large.details'),
    more: t('find.large.more', { n: '{n}' }),
    failed: t('find.large.failed'),
    place: t('card.place'),
    limits: t('card.limits'),
    noLimitStated: t('find.large.noAges'),
    kindNotStated: t('card.typeNotStated'),
    reach: {
      listed: t('reach.listed'),
      partly: t('reach.partly'),
      nationwide: t('reach.nationwide'),
      'not-stated': t('reach.not-stated'),
    },
    everywhere: t('reach.nationwide.text', { count: provinces.length }),
    ages: {
      between: t('limit.ages', { min: '{min}', max: '{max}' }),
      from: t('limit.ageFrom', { min: '{min}' }),
      to: t('limit.ageTo', { max: '{max}' }),
    },
  };
}
