/** What the page of the map asks of a drawing that can be moved. */
import type { CoverageQuestion } from '../directory/coverage.ts';
import type { MapWords } from '../i18n/map-words.ts';
import type { MapModel } from '../map/model.ts';
import type { MapPageData } from '../map/page-data.ts';

/** How much nearer a map comes at most, and with each step, in powers of two. */
export const NEAREST = 4;
export const STEP = 0.75;

/** What happens on the drawing. */
export interface MapEvents {
  /** Somebody chose a province. */
  choose(province: string): void;
  /** Somebody closed what was open. */
  close(): void;
  /** What only this drawing shows, in sentences; anew with every answer. */
  say(sentences: readonly string[]): void;
  /** The drawing cannot go on. */
  fail(): void;
}

export interface MapView {
  /**
   * Draws an answer; `sentences` say it of each province, for people who do not see the map.
   * @param asked the question that is answered.
   */
  show(model: MapModel, sentences: ReadonlyMap<string, string>, asked: CoverageQuestion): void;
  /** Shows what belongs to a province at its place. False where the drawing is too small for it. */
  open(province: string, content: HTMLElement): boolean;
  close(): void;
  /** Puts the keyboard on a province. */
  focus(province: string): void;
  closer(steps: number): void;
  whole(): void;
  /** The box has another size. */
  resize(): void;
  remove(): void;
}

/** Draws into a box that has its size already. Rejects where it cannot, and then leaves nothing behind. */
export type OpenMap = (
  box: HTMLElement,
  page: MapPageData,
  words: MapWords,
  events: MapEvents,
) => Promise<MapView>;
