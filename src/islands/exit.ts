/**
 * Leaving quickly. A click on a link to the exit, or Shift pressed three times, covers the page at once and replaces it
 * in the history of the tab. Without this script the same links lead to the same place.
 *
 * The page's head loads this before anything is shown: leaving works while a page still loads, and a page that
 * somebody comes back to after leaving is not seen.
 */
import type { ExitWords, Spoken } from '../i18n/exit-words.ts';
import { coverPage, hidePage, spoken } from './cover.ts';
import { isReturn, neighbourIsGone, noteArrival, watchHistory } from './history-neighbours.ts';
import { PRESSES_TO_LEAVE, ShiftPresses } from './shift-presses.ts';

/** Time for the next press; also how long the last words stand. */
const PATIENCE = 5000;

/** True once the page is left: it may not be seen again. */
let left = false;
/** Leaves a page that is still there, or there again; by what was known of the way out when the page was emptied. */
let goAgain = () => document.querySelector<Exit>('spean-exit')?.leave();

class Exit extends HTMLElement {
  #presses = new ShiftPresses();
  #connected = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    // Of a page that somebody came back to, or that was put in while this one is being left.
    if (left) {
      this.leave();
      return;
    }
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    const early = { capture: true, signal };
    document.addEventListener('click', (event) => this.#onClick(event), early);
    document.addEventListener('keydown', (event) => this.#presses.down(event) && this.#cancel(), early);
    document.addEventListener('keyup', (event) => this.#presses.up(event) && this.#onPress(), early);
    document.addEventListener('pointerdown', () => this.#presses.interrupt() && this.#cancel(), early);
  }

  disconnectedCallback() {
    this.#connected.abort();
    clearTimeout(this.#timer);
  }

  /** Covers the page and goes. */
  leave() {
    left = true;
    goAgain = () => this.leave();
    const { address = '' } = this.dataset;
    // What is still to come of the page would stand beside the cover.
    if (document.readyState === 'loading') window.stop();
    coverPage(address, this.#words.leaving);
    location.replace(address);
  }

  get #words(): ExitWords {
    return JSON.parse(this.dataset.words ?? '');
  }

  #onClick(event: MouseEvent) {
    if (!(event.target instanceof Element) || event.target.closest('[data-leave]') === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.leave();
  }

  #onPress() {
    const { count } = this.#presses;
    if (count === PRESSES_TO_LEAVE) {
      this.leave();
      return;
    }
    this.#show(count, this.#words.pressed[count as 1 | 2]);
    this.#after(() => {
      this.#presses.interrupt();
      this.#cancel();
    });
  }

  #cancel() {
    this.#show(0, this.#words.cancelled);
    this.#after(() => this.#show(0, []));
  }

  #after(then: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, PATIENCE);
  }

  #show(presses: number, said: Spoken) {
    this.dataset.presses = String(presses);
    this.querySelector('[role="status"]')?.replaceChildren(...spoken(said));
  }
}

function hideIfLeft() {
  left ||= neighbourIsGone();
  hidePage(left);
  if (!left) noteArrival();
}

// A page put away is put away covered; whether it may be seen again is known when it comes back.
window.addEventListener('pagehide', () => hidePage(true));
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  hideIfLeft();
  if (left) goAgain();
});
if (isReturn()) hideIfLeft();
else noteArrival();
watchHistory();

if (customElements.get('spean-exit') === undefined) customElements.define('spean-exit', Exit);
