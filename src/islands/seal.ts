/** On every page of a site with sealed contacts: the spots where they appear, and the strip with the lock. */
import './contact-age.ts';
import {
  type Beholder,
  behold,
  forget,
  lock,
  lockedBecause,
  opened,
  pageOfThisSite,
  resume,
  turnAway,
} from './opened-contacts.ts';
import { turnPagesWith } from './page-turn.ts';

/** A place where contacts appear. Out of the page it holds nothing but what everybody sees. */
class Spot extends HTMLElement implements Beholder {
  #closed: Node[] | undefined;

  connectedCallback() {
    behold(this);
  }

  disconnectedCallback() {
    turnAway(this);
    // The finder moves its cards; one that is back at once need not be closed and opened.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  show() {
    const content = opened();
    const contacts = content?.spots[this.dataset.sealed ?? ''] ?? [];
    if (content === undefined || contacts.length === 0) return this.#close();
    if (this.#closed !== undefined) return;
    const lang = document.documentElement.lang === 'km' ? 'km' : 'en';
    const as = this.dataset.as === 'line' ? 'line' : 'block';
    const template = document.createElement('template');
    template.innerHTML = contacts.map((id) => content.contacts[id]?.[lang][as] ?? '').join('');
    this.#closed = [...this.childNodes];
    this.replaceChildren(template.content);
    this.closest('[data-only-open]')?.removeAttribute('hidden');
  }

  #close() {
    if (this.#closed === undefined) return;
    this.replaceChildren(...this.#closed);
    this.#closed = undefined;
    this.closest('[data-only-open]')?.setAttribute('hidden', '');
  }
}

/** Says on every page that contacts are open, and locks them; afterwards says why they are locked. */
class Strip extends HTMLElement implements Beholder {
  connectedCallback() {
    this.querySelector('[data-lock]')?.addEventListener('click', () => {
      void lock('locked');
      document.querySelector('main')?.focus();
    });
    behold(this);
  }

  disconnectedCallback() {
    turnAway(this);
  }

  show() {
    this.querySelector('[data-open]')?.toggleAttribute('hidden', opened() === undefined);
    const why = lockedBecause();
    for (const notice of this.querySelectorAll<HTMLElement>('[data-notice]'))
      notice.hidden = notice.dataset.notice !== why;
  }
}

/** Where the reader came from when he asked to unlock; the way back keeps what he had chosen. */
let askedFrom: string | undefined;
export const cameFrom = () => askedFrom;

function start() {
  customElements.define('spean-contacts', Spot);
  customElements.define('spean-seal', Strip);
  const address = document.querySelector<HTMLElement>('spean-seal')?.dataset.file ?? '';
  turnPagesWith(undefined);
  // The page with the form comes into this document too, so that the way back from it leads here.
  const onClick = ({ target }: Event) => {
    if (!(target instanceof Element) || target.closest('a[data-unlock]') === null) return;
    askedFrom = location.href;
    turnPagesWith(pageOfThisSite);
  };
  document.addEventListener('click', onClick, { capture: true });
  // A page that is left may be kept as it is and shown again.
  window.addEventListener('pagehide', forget);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void resume(address);
  });
  void resume(address);
}

if (customElements.get('spean-seal') === undefined) start();
