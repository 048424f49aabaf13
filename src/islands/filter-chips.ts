/** Each filter in force as a chip; the whole chip removes it. */
import type { Query } from '../directory/query.ts';
import type { FinderWords } from '../i18n/finder-words.ts';

/** The words that chips are made of. */
export type ChipWords = Pick<FinderWords, 'people' | 'needs' | 'provinces' | 'age' | 'remove'>;

/** Shows the chips of a query in a list. The typed line is no chip: it stands in its own field. */
export function showChips(list: HTMLElement, query: Query, words: ChipWords): void {
  const chips = [
    ...query.who.map((id) => [`who=${id}`, words.people[id] ?? id]),
    ...(query.age === undefined ? [] : [[`age=${query.age}`, words.age.replace('{n}', String(query.age))]]),
    ...query.need.map((id) => [`need=${id}`, Object.hasOwn(words.needs, id) ? words.needs[id] : id]),
    ...query.where.map((id) => [`where=${id}`, words.provinces[id] ?? id]),
  ] as [string, string][];
  list.replaceChildren(
    ...chips.map(([filter, text]) => {
      const item = document.createElement('li');
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = 'chip';
      chip.dataset.chip = filter;
      chip.dataset.label = text;
      chip.setAttribute(
        'aria-label',
        words.remove.replace('{n}', () => text),
      );
      const cross = document.createElement('span');
      cross.setAttribute('aria-hidden', 'true');
      cross.textContent = '×';
      chip.append(text, ' ', cross);
      item.append(chip);
      return item;
    }),
  );
  list.hidden = chips.length === 0;
}
