/**
 * The page of the map: answers for whom and for which help are chosen, in the table and on a map that can be moved.
 * What is asked stands in the fragment, as the finder writes it, and reaches no server.
 */
import { EMPTY_QUERY } from '../directory/query.ts';
import type { MapWords } from '../i18n/map-words.ts';
import { type MapQuestion, readMapQuestion, writeMapQuestion } from '../map/map-question.ts';
import type { MapPageData } from '../map/page-data.ts';
import { showChips, splitChip } from './filter-chips.ts';
import { MapAnswer } from './map-answer.ts';
import type { Drawing } from './map-drawings.ts';
import { MapStage } from './map-stage.ts';
import { fillKey, fillNationwide, fillTable } from './map-table.ts';
import type { MapView } from './map-view.ts';
import { shownFragment, withFragment } from './page-address.ts';
import { keepQuestion } from './part-links.ts';
import { openForm, readForm } from './question-form.ts';
import { writeText } from './write-text.ts';

class MapPage extends HTMLElement {
  #page!: MapPageData;
  #words!: MapWords;
  #question!: MapQuestion;
  #answer!: MapAnswer;
  #stage!: MapStage;
  /** True until the first map stands: what is beneath it can wait. */
  #opening = true;
  #left = new AbortController();

  connectedCallback() {
    this.#left = new AbortController();
    this.#opening = true;
    const { signal } = this.#left;
    document.querySelector('main')?.setAttribute('data-ready', 'false');
    this.#page = JSON.parse(this.#part('[data-page]').textContent ?? '');
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    const form = this.#part<HTMLFormElement>('form');
    openForm(form, signal);
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', () => this.#ask(this.#asked(), 'push'), { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    this.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    window.addEventListener('hashchange', () => this.#keepFocus(() => this.#read()), { signal });
    keepQuestion(signal);
    this.#stage = new MapStage(this.#page, this.#words, (selector) => this.#part(selector), {
      choose: (province) => this.#choose(province),
      close: () => this.#choose(undefined),
      say: (sentences) => this.#list(sentences),
      answer: (view) => this.#answerOn(view),
      change: (make) => this.#keepFocus(make),
      stands: (drawing) => this.#onDrawing(drawing),
      failed: (drawing) => this.#onFailure(drawing),
      resized: () => {
        if (this.#question.query.where.length > 0) this.#keepFocus(() => this.#showCard());
      },
    });
    this.#read();
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#stage.close();
    if (this.#fills) this.#fill(false);
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The page of the map has no ${selector}.`);
    return found;
  }

  /** The first map stands, or will not: now everything around it follows. */
  #settle() {
    this.#opening = false;
    this.#tell();
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  #onDrawing(drawing: Drawing) {
    for (const part of this.querySelectorAll<HTMLElement>('[data-detail]'))
      part.hidden = drawing !== 'maplibre';
    if (drawing === 'maplibre') this.#part('[data-failed]').textContent = '';
    this.#showCard();
    const { signal } = this.#left;
    if (this.#opening) setTimeout(() => signal.aborted || this.#settle());
  }

  /** A sentence says what is there instead. */
  #onFailure(drawing: Drawing) {
    const detailed = drawing === 'maplibre';
    this.#part('[data-failed]').textContent = detailed ? this.#words.detail.failed : this.#words.failed;
    if (detailed) this.#ask({ ...this.#question, detail: false }, 'replace');
    else this.#settle();
  }

  /** A change may take away what the keyboard is on: then it goes on at the new card, else at the same province. */
  #keepFocus(change: () => void) {
    const before = document.activeElement;
    const inCard = before?.closest<HTMLElement>('[data-card]')?.dataset.card;
    const province = inCard ?? before?.closest<HTMLElement>('.map-live [data-province]')?.dataset.province;
    change();
    if (province === undefined || before?.isConnected) return;
    const heading = inCard && this.querySelector<HTMLElement>('[data-card] h2');
    if (heading) heading.focus({ preventScroll: true });
    else this.#stage.view?.focus(province);
  }

  #read() {
    const asked = readMapQuestion(shownFragment());
    const ids = new Set(this.#page.provinces.map(({ id }) => id));
    const where = asked.query.where.map((id) => this.#page.formerly[id] ?? id).filter((id) => ids.has(id));
    this.#question = { ...asked, query: { ...asked.query, where } };
    this.#show();
  }

  /** What the form asks; the open province and kinds that are no group stay as they are. */
  #asked(): MapQuestion {
    const form = this.#part<HTMLFormElement>('form');
    const { who, age } = readForm(form);
    const { query } = this.#question;
    const nationwide = (form.elements.namedItem('nationwide') as HTMLInputElement).checked;
    return { ...this.#question, query: { ...query, who, age }, nationwide };
  }

  #ask(question: MapQuestion, step: 'push' | 'replace') {
    this.#question = question;
    const fragment = writeMapQuestion(question);
    if (fragment !== shownFragment()) {
      const address = withFragment(fragment);
      if (step === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    this.#show();
  }

  #choose(province: string | undefined) {
    const { query } = this.#question;
    const before = query.where[0];
    this.#ask(
      { ...this.#question, query: { ...query, where: province === undefined ? [] : [province] } },
      'replace',
    );
    if (province !== undefined) this.#part('[data-card] h2').focus();
    else if (before !== undefined) this.#stage.view?.focus(before);
  }

  /** Escape closes the card wherever it stands; a select that is open keeps it for itself. */
  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.#question.query.where.length > 0) this.#choose(undefined);
    else if (this.#fills) this.#fill(false);
    else return;
    event.preventDefault();
  }

  #onClick(event: Event) {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (target === null) return;
    const { kind, tool, chip } = target.dataset;
    if (kind !== undefined) this.#switch(kind);
    else if (chip !== undefined) {
      this.#ask(this.#without(chip), 'push');
      (this.querySelector<HTMLElement>('[data-chip]') ?? this.#part('select[name="who"]')).focus();
    } else if (target.hasAttribute('data-close')) this.#choose(undefined);
    else if (tool === 'closer') this.#stage.view?.closer(1);
    else if (tool === 'further') this.#stage.view?.closer(-1);
    else if (tool === 'whole') this.#stage.view?.whole();
    else if (tool === 'fill') this.#fill(!this.#fills);
    else if (tool === 'list') this.#showList(target);
    else if (tool === 'detail') this.#ask({ ...this.#question, detail: !this.#question.detail }, 'push');
  }

  /** From all kinds a press leaves only that one; from some it adds or takes away one; none left means all again. */
  #switch(kind: string) {
    const groups = this.#page.groups.map(({ id }) => id);
    const some = this.#question.query.need.filter((id) => groups.includes(id));
    const next = some.includes(kind) ? some.filter((id) => id !== kind) : [...some, kind];
    const all = kind === '' || next.length === groups.length;
    this.#ask(this.#withNeed(all ? [] : groups.filter((id) => next.includes(id))), 'push');
  }

  /** The question without what a chip says: kinds that are no group, or several people at once. */
  #without(chip: string): MapQuestion {
    const [key, value] = splitChip(chip);
    const { query } = this.#question;
    if (key === 'who') {
      return { ...this.#question, query: { ...query, who: query.who.filter((id) => id !== value) } };
    }
    return this.#withNeed(query.need.filter((id) => id !== value));
  }

  #withNeed(need: string[]): MapQuestion {
    return { ...this.#question, query: { ...this.#question.query, need } };
  }

  /** Lets the map have the whole window but for the header; what it covers is then out of the keyboard's reach. */
  #fill(filled: boolean) {
    document.documentElement.classList.toggle('map-fills', filled);
    this.#part('[data-tool="fill"]').textContent = filled ? this.#words.unfill : this.#words.fill;
    const frame = this.#part('.map-frame');
    const around = [frame, ...ancestors(frame)].flatMap((part) => [...(part.parentElement?.children ?? [])]);
    for (const part of around) {
      if (part instanceof HTMLElement && !part.contains(frame) && !part.matches('header, script, .skip'))
        part.inert = filled;
    }
    this.#stage.view?.resize();
  }

  get #fills(): boolean {
    return document.documentElement.classList.contains('map-fills');
  }

  #showList(button: HTMLElement) {
    if (this.#fills) this.#fill(false);
    const stage = this.#part('[data-stage]');
    stage.hidden = !stage.hidden;
    button.textContent = stage.hidden ? this.#words.map : this.#words.list;
    if (stage.hidden) this.#part('#map-table').focus();
    else this.#stage.view?.resize();
  }

  /** What only the drawing shows, in words. */
  #list(sentences: readonly string[]) {
    const items = sentences.map((sentence) => {
      const item = document.createElement('li');
      item.textContent = sentence;
      return item;
    });
    this.#part('[data-said-list]').replaceChildren(...items);
  }

  #show() {
    // Begun first, so that its code comes while the page counts.
    this.#stage.show(this.#question.detail);
    this.#answer = new MapAnswer(this.#question, this.#page, this.#words);
    this.#fillForm();
    if (this.#stage.view !== undefined) this.#answerOn(this.#stage.view);
    this.#showCard();
    if (!this.#opening) this.#tell();
  }

  /** Says the answer around the map: in the table, the key, and the sentences. */
  #tell() {
    const { nationwide, detail } = this.#question;
    const { model, rows, states, askedFor, question, summary, disputed } = this.#answer;
    fillTable(this.#part('table'), model, rows);
    this.#part('[data-silent]').hidden = askedFor === 'anyone';
    fillNationwide(this.#part('[data-live] .map-nationwide'), model, nationwide, this.#words);
    fillKey(this.#part('[data-keys]'), model, states);
    writeText(this.#part('[data-asked]'), question);
    this.toggleAttribute('data-asks', question !== '');
    writeText(this.#part('[data-summary]'), summary);
    writeText(this.#part('[data-disputed]'), disputed);
    writeText(this.#part('[data-tool="detail"]'), this.#words.detail[detail ? 'close' : 'open']);
  }

  /** Draws the answer, and says it for people who do not see the drawing. */
  #answerOn(view: MapView) {
    const { model, sentences, asked } = this.#answer;
    view.show(model, sentences, asked);
  }

  #fillForm() {
    const { query, nationwide } = this.#question;
    const form = this.#part<HTMLFormElement>('form');
    const set = (name: string, value: string) => {
      const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
      if (control.value !== value) control.value = value;
    };
    set('who', query.who.length === 1 ? (query.who[0] as string) : '');
    set('age', query.age === undefined ? '' : String(query.age));
    (form.elements.namedItem('nationwide') as HTMLInputElement).checked = nationwide;
    const groups = this.#page.groups.map(({ id }) => id);
    for (const button of this.querySelectorAll<HTMLElement>('[data-kind]')) {
      const kind = button.dataset.kind ?? '';
      const pressed = kind === '' ? query.need.length === 0 : query.need.includes(kind);
      button.setAttribute('aria-pressed', String(pressed));
    }
    const others = { ...EMPTY_QUERY, need: query.need.filter((id) => !groups.includes(id)) };
    const several = query.who.length > 1 ? query.who : [];
    const chips = this.#part('[data-chips]');
    showChips(chips, { ...others, who: several }, { ...this.#words, provinces: {} });
    chips.hidden = chips.childElementCount === 0;
  }

  /** The card of the open province: at its place, or beneath a map that is too small. */
  #showCard() {
    const beneath = this.#part('[data-beneath]');
    const [chosen] = this.#question.query.where;
    const card = chosen === undefined ? undefined : this.#answer.card(chosen);
    beneath.replaceChildren();
    if (chosen === undefined || card === undefined || this.#stage.view === undefined)
      return this.#stage.view?.close();
    if (!this.#stage.view.open(chosen, card)) beneath.append(card);
  }
}

function ancestors(element: Element): Element[] {
  const above = element.parentElement;
  return above === null || above === document.body ? [] : [above, ...ancestors(above)];
}

if (customElements.get('spean-map') === undefined) customElements.define('spean-map', MapPage);
