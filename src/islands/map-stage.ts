/**
 * Where the page of the map draws: fetches the code of a drawing, opens it unseen over the one before, and lets it take
 * that one's place once it shows the answer. A drawing that another has overtaken is thrown away.
 */
import type { MapWords } from '../i18n/map-words.ts';
import type { MapPageData } from '../map/page-data.ts';
import { type Drawing, drawingCode } from './map-drawings.ts';
import type { MapEvents, MapView } from './map-view.ts';

interface StageEvents extends Pick<MapEvents, 'choose' | 'close' | 'say'> {
  /** Draws the answer, on a drawing that is not seen yet. */
  answer(view: MapView): void;
  /** Makes a change that may take away what the keyboard is on. */
  change(make: () => void): void;
  /** A drawing has taken its place. */
  stands(drawing: Drawing): void;
  /** A drawing cannot be shown; the one before it, if any, is there. */
  failed(drawing: Drawing): void;
  /** The box of the drawing has another size. */
  resized(): void;
}

export class MapStage {
  /** The drawing that is seen. */
  view: MapView | undefined;
  readonly #page: MapPageData;
  readonly #words: MapWords;
  readonly #events: StageEvents;
  readonly #part: (selector: string) => HTMLElement;
  /** The box of a drawing, empty. */
  readonly #box: HTMLElement;
  /** What is drawn, or about to be, and how many were begun. */
  #drawing: Drawing | undefined;
  #begun = 0;
  #detail = false;
  #resized: ResizeObserver | undefined;

  /** @param part finds a part of the page; throws where there is none */
  constructor(
    page: MapPageData,
    words: MapWords,
    part: (selector: string) => HTMLElement,
    events: StageEvents,
  ) {
    this.#page = page;
    this.#words = words;
    this.#part = part;
    this.#events = events;
    this.#box = part('.map-live').cloneNode() as HTMLElement;
    delete this.#box.dataset.map;
    this.#box.classList.add('map-opening');
  }

  /** Begins the drawing that is wanted, where it is not there. */
  show(detail: boolean): void {
    this.#detail = detail;
    if (this.#wanted !== this.#drawing) void this.#draw(this.#wanted);
  }

  /** Takes everything away and leaves the box as the build has made it. */
  close(): void {
    this.#begun += 1;
    this.#leave();
    const empty = this.#box.cloneNode() as HTMLElement;
    empty.classList.remove('map-opening');
    empty.dataset.map = 'leaflet';
    this.#part('.map-live').replaceWith(empty);
    this.#drawing = undefined;
  }

  /**
   * The simple map comes first, also where the detailed one is asked for: it stands sooner, and stays where that
   * other one fails.
   */
  get #wanted(): Drawing {
    return this.#detail && this.view !== undefined ? 'maplibre' : 'leaflet';
  }

  /** The drawing comes after everything that can be read; until it stands, the one before it stays. */
  async #draw(drawing: Drawing) {
    this.#drawing = drawing;
    this.#begun += 1;
    const turn = this.#begun;
    const outdated = () => this.#begun !== turn;
    const opening = this.#part('[data-loading]');
    opening.textContent = drawing === 'maplibre' ? this.#words.detail.opening : '';
    let box: HTMLElement | undefined;
    let view: MapView | undefined;
    try {
      const open = await drawingCode(drawing);
      if (outdated()) return;
      this.#part('[data-live]').hidden = false;
      this.#part('[data-drawing]').toggleAttribute('data-away', true);
      box = this.#box.cloneNode() as HTMLElement;
      this.#part('[data-stage]').append(box);
      view = await open(box, this.#page, this.#words, {
        choose: (province) => this.#events.choose(province),
        close: () => this.#events.close(),
        say: (sentences) => this.#events.say(sentences),
        fail: () => {
          if (!outdated()) this.#fail(drawing);
        },
      });
      if (!outdated()) this.#events.answer(view);
    } catch {
      view?.remove();
      box?.remove();
      if (!outdated()) this.#fail(drawing);
      return;
    }
    if (outdated()) {
      view.remove();
      box.remove();
      return;
    }
    opening.textContent = '';
    this.#events.change(() => this.#swap(drawing, box, view));
    this.show(this.#detail);
  }

  /** A drawing takes the place of the one before. */
  #swap(drawing: Drawing, box: HTMLElement, view: MapView) {
    this.#leave();
    this.#part('.map-live').remove();
    box.classList.remove('map-opening');
    box.dataset.map = drawing;
    this.view = view;
    let known = false;
    this.#resized = new ResizeObserver(() => {
      view.resize();
      // The first time says only what size the box has; a card that somebody is about to press stays as it is.
      if (known) this.#events.resized();
      known = true;
    });
    this.#resized.observe(box);
    this.#events.stands(drawing);
  }

  #leave() {
    this.#resized?.disconnect();
    this.view?.remove();
    this.view = undefined;
  }

  /** Without the detailed map the simple one is there, without that the drawing of the build. */
  #fail(drawing: Drawing) {
    this.#part('[data-loading]').textContent = '';
    if (drawing === 'leaflet') {
      this.#part('[data-live]').hidden = true;
      this.#part('[data-drawing]').toggleAttribute('data-away', false);
    } else {
      if (this.#part('.map-live').dataset.map === 'maplibre') this.#leave();
      this.#drawing = this.view === undefined ? undefined : 'leaflet';
    }
    this.#events.failed(drawing);
  }
}
