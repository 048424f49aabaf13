/**
 * The ways. What is asked lives in the fragment and goes nowhere else; the answer is put together from templates that
 * stand in the page, so that it says no more than the site says elsewhere.
 */
import { EMPTY_QUERY } from '../directory/query.ts';
import { asksForBed } from '../directory/referrals/situation.ts';
import type { WayIndex } from '../directory/referrals/way-index.ts';
import { readStay, readWayQuery, type WayQuery, writeWayQuery } from '../directory/referrals/way-query.ts';
import { findWays, type WaysFound } from '../directory/referrals/ways.ts';
import type { WayWords } from '../i18n/way-words.ts';
import { shownFragment, withFragment } from './page-address.ts';
import { keepQuestion } from './part-links.ts';
import { fillForm, openForm, readForm } from './question-form.ts';
import { missingItems, type Pieces, wayElement } from './way-list.ts';
import { sheetLines } from './way-text.ts';

class Ways extends HTMLElement {
  #index!: WayIndex;
  #words!: WayWords;
  /** By kind and id, as "party=police". */
  #templates = new Map<string, HTMLTemplateElement>();
  #relabel: ReturnType<typeof setTimeout> | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;
  #left = new AbortController();
  #query: WayQuery = { ...EMPTY_QUERY, from: '' };
  #found: WaysFound | undefined;

