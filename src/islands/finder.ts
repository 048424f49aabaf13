/**
 * The finder. Every service stands in the page already; this moves the cards that fit into the results, in order, and
 * says of each whether it takes the person asked for. What is asked lives in the fragment and goes nowhere else.
 */
import { type Answer, find, settle, widened } from '../directory/finder.ts';
import type { FinderIndex } from '../directory/finder-index.ts';
import { fold } from '../directory/fold.ts';
import { prepareSearch } from '../directory/name-search.ts';
import { EMPTY_QUERY, type Query, readQuery, writeQuery } from '../directory/query.ts';
import type { FinderWords } from '../i18n/finder-words.ts';
import { cardText } from './card-text.ts';
import { chipLabel, showChips, splitChip } from './filter-chips.ts';
import { shownFragment, withFragment } from './page-address.ts';
import { keepQuestion } from './part-links.ts';
import { fillForm, readForm } from './question-form.ts';
import { listenForKeys } from './result-keys.ts';
import { saySaid } from './said-line.ts';

class Finder extends HTMLElement {
  #index!: FinderIndex;
  #words!: FinderWords;
  #cards = new Map<string, HTMLElement>();
  #query: Query = EMPTY_QUERY;
  #relabel: ReturnType<typeof setTimeout> | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;
  #left = new AbortController();

