/**
 * The network. What is asked lives in the fragment and goes nowhere else; drawing, table and sentence show what is left.
 */

import { EMPTY_QUERY } from '../directory/query.ts';
import {
  askedOfNetwork,
  countsOf,
  linksIn,
  type NetworkIndex,
  type NetworkQuery,
  nationwideIn,
  readNetworkQuery,
  rowsFor,
  writeNetworkQuery,
} from '../directory/referrals/network.ts';
import type { NetworkWords } from '../i18n/network-words.ts';
import { NetworkDrawing } from './network-drawing.ts';
import { nextParty, stopAt } from './network-keys.ts';
import { addressOf, pageAt, shownFragment, withFragment } from './page-address.ts';
import { keepQuestion } from './part-links.ts';
import { fillForm, openForm, readForm } from './question-form.ts';

class Network extends HTMLElement {
  #index!: NetworkIndex;
  #words!: NetworkWords;
  #drawings: NetworkDrawing[] = [];
  /** Addresses of the parties' pages, as the page has them without its script. */
  #pages = new Map<string, string>();
  /** Address of the page of what rests on whom. */
  #points = '';
  #query: NetworkQuery = { need: [], where: [], from: '' };
  #left = new AbortController();

  connectedCallback() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    this.#index = JSON.parse(this.#part('[data-index]').textContent ?? '');
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    this.#points = this.#part('[data-points]').getAttribute('href') ?? '';
    const links = linksIn(this.#index.rows);
    this.#drawings = [...this.querySelectorAll<SVGSVGElement>('svg[data-network]')].map((svg) => {
      const drawing = new NetworkDrawing(svg, links);
      this.#open(svg, drawing, signal);
      return drawing;
    });
    const form = this.#form;
    openForm(form, signal);
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', ({ target }) => this.#change(target), { signal });
    this.#part('[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    window.addEventListener('hashchange', () => this.#read(), { signal });
    keepQuestion(signal);
    this.#read();
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  disconnectedCallback() {
    this.#left.abort();
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The page of the network has no ${selector}.`);
    return found;
  }

  get #form(): HTMLFormElement {
    return this.#part<HTMLFormElement>('form');
  }

  get #from(): HTMLSelectElement {
    return this.#part<HTMLSelectElement>('select[name="from"]');
  }

  /** Makes the names of a drawing answer to pointer and keys. */
  #open(svg: SVGSVGElement, drawing: NetworkDrawing, signal: AbortSignal) {
    for (const { element, id } of drawing.parties())
      if (!this.#pages.has(id)) this.#pages.set(id, element.getAttribute('href') ?? '');
    const partyAt = (target: EventTarget | null) =>
      target instanceof Element ? (target.closest<SVGAElement>('[data-party]') ?? undefined) : undefined;
    const look = ({ target }: Event) => drawing.light(partyAt(target)?.dataset.party);
    svg.addEventListener('pointerover', look, { signal });
    svg.addEventListener('focusin', look, { signal });
    const away = () => drawing.light(partyAt(document.activeElement)?.dataset.party);
    svg.addEventListener('pointerleave', away, { signal });
    svg.addEventListener('focusout', () => drawing.light(undefined), { signal });
    svg.addEventListener(
      'keydown',
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const party = partyAt(event.target);
        if (party === undefined) return;
        if (event.key === 'Escape' && this.#query.from !== '') this.#ask({ ...this.#query, from: '' });
        const next = nextParty(drawing, party, event.key);
        if (next === undefined) return;
        event.preventDefault();
        stopAt(drawing.parties(), next);
        next.element.focus();
      },
      { signal },
    );
    svg.addEventListener(
      'click',
      (event) => {
        const name = partyAt(event.target);
        const party = name?.dataset.party;
        const plain =
          event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (name === undefined || party === undefined || !plain) return;
        event.preventDefault();
        // The drawing gets shorter or longer; the name stays where it was pressed.
        const before = name.getBoundingClientRect().top;
        this.#ask(this.#withParty(party));
        scrollBy(0, name.getBoundingClientRect().top - before);
      },
      { signal },
    );
  }

  /** The question about a party besides what is asked now; about all parties where it is asked about already. */
  #withParty(party: string): NetworkQuery {
    return { ...this.#query, from: party === this.#query.from ? '' : party };
  }

  /** Asks what one field says now: others may hold several values that no select can show. */
  #change(field: EventTarget | null) {
    if (!(field instanceof HTMLSelectElement)) return;
    const { need, where } = readForm(this.#form);
    const now: NetworkQuery = { need, where, from: this.#from.value };
    this.#ask({ ...this.#query, [field.name]: now[field.name as keyof NetworkQuery] });
  }

  /** Takes the question from the address into the form. */
  #read() {
    const query = askedOfNetwork(this.#index, readNetworkQuery(shownFragment()));
    fillForm(this.#form, { ...EMPTY_QUERY, ...query });
    this.#from.value = query.from;
    this.#show(query);
  }

  #ask(query: NetworkQuery) {
    const fragment = writeNetworkQuery(query);
    if (fragment !== shownFragment()) history.pushState(null, '', withFragment(fragment));
    this.#read();
  }

  #clear() {
    this.#ask({ need: [], where: [], from: '' });
    this.#from.focus();
  }

  #show(query: NetworkQuery) {
    this.#query = query;
    const rows = rowsFor(this.#index, query);
    const chosen = new Set(rows.map(({ id }) => id));
    for (const table of this.querySelectorAll<HTMLElement>('[data-table]')) {
      const lines = [...table.querySelectorAll<HTMLElement>('[data-referral]')];
      for (const line of lines) line.hidden = !chosen.has(line.dataset.referral ?? '');
      table.hidden = lines.every(({ hidden }) => hidden);
    }
    const links = linksIn(rows);
    for (const drawing of this.#drawings) {
      drawing.show(links);
      for (const { element, id } of drawing.parties()) {
        element.setAttribute('href', withFragment(writeNetworkQuery(this.#withParty(id))));
        if (id === query.from) element.setAttribute('aria-current', 'true');
        else element.removeAttribute('aria-current');
      }
      stopAt(
        drawing.parties(),
        drawing.parties().find(({ id }) => id === query.from),
      );
    }
    this.#say(query, countsOf(rows), nationwideIn(this.#index, rows));
    this.#lead(query);
  }

  /** What is asked and how much answers it, as one sentence that is read out. */
  #say(query: NetworkQuery, counts: ReturnType<typeof countsOf>, nationwide: number) {
    const asked = this.#names(query).join(' · ');
    const words = this.#words;
    const numbers: Record<string, number> = { ...counts, all: this.#index.rows.length, nationwide };
    const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name) => String(numbers[name]));
    const parts = [fill(words.shown)];
    if (counts.rows === 0) parts.unshift(words.none);
    else if (query.where.length > 0) parts.push(fill(words.province));
    const sentence = (asked === '' ? '' : words.asked.replace('{asked}', () => asked)) + parts.join(' ');
    const status = this.#part('[data-shown]');
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  /** Ways on from what is asked: to the page of the party, to what rests on whom in the province, back to all. */
  #lead({ need, where, from }: NetworkQuery) {
    this.#part('[data-tools]').hidden = need.length === 0 && where.length === 0 && from === '';
    const page = this.#part<HTMLAnchorElement>('[data-page]');
    const own = this.#pages.get(from);
    page.hidden = own === undefined || own.startsWith('#rows');
    page.setAttribute('href', own ?? '');
    page.textContent = this.#words.page.replace('{party}', () => this.#textOf('from', from));
    const points = this.#part<HTMLAnchorElement>('[data-points]');
    const [province] = where;
    points.hidden = where.length !== 1;
    const address = pageAt(this.#points);
    address.hash = province ?? '';
    points.setAttribute('href', addressOf(address));
    points.textContent = this.#words.points.replace('{place}', () => this.#textOf('where', province ?? ''));
  }

  #names({ from, where, need }: NetworkQuery): string[] {
    const named = [['from', from], ...where.map((id) => ['where', id]), ...need.map((id) => ['need', id])];
    return named.flatMap(([field = '', id = '']) => (id === '' ? [] : this.#textOf(field, id)));
  }

  /** The words that the form has for an id. */
  #textOf(field: string, id: string): string {
    const options = this.#part<HTMLSelectElement>(`select[name="${field}"]`).options;
    return [...options].find(({ value }) => value === id)?.text ?? id;
  }
}

if (customElements.get('spean-network') === undefined) customElements.define('spean-network', Network);
