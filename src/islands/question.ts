/** The questions of the start page: leads to the finder with the answers in the fragment, which no server sees. */

import { writeQuery } from '../directory/query.ts';
import { goTo } from './page-turn.ts';
import { openForm, readForm } from './question-form.ts';
import { listenForSlash } from './result-keys.ts';

class Question extends HTMLElement {
  #left = new AbortController();

  connectedCallback() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    const form = this.querySelector('form');
    if (form === null) return;
    openForm(form, signal);
    listenForSlash(this, signal);
    const submitted = (event: Event) => {
      event.preventDefault();
      goTo(`${this.dataset.find}#${writeQuery(readForm(form))}`);
    };
    form.addEventListener('submit', submitted, { signal });
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }

  disconnectedCallback() {
    this.#left.abort();
  }
}

if (customElements.get('spean-question') === undefined) customElements.define('spean-question', Question);
