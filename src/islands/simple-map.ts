/** Where the code of the simple map, a script of its page, leaves what opens it, so that nobody has to ask for it. */
import type { OpenMap } from './map-view.ts';

let offered: OpenMap | undefined;

export function offerSimpleMap(open: OpenMap): void {
  offered = open;
}

/** Undefined where that script has not come. */
export function offeredSimpleMap(): OpenMap | undefined {
  return offered;
}
