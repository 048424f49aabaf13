/** The form that asks for the passphrase. What is typed goes no further than this page. */
import { type Beholder, behold, type Outcome, opened, turnAway, unlock } from './opened-contacts.ts';
import { cameFrom } from './seal.ts';

/** What the form says, by how an attempt ended and before. */
export type UnlockWords = Record<
  Exclude<Outcome, 'overtaken' | 'open'> | 'opening' | 'empty' | 'insecure',
  string
>;

class Unlock extends HTMLElement implements Beholder {
  #words!: UnlockWords;

  connectedCallback() {
    this.#words = JSON.parse(this.#part('[data-words]').textContent ?? '');
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#unlock();
    });
    const reveal = this.#part('[data-reveal]');
    reveal.addEventListener('click', () => {
      const hidden = this.#field.type === 'password';
      this.#field.type = hidden ? 'text' : 'password';
      reveal.setAttribute('aria-pressed', String(hidden));
    });
    const back = cameFrom();
    if (back !== undefined) {
      this.#part<HTMLAnchorElement>('[data-back] a').href = back;
      this.#part('[data-back]').hidden = false;
    }
    behold(this);
    if (globalThis.crypto?.subtle === undefined) {
      this.#say(this.#words.insecure);
      this.#part<HTMLFieldSetElement>('fieldset').disabled = true;
    }
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  disconnectedCallback() {
    turnAway(this);
    this.#field.value = '';
  }

  show() {
    const open = opened() !== undefined;
    this.#part('form').hidden = open;
    this.#part('[data-opened]').hidden = !open;
  }

  get #field(): HTMLInputElement {
    return this.#part<HTMLInputElement>('[data-passphrase]');
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (found === null) throw new Error(`The form has no ${selector}.`);
    return found;
  }

  #say(words: string) {
    this.#part('[data-status]').textContent = words;
  }

  async #unlock() {
    const field = this.#field;
    const button = this.#part<HTMLButtonElement>('[data-submit]');
    if (field.value.trim() === '') return this.#refuse(this.#words.empty);
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    field.removeAttribute('aria-invalid');
    this.#say(this.#words.opening);
    const keep = this.#part<HTMLInputElement>('[data-keep]').checked;
    const outcome = await unlock(this.dataset.file ?? '', field.value, keep);
    button.removeAttribute('aria-disabled');
    if (outcome === 'overtaken') return this.#say('');
    if (outcome !== 'open' && outcome !== 'open-not-kept') return this.#refuse(this.#words[outcome]);
    field.value = '';
    field.type = 'password';
    this.#part('[data-reveal]').setAttribute('aria-pressed', 'false');
    this.#say(outcome === 'open-not-kept' ? this.#words['open-not-kept'] : '');
    this.#part('[data-opened] h2').focus();
  }

  #refuse(words: string) {
    this.#say(words);
    this.#field.setAttribute('aria-invalid', 'true');
    this.#field.focus();
  }
}

if (customElements.get('spean-unlock') === undefined) customElements.define('spean-unlock', Unlock);
