/** The provinces as a list of buttons, for a drawing in which a keyboard can reach nothing. */
import type { MapProvince } from '../map/model.ts';
import type { MapPageProvince } from '../map/page-data.ts';
import { readingOrderOnGlobe } from '../map/travel.ts';

interface Events {
  choose(province: string): void;
  /** The keyboard is on a province, or has left it. */
  focus(province: string | undefined): void;
}

export class ProvinceButtons {
  readonly list = document.createElement('ul');
  readonly #buttons = new Map<string, HTMLButtonElement>();

  constructor(places: readonly MapPageProvince[], events: Events) {
    this.list.className = 'map-provinces';
    for (const id of readingOrderOnGlobe(places)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.province = id;
      button.textContent = places.find((place) => place.id === id)?.label ?? id;
      button.addEventListener('click', () => events.choose(id));
      button.addEventListener('focus', () => events.focus(id));
      button.addEventListener('blur', () => events.focus(undefined));
      this.#buttons.set(id, button);
      const item = document.createElement('li');
      item.append(button);
      this.list.append(item);
    }
  }

  /** @param sentences what each province says, by its id. */
  show(provinces: readonly MapProvince[], sentences: ReadonlyMap<string, string>): void {
    for (const { id, state } of provinces) {
      const button = this.#buttons.get(id);
      if (button === undefined) continue;
      button.setAttribute('aria-label', sentences.get(id) ?? id);
      button.dataset.state = state;
    }
  }

  focus(province: string): void {
    this.#buttons.get(province)?.focus();
  }

  /** Marks the province that is open, or none. */
  mark(chosen: string | undefined): void {
    for (const [id, button] of this.#buttons) {
      if (id === chosen) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }
}
