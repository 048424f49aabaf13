/** Who answers the questions of the finder: the page itself, or a worker for a directory too large for a page. */
import type { FinderIndex, FinderService } from '../directory/finder-index.ts';
import { type Reply, reply } from '../directory/finder-reply.ts';
import { prepareSearch } from '../directory/name-search.ts';
import type { Query } from '../directory/query.ts';

export interface Desk {
  /**
   * The answer to a question. Undefined where a later question came before this one was begun.
   * @throws where the index cannot be had
   */
  ask(query: Query): Promise<Reply | undefined>;
  /** The card of a service of the answer. */
  card(service: FinderService): HTMLElement;
  /** A link to the page of an organization; undefined where it has none. */
  link(organization: string): Node | undefined;
  close(): void;
}

/** Everything stands in the page: its cards, and the index as JSON. It answers in the frame in which it is asked. */
export function pageDesk(finder: HTMLElement): Desk {
  const index: FinderIndex = JSON.parse(finder.querySelector('[data-index]')?.textContent ?? '');
  const cards = new Map(
    [...finder.querySelectorAll<HTMLElement>('[data-service]')].map((card) => [card.dataset.service, card]),
  );
  // The first misspelt word should not wait for what can be made ready while nobody types.
  const preparing = setTimeout(() => prepareSearch(index), 200);
  return {
    ask: async (query) => reply(index, query, Infinity),
    card: ({ id }) => cards.get(id) as HTMLElement,
    link: (organization) => {
      // A card that is no result stands nowhere in the page.
      const card = [...cards.values()].find((one) => one.dataset.organization === organization);
      const without = `[data-without-services] [data-organization="${CSS.escape(organization)}"] a`;
      return (card?.querySelector('h3 a') ?? finder.querySelector(without))?.cloneNode(true);
    },
    close: () => clearTimeout(preparing),
  };
}
