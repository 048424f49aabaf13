/**
 * A card for a service of a large directory, made of what the index says: kind of help, organization, whom it takes,
 * where, at what age. Contacts, other limits and the source stand on the page of the organization, to which it leads.
 */
import type { FinderService } from '../directory/finder-index.ts';
import type { LargeFinderWords } from '../i18n/finder-words.ts';
import { PEOPLE } from '../schema/vocabulary.ts';
import { glyph } from './map-card.ts';
import { stateIcon } from './state-icon.ts';

const KHMER = /[\u1780-\u17ff]/;

/** Makes a card with the parts that the finder fills. `label` is what its organization is called. */
export function madeCard(service: FinderService, label: string, words: LargeFinderWords): HTMLElement {
  const { id, organization, type, group } = service;
  const card = element('li', 'card');
  card.dataset.service = id;
  card.dataset.organization = organization;
  const kind = element('p', 'kind', type === undefined ? words.kindNotStated : (words.needs[type] ?? type));
  if (group !== undefined) kind.prepend(glyph(group), ' ');
  const name = organizationLink(organization, label, words);
  const heading = document.createElement('h3');
  heading.append(name);
  const said = document.createElement('div');
  said.dataset.said = '';
  const who = document.createElement('div');
  who.append(kind, heading, said, strip(service, words));
  const more = element('p', 'small');
  more.append(link(name.href, words.details));
  const contacts = element('div', 'contacts');
  contacts.append(more);
  card.append(who, facts(service, words), contacts);
  return card;
}

/** A link to the page of an organization. */
export function organizationLink(id: string, label: string, words: LargeFinderWords): HTMLAnchorElement {
  const made = link(
    words.organization.replace('{n}', () => encodeURIComponent(id)),
    label,
  );
  // A Khmer page shows the English name where the data has no other.
  if (!KHMER.test(label)) made.lang = 'en';
  return made;
}

/** Women, men, girls, boys: what was said of each, as sign and word. */
function strip(service: FinderService, words: LargeFinderWords): HTMLElement {
  const list = element('ul', 'who');
  list.append(
    ...PEOPLE.map((person) => {
      const answer = service[person] ?? 'not-stated';
      const item = document.createElement('li');
      const name = element('span', '', words.people[person]);
      name.append(element('span', 'visually-hidden', `: ${words.states[`${person}.${answer}`]}`));
      item.append(stateIcon(answer), name);
      return item;
    }),
  );
  return list;
}

function facts(service: FinderService, words: LargeFinderWords): HTMLElement {
  const list = element('dl', 'facts');
  const limits = element('dd', '', ages(service, words.ages) ?? words.noLimitStated);
  limits.dataset.limits = '';
  list.append(element('dt', '', words.place), place(service, words), element('dt', '', words.limits), limits);
  return list;
}

function place({ coverage, provinces, partly }: FinderService, words: LargeFinderWords): HTMLElement {
  const reach = coverage === 'listed' && partly.length > 0 ? 'partly' : coverage;
  const tag = element('span', 'tag', words.reach[reach]);
  tag.dataset.reach = reach;
  const named = provinces.map((id) => words.provinces[id] ?? id).join(', ');
  const said = document.createElement('dd');
  said.append(tag, ' ', coverage === 'nationwide' ? words.everywhere : named);
  return said;
}

function ages(
  { age_min: min, age_max: max }: FinderService,
  words: LargeFinderWords['ages'],
): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  const text = min === undefined ? words.to : max === undefined ? words.from : words.between;
  return text.replace('{min}', String(min)).replace('{max}', String(max));
}

function element(name: string, style: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (style !== '') made.className = style;
  if (text !== '') made.textContent = text;
  return made;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
