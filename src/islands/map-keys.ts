/** How every drawing of the map answers the keyboard. */
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
  /** Where a province and its neighbours stand, y downwards. */
  around(province: string): { here: Station; neighbours: readonly Station[] };
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
    const { here, neighbours } = actions.around(id);
    const next = neighbourTowards(here, direction, neighbours);
    if (next !== undefined) actions.focus(next);
  } else return;
  event.preventDefault();
}
