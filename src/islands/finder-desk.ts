/** Who answers the questions of the finder: the page itself, or a worker for a directory too large for a page. */
import { prepareLines } from '../directory/finder.ts';
import type { FinderIndex, FinderService } from '../directory/finder-index.ts';
import { type Reply, reply } from '../directory/finder-reply.ts';
import type { Query } from '../directory/query.ts';
import { PageCards } from './page-cards.ts';

export interface Desk {
  /**
   * The answer to a question. Undefined where a later question came before this one was begun.
   * @throws where the index cannot be had
   */
  ask(query: Query): Promise<Reply | undefined>;
  /** The cards of services of the answer, in their order. */
  cards(services: readonly FinderService[]): HTMLElement[];
  /** A link to the page of an organization; undefined where it has none. */
  link(organization: string): Node | undefined;
  close(): void;
}

/** What is made ready while nobody types: so many cards at a time, so many milliseconds apart. */
const CARDS_AT_ONCE = 4;
const PAUSE = 50;

/** Everything stands in the page: its cards, and the index as JSON. It answers in the frame in which it is asked. */
export function pageDesk(finder: HTMLElement): Desk {
  const index: FinderIndex = JSON.parse(finder.querySelector('[data-index]')?.textContent ?? '');
  const cards = new PageCards(finder);
  // Neither the first misspelt word nor the first long answer should wait for what can be made ready before.
  const prepareCards = () => {
    if (cards.makeSome(CARDS_AT_ONCE)) preparing = setTimeout(prepareCards, PAUSE);
  };
  let preparing: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    preparing = setTimeout(() => {
      prepareLines(index);
      prepareCards();
    }, 200);
  });
  return {
    ask: async (query) => reply(index, query, Infinity),
    cards: (services) => {
      cards.make(services.map(({ id }) => id));
      return services.map(({ id }) => cards.of(id));
    },
    link: (organization) => {
      const without = `[data-without-services] [data-organization="${CSS.escape(organization)}"] a`;
      const card = cards.ofOrganization(organization);
      return (card?.querySelector('h3 a') ?? finder.querySelector(without))?.cloneNode(true);
    },
    close: () => {
      cancelAnimationFrame(frame);
      clearTimeout(preparing);
    },
  };
}
