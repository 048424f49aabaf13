/** Each filter in force as a chip; the whole chip removes it. */
import type { Query } from '../directory/query.ts';
import type { FinderWords } from '../i18n/finder-words.ts';

/** The words that chips are made of. */
export type ChipWords = Pick<FinderWords, 'people' | 'needs' | 'provinces' | 'age' | 'remove'>;

/** Shows the chips of a query in a list. The typed line is no chip: it stands in its own field. */
export function showChips(list: HTMLElement, query: Query, words: ChipWords): void {
  const filters = [
    ...query.who.map((id) => `who=${id}`),
    ...(query.age === undefined ? [] : [`age=${query.age}`]),
    ...query.need.map((id) => `need=${id}`),
    ...query.where.map((id) => `where=${id}`),
  ];
  const chips = filters.map((filter): [string, string] => [filter, chipLabel(filter, words)]);
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
}

/** The two parts of a filter; a value may hold an equals sign. */
export function splitChip(filter: string): [key: string, value: string] {
  const at = filter.indexOf('=');
  return [filter.slice(0, at), filter.slice(at + 1)];
}

/** A filter such as "who=men" in words. */
export function chipLabel(filter: string, words: ChipWords): string {
  const [key, value] = splitChip(filter);
  if (key === 'age') return words.age.replace('{n}', () => value);
  const names = { who: words.people, need: words.needs, where: words.provinces }[key] ?? {};
  return Object.hasOwn(names, value) ? (names[value] as string) : value;
}

/** A query without what a chip of it says. */
export function withoutChip(query: Query, chip: string): Query {
  const [key, value] = splitChip(chip);
  const drop = <T extends string>(values: T[]) => values.filter((other) => other !== value);
  return {
    who: key === 'who' ? drop(query.who) : query.who,
    age: key === 'age' ? undefined : query.age,
    where: key === 'where' ? drop(query.where) : query.where,
    need: key === 'need' ? drop(query.need) : query.need,
    q: key === 'q' ? '' : query.q,
  };
}
