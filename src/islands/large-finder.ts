/** The finder of a directory too large for its page: a worker answers, and only the first of the answer are shown. */
import type { FinderService } from '../directory/finder-index.ts';
import type { Reply } from '../directory/finder-reply.ts';
import type { Query } from '../directory/query.ts';
import type { LargeFinderWords } from '../i18n/finder-words.ts';
import { FinderElement } from './finder-element.ts';
import { madeCard, organizationLink } from './made-card.ts';
import { WorkerDesk } from './worker-desk.ts';

/** So many cards are shown at first, and with each press for more. */
const STEP = 20;

class LargeFinder extends FinderElement {
  #most = STEP;
  #asked: string | undefined;

  protected openDesk() {
    const desk = new WorkerDesk(JSON.parse(this.piece('[data-addresses]').textContent ?? ''));
    return {
      ask: (query: Query) => {
        // A new question begins with its first cards.
        const asked = JSON.stringify(query);
        if (asked !== this.#asked) this.#most = STEP;
        this.#asked = asked;
        return desk.ask(query, this.#most);
      },
      cards: (services: readonly FinderService[]) =>
        services.map((service) => {
          const label = desk.labels.get(service.organization) ?? service.organization;
          return madeCard(service, label, this.words as LargeFinderWords);
        }),
      link: (organization: string) => {
        const label = desk.labels.get(organization);
        return label === undefined
          ? undefined
          : organizationLink(organization, label, this.words as LargeFinderWords);
      },
      close: () => desk.close(),
    };
  }

  override connectedCallback() {
    // Without this script, as in the copy in one file, the page is ready as it is.
    document.querySelector('main')?.setAttribute('data-ready', 'false');
    super.connectedCallback();
    this.piece('[data-more]').addEventListener('click', () => this.#showMore(), { signal: this.left });
  }

  async #showMore() {
    const links = '[data-results] [data-service] h3 a';
    const refused = '[data-refused] li > a';
    const shown = (selector: string) => [...this.querySelectorAll<HTMLElement>(selector)];
    const before = { links: shown(links).length, refused: shown(refused).length };
    this.#most += STEP;
    await this.answer();
    // The button may be gone; reading goes on at the first new card, or at the first new one of those left out.
    (shown(links)[before.links] ?? shown(refused)[before.refused])?.focus();
  }

  protected override answered({ found, counts, refused, refusedCount }: Reply) {
    const results = counts.yes + counts.limited + counts['not-stated'] - found.length;
    const rest = results > 0 ? results : refusedCount - refused.length;
    const more = this.piece('[data-more]');
    more.hidden = rest === 0;
    const text = (this.words as LargeFinderWords).more;
    more.textContent = text.replace('{n}', String(Math.min(rest, STEP)));
    this.piece('[data-loading]').hidden = true;
    this.piece('[data-instead]').hidden = true;
  }

  protected override failed() {
    this.piece('[data-loading]').textContent = (this.words as LargeFinderWords).failed;
    this.piece('[data-loading]').hidden = false;
    this.piece('[data-instead]').hidden = false;
  }
}

if (customElements.get('spean-large-finder') === undefined)
  customElements.define('spean-large-finder', LargeFinder);
