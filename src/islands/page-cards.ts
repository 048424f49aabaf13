/** Where the source of a card begins. */
const BEGINNING = '<li class="card"';

/**
 * The cards of a directory that fits into its page. They stand in <noscript>, where readers without scripts see them all
 * and where they cost a browser with scripts no more than a text: a card is made of it when an answer first needs it.
 */
export class PageCards {
  readonly #made = new Map<string, HTMLElement>();
  /** The source of each card not made yet, by service. */
  readonly #written = new Map<string, string>();
  readonly #firstOf = new Map<string, string>();

  /** Takes the cards out of the page. */
  constructor(page: HTMLElement) {
    const holder = page.querySelector('noscript[data-cards]');
    holder?.remove();
    // A page that was put into an open document was read as if there were no scripts, so its cards are elements.
    for (const card of holder?.querySelectorAll<HTMLElement>('[data-service]') ?? []) {
      const { service = '', organization = '' } = card.dataset;
      this.#made.set(service, card);
      this.#note(service, organization);
    }
    if (this.#made.size > 0) return;
    for (const source of (holder?.textContent ?? '').split(BEGINNING)) {
      const tag = source.slice(0, source.indexOf('>'));
      const service = / data-service="([^"]*)"/.exec(tag)?.[1];
      const organization = / data-organization="([^"]*)"/.exec(tag)?.[1];
      if (service === undefined || organization === undefined) continue;
      this.#written.set(service, BEGINNING + source);
      this.#note(service, organization);
    }
  }

  /** The card of a service, always the same one. Throws where the page has none. */
  of(service: string): HTMLElement {
    this.make([service]);
    const card = this.#made.get(service);
    if (card === undefined) throw new Error(`The page has no card for ${service}.`);
    return card;
  }

  /** The first card of an organization; undefined where it has none. */
  ofOrganization(organization: string): HTMLElement | undefined {
    const service = this.#firstOf.get(organization);
    return service === undefined ? undefined : this.of(service);
  }

  /** Makes the cards of these services in one go. */
  make(services: readonly string[]): void {
    const written = services.flatMap((service) => this.#written.get(service) ?? []);
    if (written.length === 0) return;
    const template = document.createElement('template');
    template.innerHTML = written.join('');
    for (const card of template.content.querySelectorAll<HTMLElement>('[data-service]')) {
      const { service = '' } = card.dataset;
      this.#written.delete(service);
      this.#made.set(service, card);
    }
  }

  /** Makes some of those that no answer has needed yet. Returns whether there are more. */
  makeSome(most: number): boolean {
    this.make([...this.#written.keys()].slice(0, most));
    return this.#written.size > 0;
  }

  #note(service: string, organization: string): void {
    if (!this.#firstOf.has(organization)) this.#firstOf.set(organization, service);
  }
}
