/** What opens at a province: its state, the organizations that the numbers count, and the ways on. */
import type { Listed } from '../directory/coverage.ts';
import type { MapWords } from '../i18n/map-words.ts';
import { glyphId } from '../map/glyphs.ts';
import { type MapModel, type MapProvince, pinText, STATE_SIGNS } from '../map/model.ts';
import type { MapPageData, MapPageProvince } from '../map/page-data.ts';
import type { Match } from '../schema/vocabulary.ts';
import { stateIcon } from './state-icon.ts';
import { svgElement } from './svg-element.ts';

interface Card {
  place: MapPageProvince;
  province: MapProvince;
  model: MapModel;
  listed: readonly Listed[];
  page: MapPageData;
  words: MapWords;
  /** The state in words, for the people asked for. */
  state: string;
  /** What each answer is called; undefined where nobody in particular is asked for. */
  answers: Readonly<Record<Match, string>> | undefined;
  /** Fragment of the same question in the finder. */
  fragment: string;
}

/** Fills the card of one province. Its close button is marked `data-close`. */
export function provinceCard(card: Card): HTMLElement {
  const { place, province, model, words, page, listed } = card;
  const box = document.createElement('div');
  box.className = 'map-card';
  box.dataset.card = place.id;
  const heading = document.createElement('h2');
  heading.tabIndex = -1;
  heading.textContent = place.label;
  const state = document.createElement('p');
  state.append(stateIcon(STATE_SIGNS[province.state]), ` ${card.state}`);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'map-close';
  close.dataset.close = '';
  close.setAttribute('aria-label', words.close);
  close.textContent = '×';
  const groups = model.groups.flatMap((group) => {
    const some = listed.filter((one) => one.group === group.id);
    const pin = province.pins.find((one) => one.group.id === group.id);
    if (some.length === 0) return [];
    return [groupList(`${group.label} ${pinText(pin)}`, some, card, glyph(group.id))];
  });
  const untyped = listed.filter(({ group }) => group === undefined);
  if (untyped.length > 0) groups.push(groupList(words.noKind, untyped, card));
  if (listed.length === 0) {
    const nobody = document.createElement('p');
    nobody.textContent = words.nobody;
    groups.push(nobody);
  }
  const ways = document.createElement('p');
  ways.className = 'map-ways';
  ways.append(link(`${page.find}#${card.fragment}`, words.find), link(place.href, words.page));
  box.append(heading, close, state, ...groups, ways);
  return box;
}

function groupList(title: string, some: readonly Listed[], card: Card, icon?: Node): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h3');
  heading.append(...(icon ? [icon, ' '] : []), title);
  const list = document.createElement('ul');
  list.append(
    ...some.map(({ organization, match, nationwide }) => {
      const item = document.createElement('li');
      const { name, href } = card.page.organizations[organization] ?? { name: organization };
      if (card.answers !== undefined) {
        const said = document.createElement('span');
        said.className = 'visually-hidden';
        said.textContent = `${card.answers[match]}: `;
        item.append(stateIcon(match), said);
      }
      item.append(href === undefined ? name : link(href, name));
      if (nationwide) item.append(` (${card.words.worksNationwide})`);
      return item;
    }),
  );
  section.append(heading, list);
  return section;
}

function link(href: string, text: string): HTMLElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** A glyph of the page's sprite. */
export function glyph(group: string, size = 20): SVGElement {
  const svg = svgElement('svg', { class: 'glyph', width: size, height: size, 'aria-hidden': 'true' });
  svg.append(svgElement('use', { href: `#${glyphId(group)}` }));
  return svg;
}
