/**
 * A contact grows older while its page lies on a host, in a cache or in an open tab. From the day on which its number
 * has to be checked again, the number is text and no link, with the words for its age. It never gets younger: a clock
 * that is behind leaves what the build said.
 */
import { ageOn, latestDay } from '../directory/freshness.ts';
import { AGES, type Age } from '../schema/vocabulary.ts';

/** The contacts that stand in the page now. */
const shown = new Set<AgedContact>();

class AgedContact extends HTMLElement {
  #shown: Age = 'fresh';

  connectedCallback() {
    shown.add(this);
    this.growOlder();
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  /** Shows the age of today where the contact is older than shown. */
  growOlder() {
    const { dueFrom, staleFrom = '' } = this.dataset;
    const age = ageOn(latestDay(new Date()), { dueFrom, staleFrom });
    const sentence = this.dataset[age];
    if (sentence === undefined || AGES.indexOf(age) <= AGES.indexOf(this.#shown)) return;
    this.#shown = age;
    const number = this.querySelector<HTMLElement>('[data-phone]');
    if (number !== null) {
      const text = document.createElement('span');
      for (const { name, value } of number.attributes) if (name !== 'href') text.setAttribute(name, value);
      text.dataset.age = age;
      text.append(...number.childNodes);
      number.replaceWith(text);
    }
    const strong = document.createElement('strong');
    strong.textContent = sentence;
    this.querySelector('[data-age-words]')?.replaceChildren(strong, ` ${this.dataset[`${age}Advice`] ?? ''}`);
  }
}

function growOlder() {
  for (const contact of shown) contact.growOlder();
}

if (customElements.get('spean-contact') === undefined) {
  customElements.define('spean-contact', AgedContact);
  // A tab may stay open for weeks, and a page may come back from memory or go to paper.
  document.addEventListener('visibilitychange', growOlder);
  addEventListener('pageshow', growOlder);
  addEventListener('focus', growOlder);
  addEventListener('beforeprint', growOlder);
}