  connectedCallback() {
    this.#left = new AbortController();
    this.#index = JSON.parse(this.#part('[data-index]').textContent ?? '');
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    for (const template of this.querySelectorAll('template'))
      for (const [kind, id] of Object.entries(template.dataset))
        this.#templates.set(`${kind}=${id}`, template);
    const { signal } = this.#left;
    const form = this.#part<HTMLFormElement>('form');
    openForm(form, signal);
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', ({ target }) => this.#ask(target), { signal });
    this.#part('[data-ways]').addEventListener('click', (event) => this.#onClick(event), { signal });
    this.#part('[data-copy]').addEventListener('click', () => void this.#copy(), { signal });
    this.#part('[data-print]').addEventListener('click', () => window.print(), { signal });
    window.addEventListener('beforeprint', () => this.#sayDay(), { signal });
    window.addEventListener('hashchange', () => this.#read(), { signal });
    keepQuestion(signal);
    this.#read();
    // The first question should not wait for what can be made ready while nobody asks.
    this.#preparing = setTimeout(() => {
      for (const { id } of this.#index.parties.slice(0, 3)) findWays(this.#index, readWayQuery(`from=${id}`));
    }, 200);
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  disconnectedCallback() {
    this.#left.abort();
    clearTimeout(this.#relabel);
    clearTimeout(this.#preparing);
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The page of ways has no ${selector}.`);
    return found;
  }

  get #from(): HTMLSelectElement {
    return this.#part<HTMLSelectElement>('select[name="from"]');
  }

  get #stay(): HTMLSelectElement {
    return this.#part<HTMLSelectElement>('select[name="stay"]');
  }

  /** Takes the question from the address into the form. */
  #read() {
    const query = readWayQuery(shownFragment());
    fillForm(this.#part<HTMLFormElement>('form'), query);
    this.#from.value = query.from;
    // An id that nobody has leaves a select without any choice.
    if (this.#from.selectedIndex === -1) this.#from.value = '';
    this.#stay.value = query.stay ?? '';
    this.#show(query);
  }

  /** Asks what the form says now: of one field, as others may hold several values that no select can show. */
  #ask(field: EventTarget | null) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const now = { ...readForm(this.#part<HTMLFormElement>('form')), from: this.#from.value };
    const stay = readStay(this.#stay.value);
    const asked: WayQuery = { ...this.#query, [field.name]: { ...now, stay }[field.name as keyof WayQuery] };
    const query = { ...asked, q: '', stay: asksForBed(this.#index, asked.need) ? stay : undefined };
    const fragment = writeWayQuery(query);
    if (fragment !== shownFragment()) history.pushState(null, '', withFragment(fragment));
    this.#show(query);
  }

  #show(query: WayQuery) {
    this.#query = query;
    const stayField = this.#stay.parentElement as HTMLElement;
    stayField.hidden = !asksForBed(this.#index, query.need);
    const complete = query.from !== '' && query.need.length > 0;
    const found = findWays(this.#index, query);
    const shown = complete && found.query.from !== '';
    const { ways } = found;
    this.#found = shown ? found : undefined;
    const pieces = this.#pieces();
    const list = this.#part('[data-ways]');
    list.dataset.count = String(shown ? ways.length : 0);
    list.replaceChildren(...(shown ? ways.map((way, at) => wayElement(way, at + 1, found, pieces)) : []));
    const missing = shown ? missingItems(found, pieces) : [];
    this.#part('[data-missing]').hidden = missing.length === 0;
    this.#part('[data-missing] ul').replaceChildren(...missing);
    this.#part('[data-sheet]').hidden = !shown;
    this.#part('[data-tools]').hidden = !shown;
    this.#sayWays();
    this.#sayAsked(found.query);
  }

  /** One way alone, for a sheet that says no more than is needed; again, and all are back. */
  #onClick({ target }: Event) {
    const button = target instanceof Element ? target.closest('button[aria-pressed]') : null;
    const chosen = button?.closest<HTMLElement>('[data-way]');
    if (button == null || chosen == null) return;
    const alone = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(alone));
    for (const way of this.querySelectorAll<HTMLElement>('[data-way]')) way.hidden = alone && way !== chosen;
    this.#sayWays();
  }

  /** Heading and checklist speak of the ways that can be seen. */
  #sayWays() {
    const { count, ask, papers, noPapers, criteria } = this.#words;
    const elements = this.querySelectorAll<HTMLElement>('[data-way]');
    const seen = this.#found?.ways.filter((_, at) => elements[at]?.hidden === false);
    const number = seen?.length === 0 ? 'none' : seen?.length === 1 ? 'one' : 'other';
    this.#part('[data-heading]').textContent =
      seen === undefined ? ask : count[number].replace('{n}', String(seen.length));
    const ids = new Set(seen?.flatMap(({ documents }) => documents));
    const named = [...ids].map((id) => criteria[id] ?? id);
    this.#part('[data-papers]').textContent =
      named.length === 0 ? noPapers : papers.replace('{papers}', () => named.join(', '));
  }

  #pieces(): Pieces {
    return {
      index: this.#index,
      words: this.#words,
      // Copies of a template are new: a number that was opened before never stands in them.
      piece: (kind, id) => {
        const template = this.#templates.get(`${kind}=${id}`);
        return template === undefined ? [] : [...document.importNode(template.content, true).childNodes];
      },
    };
  }

  /**
   * The question in words as it was answered. Paper has no form, and the form cannot show all: a place brings its
   * province, an address may name several.
   */
  #sayAsked({ from, who, age, where, need, stay }: WayQuery) {
    const { people, provinces, needs, age: ageWords } = this.#words.finder;
    this.#part('[data-asked]').textContent = [
      from === '' ? '' : this.#from.selectedOptions[0]?.textContent,
      ...who.map((one) => people[one]),
      age === undefined ? '' : ageWords.replace('{n}', String(age)),
      ...where.map((id) => provinces[id]),
      ...need.flatMap((id) => (Object.hasOwn(needs, id) ? needs[id] : [])),
      stay === undefined ? '' : this.#words.asked[stay],
    ]
      .filter(Boolean)
      .join(' · ');
  }

  #sayDay() {
    const day = new Date().toLocaleDateString('sv-SE');
    this.#part('[data-printed]').textContent = this.#words.printed.replace('{day}', day);
  }

  /** The sheet as text: the question, the steps, the checklist, the blank lines, edition and day. */
  async #copy() {
    this.#sayDay();
    const button = this.#part('[data-copy]');
    const parts = [
      '[data-asked]',
      '[data-heading]',
      '[data-ways]',
      '[data-missing]:not([hidden])',
      '[data-sheet]',
    ];
    const sheet = parts
      .map((part) => [...this.querySelectorAll(part)].flatMap((one) => sheetLines(one)).join('\n'))
      .filter((text) => text !== '')
      .join('\n\n');
    const done = await navigator.clipboard.writeText(sheet).then(
      () => true,
      () => false,
    );
    button.textContent = done ? this.#words.copied : this.#words.notCopied;
    clearTimeout(this.#relabel);
    this.#relabel = setTimeout(() => {
      button.textContent = this.#words.copy;
    }, 2500);
  }
}

if (customElements.get('spean-ways') === undefined) customElements.define('spean-ways', Ways);
