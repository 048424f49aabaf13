/**
 * The finder: takes the question from the form and the address, has it answered, and shows the cards that fit, in order.
 * What is asked lives in the fragment and goes nowhere else.
 */
import type { FinderService } from '../directory/finder-index.ts';
import type { Reply } from '../directory/finder-reply.ts';
import { EMPTY_QUERY, type Query, readQuery, writeQuery } from '../directory/query.ts';
import { statedFirst } from '../directory/stated-first.ts';
import type { FinderWords } from '../i18n/finder-words.ts';
import { cardText } from './card-text.ts';
import { showChips, withoutChip } from './filter-chips.ts';
import { countInWords, part, type Shown, sayCalled, showAround, showRefused } from './finder-answer.ts';
import type { Desk } from './finder-desk.ts';
import { nextFrame, opensAnew } from './first-frame.ts';
import { shownFragment, withFragment } from './page-address.ts';
import { keepQuestion } from './part-links.ts';
import { fillForm, openForm, readForm } from './question-form.ts';
import { listenForKeys } from './result-keys.ts';
import { saySaid } from './said-line.ts';

type Step = 'push' | 'replace';
type Choice = (settled: Query) => Query;

export abstract class FinderElement extends HTMLElement {
  protected words!: FinderWords;
  #desk!: Desk;
  #query: Query = EMPTY_QUERY;
  /** The last answer shown. */
  #reply: Reply | undefined;
  /** The query that it answers, as it was asked. */
  #answered: Query | undefined;
  /** Choices made while the question before them is still being answered. */
  #choices: Choice[] = [];
  #changing: Promise<void> | undefined;
  /** The answer of which only the first results are shown yet. */
  #unfinished: Reply | undefined;
  #relabel: ReturnType<typeof setTimeout> | undefined;
  #left = new AbortController();

  /** So many results of a page that is opened are shown a frame before the rest. */
  protected readonly first: number = Infinity;

  /** Opens the desk that answers. */
  protected abstract openDesk(): Desk;

  /** The answer stands in the page. */
  protected answered(_reply: Reply): void {}

  /** There will be no answer. */
  protected failed(error: unknown): void {
    throw error;
  }

