/** One variant of the drawing of the network: shows what a question leaves of it, and whose lines are looked at. */
import type { NetworkLink } from '../directory/referrals/network.ts';
import { MEASURES, SIGNS } from '../map/network/measures.ts';
import { type Column, type Named, placeNetwork } from '../map/network/place.ts';

const SIDES = ['from', 'to'] as const;

export interface PartyLink {
  element: SVGAElement;
  id: string;
  side: (typeof SIDES)[number];
}

export class NetworkDrawing {
  readonly #svg: SVGSVGElement;
  readonly #all: readonly NetworkLink[];
  readonly #paths: readonly SVGPathElement[];
  #left: readonly NetworkLink[];

  /** @param links of the whole drawing, in the order of its lines */
  constructor(svg: SVGSVGElement, links: readonly NetworkLink[]) {
    this.#svg = svg;
    this.#all = links;
    this.#left = links;
    this.#paths = [...svg.querySelectorAll<SVGPathElement>('[data-links] path')];
  }

  /** Parties in sight, senders first, from top to bottom. */
  parties(): PartyLink[] {
    return SIDES.flatMap((side) =>
      this.#partiesOf(side)
        .filter((element) => !element.hasAttribute('hidden'))
        .map((element) => ({ element, id: element.dataset.party ?? '', side })),
    );
  }

  /** Draws these links and nobody else, in the order of the whole drawing. */
  show(links: readonly NetworkLink[]): void {
    const left = new Map(links.map((link) => [`${link.from} ${link.to}`, link]));
    const shown: NetworkLink[] = [];
    const paths: SVGPathElement[] = [];
    for (const [at, { from, to }] of this.#all.entries()) {
      const path = this.#paths[at];
      const link = left.get(`${from} ${to}`);
      path?.toggleAttribute('hidden', link === undefined);
      if (path === undefined || link === undefined) continue;
      path.setAttribute('class', SIGNS[link.certainty]);
      shown.push(link);
      paths.push(path);
    }
    this.#left = shown;
    this.#svg.toggleAttribute('hidden', shown.length === 0);
    const variant = this.#svg.dataset.network === 'wide' ? 'wide' : 'narrow';
    const [senders, receivers] = SIDES.map((side) => this.#membersOf(side, shown)) as [Named[], Named[]];
    const drawing = placeNetwork(
      { senders, receivers },
      shown.map((link) => ({ ...link, arrow: link.certainty !== 'unclear' })),
      MEASURES[variant],
    );
    this.#svg.setAttribute('viewBox', `0 0 ${drawing.width} ${drawing.height}`);
    for (const [at, path] of paths.entries()) path.setAttribute('d', drawing.links[at] ?? '');
    this.#move('from', drawing.senders);
    this.#move('to', drawing.receivers);
  }

  /** Lets the lines of a party stand out, and those at their other ends; of nobody, none. */
  light(party: string | undefined): void {
    const near = new Set<string>();
    for (const [at, { from, to }] of this.#all.entries()) {
      const own = from === party || to === party;
      this.#paths[at]?.classList.toggle('on', own);
      if (from === party) near.add(`to ${to}`);
      if (to === party) near.add(`from ${from}`);
    }
    this.#svg.classList.toggle('lit', party !== undefined);
    for (const { element, id, side } of this.parties())
      element.classList.toggle('on', id === party || near.has(`${side} ${id}`));
  }

  /** At the other ends of the lines of a party that stands on one side; from top to bottom. */
  partnersOf({ id, side }: PartyLink): PartyLink[] {
    const ends = this.#left
      .filter((link) => link[side] === id)
      .map(({ from, to }) => (side === 'from' ? to : from));
    return this.parties().filter((other) => other.side !== side && ends.includes(other.id));
  }

  #partiesOf(side: PartyLink['side']): SVGAElement[] {
    return [...this.#svg.querySelectorAll<SVGAElement>(`[data-side="${side}"] [data-party]`)];
  }

  #membersOf(side: PartyLink['side'], links: readonly NetworkLink[]): Named[] {
    const ends = new Set(links.map((link) => link[side]));
    const bands = [...this.#svg.querySelectorAll(`[data-side="${side}"] > [data-band]`)];
    return this.#partiesOf(side).flatMap((element) => {
      const id = element.dataset.party ?? '';
      element.toggleAttribute('hidden', !ends.has(id));
      if (!ends.has(id)) return [];
      const { width, height } = element.querySelector('rect') as SVGRectElement;
      return {
        id,
        band: bands.findIndex((band) => band.contains(element)),
        width: width.baseVal.value,
        height: height.baseVal.value,
      };
    });
  }

  #move(side: PartyLink['side'], { spots, headings }: Column): void {
    const places = new Map(spots.map((spot) => [spot.id, spot]));
    for (const element of this.#partiesOf(side)) {
      const spot = places.get(element.dataset.party ?? '');
      if (spot === undefined) continue;
      moveTo(element, spot.y);
      element.querySelector('.bar')?.setAttribute('d', `M0-${spot.reach}v${2 * spot.reach}`);
    }
    for (const [at, band] of [
      ...this.#svg.querySelectorAll(`[data-side="${side}"] > [data-band]`),
    ].entries()) {
      const heading = headings.find((one) => one.band === at);
      band.toggleAttribute('hidden', heading === undefined);
      if (heading !== undefined) moveTo(band.querySelector('.band') as SVGTextElement, heading.y);
    }
  }
}

function moveTo(element: SVGGraphicsElement, y: number): void {
  element.transform.baseVal.getItem(0).setTranslate(element.transform.baseVal.getItem(0).matrix.e, y);
}
