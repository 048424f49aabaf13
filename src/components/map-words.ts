import { translator } from '../i18n/index.ts';
import { localized } from '../i18n/localized.ts';
import type { DetailWords, MapWords } from '../i18n/map-words.ts';
import { PROVINCE_STATES } from '../map/model.ts';
import { type Language, PEOPLE, PLACE_KINDS } from '../schema/vocabulary.ts';
import { serviceTypes } from '../site.ts';
import { layoutWords } from './drawn-map.ts';

type State = (typeof PROVINCE_STATES)[number];

/** The words that the scripts of the map need, resolved. */
export function mapWords(lang: Language): MapWords {
  const t = translator(lang);
  const byState = (word: (state: State) => string) =>
    Object.fromEntries(PROVINCE_STATES.map((state) => [state, word(state)])) as Record<State, string>;
  const ofPeople = byState((state) => t(`map.state.people.${state}`));
  const states = {
    anyone: byState((state) => t(`map.state.anyone.${state}`)),
    people: ofPeople,
    ...Object.fromEntries(
      PEOPLE.map((person) => [
        person,
        {
          ...ofPeople,
          recorded: t(`state.${person}.yes`),
          limited: t(`state.${person}.limited`),
          'not-stated': t(`state.${person}.not-stated`),
        },
      ]),
    ),
  } as MapWords['states'];
  return {
    lang,
    states,
    means: {
      anyone: byState((state) => t(`map.means.anyone.${state}`)),
      asked: byState((state) => t(`map.means.asked.${state}`)),
      nationwide: byState((state) => t(`map.means.nationwide.${state}`)),
    },
    rows: byState((state) => stateLine(state, lang)),
    people: Object.fromEntries(PEOPLE.map((person) => [person, t(`person.${person}`)])),
    needs: Object.fromEntries(
      serviceTypes.map((one) => [one.id, localized(one, 'name', lang)?.text ?? one.id]),
    ),
    age: t('find.chip.age', { age: '{n}' }),
    remove: t('find.chip.remove', { filter: '{n}' }),
    noneRecorded: t('map.noneRecorded'),
    noKind: t('map.live.noKind'),
    disputed: t('coverage.disputed'),
    nobody: t('map.live.nobody'),
    worksNationwide: t('map.live.worksNationwide'),
    nationwideApart: t('map.nationwide.text'),
    nationwideIn: t('map.live.nationwideIn'),
    unplaced: t('map.notStatedWhere', { count: '{n}' }),
    summary: t('map.live.summary', { list: '{n}' }),
    close: t('map.live.close'),
    find: t('map.live.find'),
    page: t('map.live.page'),
    fill: t('map.live.fill'),
    unfill: t('map.live.unfill'),
    list: t('map.live.list'),
    map: t('map.live.map'),
    failed: t('map.live.failed'),
    detail: detailWords(lang),
  };
}

function detailWords(lang: Language): DetailWords {
  const t = translator(lang);
  const arc = { from: '{from}', to: '{to}', pairs: '{pairs}' };
  return {
    open: t('map.detail.open'),
    close: t('map.detail.close'),
    opening: t('map.detail.opening'),
    failed: t('map.detail.failed'),
    printed: t('map.detail.from.printed', arc),
    unclear: t('map.detail.from.unclear', arc),
    noArcs: t('map.detail.noArcs'),
    where: t('map.detail.where', { place: '{place}', kind: '{kind}', province: '{province}' }),
    kinds: Object.fromEntries(
      PLACE_KINDS.map((kind) => [kind, t(`map.detail.place.${kind}`)]),
    ) as DetailWords['kinds'],
    around: layoutWords(lang).surroundings,
  };
}

/** What the table says beneath a province where nobody in particular is asked for. */
export function stateLine(state: State, lang: Language): string {
  const t = translator(lang);
  return state === 'none-recorded'
    ? t('map.state.none-recorded')
    : `${t('label', { label: t('map.state') })} ${t(`map.state.${state}`)}`;
}
