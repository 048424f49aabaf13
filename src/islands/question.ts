/** The questions of the start page: leads to the finder with the answers in the fragment, which no server sees. */

import { writeQuery } from '../directory/query.ts';
import { goTo } from './page-turn.ts';
import { readForm } from './question-form.ts';

class Question extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      goTo(`${this.dataset.find}#${writeQuery(readForm(form))}`);
    });
    document.querySelector('main')?.setAttribute('data-ready', 'true');
  }
}

if (customElements.get('spean-question') === undefined) customElements.define('spean-question', Question);