  connectedCallback() {
    this.#left = new AbortController();
    this.words = JSON.parse(this.piece('[data-words]').textContent ?? '');
    this.#desk = this.openDesk();
    const form = this.#form;
    const { signal } = this.#left;
    openForm(form, signal);
    const submitted = (event: Event) => {
      event.preventDefault();
      this.#change((settled) => settled, 'push');
    };
    const changed = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const { name } = target;
      // A choice replaces what the line says of the same thing, so the line is settled first.
      const chosen = readForm(form)[name as keyof Query];
      this.#change((settled) => ({ ...settled, [name]: chosen }), 'push');
    };
    const typed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#onTyped(target.name);
    };
    form.addEventListener('submit', submitted, { signal });
    form.addEventListener('change', changed, { signal });
    form.addEventListener('input', typed, { signal });
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    listenForKeys(this, () => this.#ask({ ...this.#query, q: '' }, 'replace'), signal);
    keepQuestion(signal);
    const onFragment = async () => {
      await this.#read();
      // A link to a neighbour has gone with the old answer; reading goes on at the new one.
      if (document.activeElement === document.body) this.piece('[data-result-heading]').focus();
    };
    window.addEventListener('hashchange', onFragment, { signal });
    window.addEventListener('beforeprint', () => this.#finish(), { signal });
    // Another page may stand there by then.
    const main = this.closest('main');
    this.#open().finally(() => main?.setAttribute('data-ready', 'true'));
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#desk.close();
    clearTimeout(this.#relabel);
    // A closed desk answers nobody.
    this.#changing = undefined;
  }

  /** Aborted when the element leaves the page. */
  protected get left(): AbortSignal {
    return this.#left.signal;
  }

  protected piece<E extends HTMLElement>(selector: string): E {
    return part<E>(this, selector);
  }

  get #form(): HTMLFormElement {
    return this.piece<HTMLFormElement>('form');
  }

  /** Shows what the address asks. Of a page that is opened, the first results stand a frame before the rest. */
  async #open() {
    await this.#read(opensAnew() ? this.first : Infinity);
    if (this.#unfinished === undefined) return;
    await nextFrame();
    if (this.isConnected) this.#finish();
  }

  /** Takes the query from the address. What it says in words becomes filters, there too. */
  async #read(most = Infinity) {
    const asked = readQuery(shownFragment());
    this.#choices = [];
    this.#query = asked;
    const reply = await this.#answerTo(asked);
    if (reply === undefined || this.#query !== asked) return;
    this.#query = reply.query;
    this.#write('replace');
    fillForm(this.#form, reply.query);
    this.#show(reply, most);
  }

  #write(step: Step) {
    const fragment = writeQuery(this.#query);
    if (fragment === shownFragment()) return;
    const address = withFragment(fragment);
    if (step === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** Asks something new: a step in the history for a choice, none for each letter typed. */
  async #ask(query: Query, step: Step) {
    this.#choices = [];
    this.#query = query;
    this.#write(step);
    fillForm(this.#form, query);
    await this.answer();
  }

  /** Asks what a choice makes of the question; the line is understood before, so that nothing of it is said twice. */
  #change(choice: Choice, step: Step): Promise<void> {
    this.#choices.push(choice);
    this.#changing ??= this.#makeChoices(step).finally(() => {
      this.#changing = undefined;
    });
    return this.#changing;
  }

  /** What is typed while the line is being understood changes the question; the choices are then made of that one. */
  async #makeChoices(step: Step): Promise<void> {
    while (this.#choices.length > 0) {
      const asked = this.#query;
      const settled = await this.#settled();
      const failed = settled === undefined && asked === this.#query;
      if (failed) this.#choices = [];
      if (settled !== undefined && this.#choices.length > 0)
        await this.#ask(
          this.#choices.reduce((query, choice) => choice(query), settled),
          step,
        );
    }
  }

  /** Typing leaves the line as it is: an input method may be in the middle of a letter. */
  #onTyped(field: string) {
    this.#query = { ...this.#query, [field]: readForm(this.#form)[field as keyof Query] };
    this.#write('replace');
    this.answer();
  }

  /** The query as it was understood; undefined where something else was asked meanwhile. */
  async #settled(): Promise<Query | undefined> {
    if (this.#answered === this.#query) return this.#reply?.query;
    const asked = this.#query;
    const reply = await this.#answerTo(asked);
    if (reply === undefined || this.#query !== asked) return undefined;
    return reply.query;
  }

  async #answerTo(query: Query): Promise<Reply | undefined> {
    try {
      return await this.#desk.ask(query);
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  #onClick(event: Event) {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a') : null;
    if (target === null) return;
    // What is copied or jumped to is the whole answer.
    this.#finish();
    if (target.dataset.chip !== undefined) {
      this.#removeChip(target, target.dataset.chip);
    } else if (target.hasAttribute('data-clear')) {
      this.#ask(EMPTY_QUERY, 'push');
      this.piece('[name="q"]').focus();
    } else if (target.hasAttribute('data-print')) {
      window.print();
    } else if (target.hasAttribute('data-copy')) {
      this.#copy(target);
    } else if (target.hasAttribute('data-jump')) {
      this.#jump(target.dataset.jump ?? '');
    }
  }

  async #removeChip(chip: HTMLElement, filter: string) {
    const place = [...this.querySelectorAll<HTMLElement>('[data-chip]')].indexOf(chip);
    await this.#change((settled) => withoutChip(settled, filter), 'push');
    const left = this.querySelectorAll<HTMLElement>('[data-chip]');
    (left[Math.min(place, left.length - 1)] ?? this.piece('[name="q"]')).focus();
  }

  /** Has the question answered and shows the answer, unless something else is asked before. */
  protected async answer() {
    const asked = this.#query;
    const reply = await this.#answerTo(asked);
    if (reply !== undefined && asked === this.#query) this.#show(reply);
  }

  #show(answer: Reply, most = Infinity) {
    this.#answered = this.#query;
    this.#reply = answer;
    const { query, counts } = answer;
    const total = counts.yes + counts.limited + counts['not-stated'];
    this.piece('[data-results]').dataset.count = String(total);
    this.piece('[data-not-stated-text]').textContent =
      query.who.length === 0 ? this.words.notStatedAnyone : this.words.notStated;
    this.piece('[data-total]').textContent = countInWords(this.words, total);
    this.piece('[data-clear]').hidden = writeQuery(this.#query) === '';
    showChips(this.piece('[data-chips]'), query, this.words);
    this.#list(answer, most);
    showAround(this.#shown(answer));
  }

  /** Shows the results; of an answer with more than `most`, the first of them, and nothing that stands below. */
  #list(answer: Reply, most: number) {
    const { query, found, called } = answer;
    const listed = statedFirst(found, most);
    const cardsOf = (services: readonly FinderService[]) => this.#desk.cards(services);
    const cards = cardsOf(listed.map(({ service }) => service));
    listed.forEach(({ service, match }, at) => {
      const card = cards[at] as HTMLElement;
      card.dataset.match = match;
      saySaid(card, query, service, this.words);
      sayCalled(card, called.get(service.organization), this.words);
    });
    const isStated = ({ dataset }: HTMLElement) => dataset.match !== 'not-stated';
    fill(this.piece('[data-stated]'), cards.filter(isStated));
    const notStated = this.piece('[data-not-stated-list]');
    fill(
      notStated,
      cards.filter((card) => !isStated(card)),
    );
    this.piece('[data-not-stated]').hidden = notStated.childElementCount === 0;
    this.#unfinished = listed.length < found.length ? answer : undefined;
    if (this.#unfinished !== undefined) return;
    showRefused(this.#shown(answer), cardsOf);
    this.answered(answer);
  }

  /** Shows what is still missing of an answer that was begun. */
  #finish() {
    if (this.#unfinished !== undefined) this.#list(this.#unfinished, Infinity);
  }

  #shown(answer: Reply): Shown {
    const linkTo = (organization: string) => this.#desk.link(organization);
    return { finder: this, answer, words: this.words, linkTo };
  }

  #jump(match: string) {
    const target =
      match === 'not-stated'
        ? this.piece('#not-stated')
        : this.querySelector<HTMLElement>(`[data-results] [data-match="${match}"] a`);
    target?.focus();
    target?.scrollIntoView();
  }

  /** What was asked, how many, how old, then every card, as text. */
  async #copy(button: HTMLElement) {
    const asked = [...this.querySelectorAll<HTMLElement>('[data-chip]')].map((chip) => chip.dataset.label);
    const cards = [...this.querySelectorAll<HTMLElement>('[data-results] [data-service]')];
    const lines = [
      [...asked, this.#query.q].filter(Boolean).join(', '),
      this.piece('[data-total]').textContent,
      document.querySelector('[data-strip]')?.textContent?.replace(/\s+/g, ' ').trim(),
      '',
      ...cards.map(cardText),
    ];
    const done = await navigator.clipboard.writeText(lines.join('\n')).then(
      () => true,
      () => false,
    );
    button.textContent = done ? this.words.copied : this.words.notCopied;
    clearTimeout(this.#relabel);
    this.#relabel = setTimeout(() => {
      button.textContent = this.words.copy;
    }, 2500);
  }
}

/** Puts cards into a list, and leaves alone those that stand there already. */
function fill(list: HTMLElement, cards: readonly HTMLElement[]): void {
  const stand =
    list.childElementCount <= cards.length && [...list.children].every((card, at) => card === cards[at]);
  if (stand) list.append(...cards.slice(list.childElementCount));
  else list.replaceChildren(...cards);
}
