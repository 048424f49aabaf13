/** How every drawing of the map answers the keyboard. */
import type { Point } from '../map/geometry.ts';
import type { MapPageProvince } from '../map/page-data.ts';
import { type Direction, neighbourTowards, type Station } from '../map/travel.ts';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
};

/** What the keys of a drawing do. */
export interface KeyActions {
  /** True where something is open that Escape closes. */
  isOpen(): boolean;
  close(): void;
  choose(province: string): void;
  closer(steps: number): void;
  focus(province: string): void;
  places: ReadonlyMap<string, MapPageProvince>;
  /** Where a point of the globe is on the map, y downwards. */
  pixel(point: Point): Point;
}

/** Escape closes; on a province, Enter opens, arrows go to neighbours, plus and minus bring the map closer or away. */
export function answerKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && actions.isOpen()) {
    event.preventDefault();
    actions.close();
    return;
  }
  const id = event.target instanceof Element ? event.target.getAttribute('data-province') : null;
  if (id === null) return;
  const direction = ARROWS[event.key];
  if (event.key === 'Enter' || event.key === ' ') actions.choose(id);
  else if (event.key === '+' || event.key === '=') actions.closer(1);
  else if (event.key === '-') actions.closer(-1);
  else if (direction !== undefined) {
    const next = neighbour(id, direction, actions);
    if (next !== undefined) actions.focus(next);
  } else return;
  event.preventDefault();
}

function neighbour(id: string, direction: Direction, { places, pixel }: KeyActions): string | undefined {
  const here = places.get(id);
  if (here === undefined) return undefined;
  const station = ({ id, pole }: MapPageProvince): Station => ({ id, at: pixel(pole) });
  const around = here.neighbours.flatMap((other) => places.get(other) ?? []);
  return neighbourTowards(station(here), direction, around.map(station));
}
