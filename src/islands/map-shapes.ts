/**
 * The shapes of the simple map: those that the drawing of the build has brought already, as buttons in the order given.
 * Everything is in the units of that drawing; lines and patterns keep their size however near the map is.
 */
import type { Segment } from '../map/geometry.ts';
import type { MapProvince } from '../map/model.ts';
import type { MapPageShapes } from '../map/page-data.ts';
import { shapeId } from '../map/shape-id.ts';
import { svgElement } from './svg-element.ts';

/** Radius of the dot at the end of a line, pixels. */
const DOT = 2.5;
/** Patterns of the page that are drawn here at another scale, and what their copies are called. */
const PATTERNS = { 'live-hatch': 'moving-hatch', 'live-half': 'moving-half' };

export class MapShapes {
  readonly svg: SVGSVGElement;
  readonly #lands = new Map<string, SVGPathElement>();
  /** Drawn anew with every answer: outlines of provinces without records; and with every step nearer: lines. */
  readonly #dashed = svgElement('g');
  readonly #leaders = svgElement('g');
  readonly #ring = svgElement('path', { class: 'map-ring' });
  readonly #patterns: { pattern: SVGPatternElement; turned: string }[];
  #scale = 1;

  /** Provinces that the page does not draw are left out. */
  constructor(provinces: readonly string[], { frame: { x, y, width, height }, coast }: MapPageShapes) {
    this.svg = svgElement('svg', { viewBox: `${x} ${y} ${width} ${height}`, class: 'map-shapes' });
    const defs = svgElement('defs');
    this.#patterns = Object.entries(PATTERNS).flatMap(([id, copied]) => {
      const pattern = document.getElementById(id)?.cloneNode(true) as SVGPatternElement | undefined;
      if (pattern === undefined) return [];
      pattern.id = copied;
      defs.append(pattern);
      return [{ pattern, turned: pattern.getAttribute('patternTransform') ?? '' }];
    });
    for (const id of provinces) {
      const d = document.getElementById(shapeId(id))?.getAttribute('d');
      if (d == null) continue;
      const land = svgElement('path', {
        d,
        class: 'map-land',
        'data-province': id,
        tabindex: 0,
        role: 'button',
      });
      land.append(svgElement('title'));
      this.#lands.set(id, land);
    }
    const shore = svgElement('path', { d: coast, class: 'map-coast' });
    this.svg.append(defs, ...this.#lands.values(), shore, this.#dashed, this.#ring, this.#leaders);
  }

  /** @param sentences what each province says, by its id. */
  show(provinces: readonly MapProvince[], sentences: ReadonlyMap<string, string>): void {
    for (const { id, state } of provinces) {
      const land = this.#lands.get(id);
      const sentence = sentences.get(id) ?? id;
      land?.setAttribute('data-state', state);
      land?.setAttribute('aria-label', sentence);
      land?.firstElementChild?.replaceChildren(sentence);
    }
    // Over the borders of their neighbours, which would cover the dashes.
    const empty = provinces.filter(({ state }) => state === 'none-recorded');
    this.#dashed.replaceChildren(
      ...['map-bare', 'map-dashed'].flatMap((name) =>
        empty.flatMap(({ id }) => {
          const d = this.#lands.get(id)?.getAttribute('d');
          return d == null ? [] : [svgElement('path', { d, class: name })];
        }),
      ),
    );
  }

  /** The province that a click or a key has met. */
  provinceAt(target: EventTarget | null): string | undefined {
    const land = target instanceof Element ? target.closest<SVGPathElement>('[data-province]') : null;
    return land?.dataset.province;
  }

  focus(province: string): void {
    this.#lands.get(province)?.focus();
  }

  /** Puts a ring around a province, or around none. */
  ring(province: string | undefined): void {
    const d = province === undefined ? undefined : this.#lands.get(province)?.getAttribute('d');
    this.#ring.setAttribute('d', d ?? '');
  }

  /** Marks the province that is open, or none. */
  mark(chosen: string | undefined): void {
    for (const [id, land] of this.#lands) {
      if (id === chosen) land.setAttribute('aria-current', 'true');
      else land.removeAttribute('aria-current');
    }
  }

  /** @param scale pixels per unit. */
  scaleTo(scale: number): void {
    this.#scale = scale;
    for (const { pattern, turned } of this.#patterns)
      pattern.setAttribute('patternTransform', `scale(${1 / scale}) ${turned}`);
  }

  /** Draws lines that begin with a dot, in place of those before. */
  drawLeaders(lines: readonly Segment[]): void {
    this.#leaders.replaceChildren(
      ...lines.flatMap(({ from: [x, y], to }) => [
        svgElement('path', { d: `M${x} ${y}L${to.join(' ')}`, class: 'map-leader' }),
        svgElement('circle', { cx: x, cy: y, r: DOT / this.#scale, class: 'map-dot' }),
      ]),
    );
  }
}