  connectedCallback() {
    this.#left = new AbortController();
    this.#index = JSON.parse(this.#part('[data-index]').textContent ?? '');
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    for (const card of this.querySelectorAll<HTMLElement>('[data-service]'))
      this.#cards.set(card.dataset.service ?? '', card);

    const form = this.#form;
    const { signal } = this.#left;
    const submitted = (event: Event) => {
      event.preventDefault();
      this.#ask(settle(this.#index, this.#query), 'push');
    };
    const changed = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) this.#ask(this.#changed(target.name), 'push');
    };
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#ask(this.#changed(target.name), 'replace');
    };
    form.addEventListener('submit', submitted, { signal });
    form.addEventListener('change', changed, { signal });
    form.addEventListener('input', typed, { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    listenForKeys(this, () => this.#ask({ ...this.#query, q: '' }, 'replace'), signal);
    keepQuestion(signal);
    const onFragment = () => {
      this.#read();
      // A link to a neighbour has gone with the old answer; reading goes on at the new one.
      if (document.activeElement === document.body) this.#part('[data-result-heading]').focus();
    };
    window.addEventListener('hashchange', onFragment, { signal });
    this.#read();
    document.querySelector('main')?.setAttribute('data-ready', 'true');
    // The first misspelt word should not wait for what can be made ready while nobody types.
    this.#preparing = setTimeout(() => prepareSearch(this.#index), 200);
  }

  disconnectedCallback() {
    this.#left.abort();
    clearTimeout(this.#relabel);
    clearTimeout(this.#preparing);
  }

  get #form(): HTMLFormElement {
    return this.#part<HTMLFormElement>('form');
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The finder has no ${selector}.`);
    return found;
  }

  /** Takes the query from the address. What it says in words becomes filters, there too. */
  #read() {
    this.#query = settle(this.#index, readQuery(shownFragment()));
    this.#write('replace');
    fillForm(this.#form, this.#query);
    this.#show();
  }

  #write(step: 'push' | 'replace') {
    const fragment = writeQuery(this.#query);
    if (fragment === shownFragment()) return;
    const address = withFragment(fragment);
    if (step === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** Asks something new: a step in the history for a choice, none for each letter typed. */
  #ask(query: Query, step: 'push' | 'replace') {
    this.#query = query;
    this.#write(step);
    fillForm(this.#form, query);
    this.#show();
  }

  /**
   * The query with one field taken from the form; the others may hold several values, which a select cannot show. A
   * choice replaces what the line says of the same thing, so the line is settled first; typing leaves the line alone.
   */
  #changed(field: string): Query {
    const before = field === 'q' ? this.#query : settle(this.#index, this.#query);
    return { ...before, [field]: readForm(this.#form)[field as keyof Query] };
  }

  #onClick(event: Event) {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a') : null;
    if (target === null) return;
    if (target.dataset.chip !== undefined) {
      const next = [...this.querySelectorAll<HTMLElement>('[data-chip]')].indexOf(target);
      this.#ask(withoutChip(settle(this.#index, this.#query), target.dataset.chip), 'push');
      const chips = this.querySelectorAll<HTMLElement>('[data-chip]');
      (chips[Math.min(next, chips.length - 1)] ?? this.#part('[name="q"]')).focus();
    } else if (target.hasAttribute('data-clear')) {
      this.#ask(EMPTY_QUERY, 'push');
      this.#part('[name="q"]').focus();
    } else if (target.hasAttribute('data-print')) {
      window.print();
    } else if (target.hasAttribute('data-copy')) {
      this.#copy(target);
    } else if (target.hasAttribute('data-jump')) {
      this.#jump(target.dataset.jump ?? '');
    }
  }

  #show() {
    const answer = find(this.#index, this.#query);
    const { query } = answer;
    const stated = this.#part('[data-stated]');
    const notStated = this.#part('[data-not-stated-list]');
    const cardsOf = (fits: (match: string) => boolean) =>
      answer.found
        .filter(({ match }) => fits(match))
        .map(({ service, match }) => {
          const card = this.#cards.get(service.id) as HTMLElement;
          card.dataset.match = match;
          saySaid(card, query, service, this.#words);
          sayCalled(card, answer.called.get(service.organization), this.#words);
          return card;
        });
    stated.replaceChildren(...cardsOf((match) => match !== 'not-stated'));
    notStated.replaceChildren(...cardsOf((match) => match === 'not-stated'));
    this.#part('[data-results]').dataset.count = String(answer.found.length);
    this.#part('[data-not-stated]').hidden = notStated.childElementCount === 0;
    this.#part('[data-not-stated-text]').textContent =
      query.who.length === 0 ? this.#words.notStatedAnyone : this.#words.notStated;
    this.#part('[data-total]').textContent = count(this.#words, answer.found.length);
    this.#part('[data-clear]').hidden = writeQuery(this.#query) === '';
    showChips(this.#part('[data-chips]'), query, this.#words);
    this.#showJumps(answer, query);
    this.#showNearest(answer);
    this.#showAlso(answer);
    this.#showWider(answer);
    this.#showNothing(answer);
    this.#showRefused(answer);
    this.#showNearby(answer);
  }

  #showJumps(answer: Answer, query: Query) {
    const jumps = this.#part('[data-jumps]');
    const links = (['yes', 'limited', 'not-stated'] as const).flatMap((match) => {
      const n = answer.found.filter((found) => found.match === match).length;
      if (n === 0) return [];
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain';
      button.dataset.jump = match;
      button.append(stateIcon(match), ` ${this.#words.jumps[match].replace('{n}', String(n))}`);
      return [button];
    });
    jumps.replaceChildren(...links);
    jumps.hidden = query.who.length === 0 && query.age === undefined;
  }

  #jump(match: string) {
    const target =
      match === 'not-stated'
        ? this.#part('#not-stated')
        : this.querySelector<HTMLElement>(`[data-results] [data-match="${match}"] a`);
    target?.focus();
    target?.scrollIntoView();
  }

  #showNothing(answer: Answer) {
    const box = this.#part('[data-nothing]');
    const words = this.#words;
    const places = answer.noneListedIn.map((id) => words.provinces[id] ?? id).join(', ');
    const [heading, text] =
      answer.found.length === 0 && places === ''
        ? [words.nothing, words.nothingText]
        : [
            words.noneIn.replace('{n}', () => places),
            answer.found.length === 0 ? words.noneInAlone : words.noneInText,
          ];
    box.hidden = places === '' && answer.found.length > 0;
    const strong = document.createElement('h2');
    strong.append(stateIcon('none'), ` ${heading}`);
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    box.replaceChildren(strong, paragraph);
  }

  #showNearest(answer: Answer) {
    const line = this.#part('[data-nearest]');
    line.hidden = !answer.nearestNames && answer.ignored === '';
    line.textContent = answer.nearestNames
      ? this.#words.nearest.replace('{n}', () => answer.query.q)
      : this.#words.ignored.replace('{n}', () => answer.ignored);
  }

  /**
   * Who is called exactly so, whether or not they say whom they take, and what else the word names: both readings are
   * among the results, and one press takes one of them.
   */
  #showAlso({ query, namesakes, otherReadings }: Answer) {
    const line = this.#part('[data-also]');
    const organizations = namesakes.flatMap((id) => {
      // A card that is no result stands nowhere in the page.
      const card = [...this.#cards.values()].find(({ dataset }) => dataset.organization === id);
      const without = `[data-without-services] [data-organization="${CSS.escape(id)}"] a`;
      const link = (card?.querySelector('h3 a') ?? this.querySelector(without))?.cloneNode(true);
      return link ? [link] : [];
    });
    const others = otherReadings.map(({ phrase, query: other }) => {
      const added = [
        ...other.who.filter((id) => !query.who.includes(id)).map((id) => this.#words.people[id]),
        ...other.where.filter((id) => !query.where.includes(id)).map((id) => this.#words.provinces[id]),
        ...other.need.filter((id) => !query.need.includes(id)).map((id) => this.#words.needs[id]),
      ];
      return this.#questionLink(other, added.join(', ') || phrase);
    });
    const links = [...organizations, ...others];
    line.hidden = links.length === 0;
    const words = this.#words.also.replace('{n}', () => query.q);
    line.replaceChildren(words, ...links.flatMap((link, i) => [i === 0 ? ' ' : ', ', link]));
  }

  /** Where nothing fits: what would, without one of the filters. */
  #showWider({ found, query }: Answer) {
    const section = this.#part('[data-wider]');
    const questions = found.length > 0 ? [] : widened(this.#index, query);
    section.hidden = questions.length === 0;
    section.querySelector('ul')?.replaceChildren(
      ...questions.map(({ filter, query: without, services }) => {
        const item = document.createElement('li');
        const number = document.createElement('span');
        number.className = 'end';
        number.textContent = count(this.#words, services);
        item.append(this.#questionLink(without, chipLabel(filter, this.#words)), number);
        return item;
      }),
    );
  }

  #questionLink(query: Query, text: string): HTMLElement {
    const link = document.createElement('a');
    link.href = withFragment(writeQuery(query));
    link.textContent = text;
    return link;
  }

  #showRefused(answer: Answer) {
    const section = this.#part('[data-refused]');
    section.hidden = answer.refused.length === 0;
    section.querySelector('ul')?.replaceChildren(
      ...answer.refused.map(({ service }) => {
        const card = this.#cards.get(service.id) as HTMLElement;
        const item = document.createElement('li');
        const link = card.querySelector('h3 a')?.cloneNode(true) ?? '';
        const kind = card.querySelector('.kind')?.textContent?.trim() ?? '';
        const limits = card.querySelector('[data-limits]')?.textContent?.trim() ?? '';
        const differ = card.querySelector('.differ')?.cloneNode(true) ?? '';
        item.append(link, ` ${[kind, limits].filter(Boolean).join('. ')}`, differ);
        return item;
      }),
    );
  }

  #showNearby(answer: Answer) {
    const section = this.#part('[data-nearby]');
    section.hidden = answer.nearby.length === 0;
    section.querySelector('ul')?.replaceChildren(
      ...answer.nearby.map(({ province, services }) => {
        const item = document.createElement('li');
        const name = this.#words.provinces[province] ?? province;
        const link = this.#questionLink({ ...answer.query, where: [province] }, name);
        const number = document.createElement('span');
        number.className = 'end';
        number.textContent = count(this.#words, services);
        item.append(link, number);
        return item;
      }),
    );
  }

  /** What was asked, how many, how old, then every card, as text. */
  async #copy(button: HTMLElement) {
    const asked = [...this.querySelectorAll<HTMLElement>('[data-chip]')].map((chip) => chip.dataset.label);
    const cards = [...this.querySelectorAll<HTMLElement>('[data-results] [data-service]')];
    const lines = [
      [...asked, this.#query.q].filter(Boolean).join(', '),
      this.#part('[data-total]').textContent,
      document.querySelector('[data-strip]')?.textContent?.replace(/\s+/g, ' ').trim(),
      '',
      ...cards.map(cardText),
    ];
    const done = await navigator.clipboard.writeText(lines.join('\n')).then(
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

/** The name by which the organization was found, where the card does not show it. */
function sayCalled(card: HTMLElement, name: string | undefined, words: FinderWords): void {
  const heading = card.querySelector('h3');
  card.querySelector('[data-called]')?.remove();
  if (name === undefined || fold(heading?.textContent ?? '').includes(fold(name))) return;
  const line = document.createElement('p');
  line.className = 'evidence';
  line.dataset.called = '';
  line.textContent = words.called.replace('{n}', () => name);
  heading?.after(line);
}

function count(words: FinderWords, n: number): string {
  return (n === 1 ? words.one : words.other).replace('{n}', String(n));
}

function stateIcon(answer: string): HTMLElement {
  const icon = document.createElement('span');
  icon.className = 'state';
  icon.dataset.answer = answer;
  icon.setAttribute('aria-hidden', 'true');
  return icon;
}

function withoutChip(query: Query, chip: string): Query {
  const [key, value] = splitChip(chip);
  const drop = <T extends string>(values: T[]) => values.filter((other) => other !== value);
  return {
    who: key === 'who' ? drop(query.who) : query.who,
    age: key === 'age' ? undefined : query.age,
    where: key === 'where' ? drop(query.where) : query.where,
    need: key === 'need' ? drop(query.need) : query.need,
    q: key === 'q' ? '' : query.q,
  };
}

if (customElements.get('spean-finder') === undefined) customElements.define('spean-finder', Finder);
