/**
 * On every page: says when a newer copy waits on this device, whole, and puts it in the place of the old one when asked
 * to. Where no copy is kept it does nothing: it registers nothing, stores nothing and asks no server.
 */
import { registration, tell } from '../offline/device.ts';

class CopyNews extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    void this.#start(this.#gone.signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }

  async #start(signal: AbortSignal) {
    const found = await registration();
    // The first fetching of a copy is the business of its own page.
    if (!found?.active || signal.aborted) return;
    const controlled = navigator.serviceWorker.controller !== null;
    if (controlled) {
      for (const line of document.querySelectorAll<HTMLElement>('[data-from-copy]')) line.hidden = false;
    }
    this.querySelector('button')?.addEventListener(
      'click',
      () => found.waiting && tell(found.waiting, { copy: 'use' }),
      { signal },
    );
    this.#watch(found.waiting ?? found.installing, signal);
    found.addEventListener('updatefound', () => this.#watch(found.installing, signal), { signal });
    // For each page that comes from the copy, the browser itself looks for a newer worker.
    if (!controlled && navigator.onLine) found.update().catch(() => undefined);
  }

  #watch(worker: ServiceWorker | null, signal: AbortSignal) {
    if (worker === null) return;
    const look = () => {
      if (worker.state === 'installed') this.#show();
      // In every tab: from here on the device answers with the new copy.
      if (worker.state === 'activated') location.reload();
    };
    worker.addEventListener('statechange', look, { signal });
    if (worker.state === 'installed') this.#show();
  }

  #show() {
    const words = this.querySelector<HTMLElement>('[data-news]');
    if (words !== null) words.hidden = false;
  }
}

if (customElements.get('spean-copy-news') === undefined) customElements.define('spean-copy-news', CopyNews);
