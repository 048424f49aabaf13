/** The map's answer to a question, in numbers and in words: what the drawing, the table, the key and the card show. */
import { peopleAsked } from '../directory/acceptance.ts';
import {
  type CoverageQuestion,
  coverage,
  disputed,
  listedIn,
  type ProvinceState,
} from '../directory/coverage.ts';
import { type Query, writeQuery } from '../directory/query.ts';
import type { AskedFor, MapWords } from '../i18n/map-words.ts';
import { countedQuestion, type MapQuestion } from '../map/map-question.ts';
import { type MapModel, mapModel, PROVINCE_STATES, provinceSentence, statesSentence } from '../map/model.ts';
import type { MapPageData } from '../map/page-data.ts';
import { chipLabel } from './filter-chips.ts';
import { provinceCard } from './map-card.ts';
import type { StateWords } from './map-table.ts';

export class MapAnswer {
  readonly model: MapModel;
  /** What was counted. */
  readonly asked: CoverageQuestion;
  readonly askedFor: AskedFor;
  /** What the states are called and mean, for the people asked for. */
  readonly states: Record<ProvinceState, StateWords>;
  readonly #question: MapQuestion;
  readonly #page: MapPageData;
  readonly #words: MapWords;

  constructor(question: MapQuestion, page: MapPageData, words: MapWords) {
    this.#question = question;
    this.#page = page;
    this.#words = words;
    this.asked = countedQuestion(question);
    this.model = modelOf(page, question.query.need, this.asked);
    this.askedFor = askedFor(question.query);
    const { states, means } = words;
    const who = this.askedFor;
    const meaning = means[who === 'anyone' ? 'anyone' : question.nationwide ? 'nationwide' : 'asked'];
    this.states = byState((state) => ({ name: states[who][state], means: meaning[state] }));
  }

  /** The line beneath each province of the table. */
  get rows(): Record<ProvinceState, string> {
    return this.askedFor === 'anyone' ? this.#words.rows : this.#names;
  }

  /** Each province in words, for people who do not see the drawing; by its id. */
  get sentences(): Map<string, string> {
    const names = this.#names;
    return new Map(this.model.provinces.map((province) => [province.id, provinceSentence(province, names)]));
  }

  /** How many provinces answer how. */
  get summary(): string {
    const list = statesSentence(this.model, this.#names);
    return this.#words.summary.replace('{n}', () => list);
  }

  /** For paper, where no form stands: whom and what the numbers answer. Empty where nothing is asked. */
  get question(): string {
    const { query, nationwide } = this.#question;
    const groups = Object.fromEntries(this.#page.groups.map(({ id, label }) => [id, label]));
    const words = { ...this.#words, needs: { ...this.#words.needs, ...groups }, provinces: {} };
    const filters = [
      ...query.who.map((id) => `who=${id}`),
      ...(query.age === undefined ? [] : [`age=${query.age}`]),
      ...query.need.map((id) => `need=${id}`),
    ];
    const said = filters.map((filter) => chipLabel(filter, words));
    return [...said, ...(nationwide ? [this.#words.nationwideIn] : [])].join(', ');
  }

  /** Whose yes disagrees with the ages that they print; empty where there is nobody. */
  get disputed(): string {
    const names = disputed(this.#page.services, this.asked).map(
      (id) => this.#page.organizations[id]?.name ?? id,
    );
    return names.length === 0 ? '' : `${this.#words.disputed} ${names.join(', ')}`;
  }

  /** The card of a province; undefined for one that the map does not have. */
  card(id: string): HTMLElement | undefined {
    const place = this.#page.provinces.find((one) => one.id === id);
    const province = this.model.provinces.find((one) => one.id === id);
    if (place === undefined || province === undefined) return undefined;
    const { recorded, limited, 'not-stated': notStated, 'none-recorded': none } = this.#names;
    return provinceCard({
      place,
      province,
      model: this.model,
      listed: listedIn(this.#page.services, id, this.asked),
      page: this.#page,
      words: this.#words,
      state: this.states[province.state].name,
      answers:
        this.askedFor === 'anyone'
          ? undefined
          : { yes: recorded, limited, 'not-stated': notStated, no: none },
      fragment: writeQuery(this.#question.query),
    });
  }

  get #names(): Record<ProvinceState, string> {
    return byState((state) => this.states[state].name);
  }
}

/** Only the groups that are asked for, also by one of their kinds of help. */
function modelOf(page: MapPageData, need: readonly string[], asked: CoverageQuestion): MapModel {
  const { services, provinces, groups } = page;
  const typed = new Set(services.filter(({ type }) => need.includes(type ?? '')).map(({ group }) => group));
  return mapModel({
    provinces,
    groups: groups.filter(({ id }) => need.length === 0 || need.includes(id) || typed.has(id)),
    coverage: coverage(
      services,
      provinces.map(({ id }) => id),
      asked,
    ),
  });
}

function askedFor({ who, age }: Query): AskedFor {
  if (who.length === 0) return age === undefined ? 'anyone' : 'people';
  const people = peopleAsked({ who, age });
  return people.length === 1 ? (people[0] as AskedFor) : 'people';
}

function byState<T>(of: (state: ProvinceState) => T): Record<ProvinceState, T> {
  return Object.fromEntries(PROVINCE_STATES.map((state) => [state, of(state)])) as Record<ProvinceState, T>;
}
