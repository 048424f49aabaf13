/** The line of a card that answers for the person asked for: sign and words, or that nobody says. */
import { acceptance, peopleAsked } from '../directory/acceptance.ts';
import type { FinderService } from '../directory/finder-index.ts';
import type { Query } from '../directory/query.ts';
import type { FinderWords } from '../i18n/finder-words.ts';
import { stateIcon } from './state-icon.ts';

/** Fills the line; nobody asked for leaves it empty. The evidence stays only where one of the answers rests on it. */
export function saySaid(card: HTMLElement, query: Query, service: FinderService, words: FinderWords): void {
  const line = card.querySelector<HTMLElement>('[data-said]');
  const people = query.who.length === 0 ? [] : peopleAsked(query);
  const said = people.map((person) => {
    const { match } = acceptance(service, { who: [person], age: query.age });
    return { match, text: words.states[`${person}.${match}`] ?? '' };
  });
  line?.replaceChildren(
    ...said.map(({ match, text }) => {
      const item = document.createElement('p');
      item.className = 'said';
      item.dataset.answer = match;
      item.append(stateIcon(match), text);
      return item;
    }),
  );
  if (said.length > 0 && said.every(({ match }) => match === 'not-stated')) {
    const none = document.createElement('p');
    none.className = 'evidence';
    none.textContent = words.noEvidence;
    line?.append(none);
  }
  const evidence = card.querySelector<HTMLElement>('[data-evidence]');
  if (evidence !== null)
    evidence.hidden = said.length > 0 && said.every(({ match }) => match === 'not-stated');
}
