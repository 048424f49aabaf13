/** Keys in the drawing of the network: one stop for the tab key, arrows from name to name. */
import type { NetworkDrawing, PartyLink } from './network-drawing.ts';

/** Lets the tab key stop at one of the parties in sight: at that one, or at the first. */
export function stopAt(parties: readonly PartyLink[], stop = parties[0]): void {
  for (const { element } of parties) element.tabIndex = element === stop?.element ? 0 : -1;
}

/** The party to which a key leads; undefined where it leads nowhere. */
export function nextParty(drawing: NetworkDrawing, from: Element, key: string): PartyLink | undefined {
  const parties = drawing.parties();
  const here = parties.find(({ element }) => element === from);
  if (here === undefined) return undefined;
  const column = parties.filter(({ side }) => side === here.side);
  const at = column.indexOf(here);
  const across = () => drawing.partnersOf(here)[0];
  switch (key) {
    case 'ArrowUp':
      return column[at - 1];
    case 'ArrowDown':
      return column[at + 1];
    case 'ArrowRight':
      return here.side === 'from' ? across() : undefined;
    case 'ArrowLeft':
      return here.side === 'to' ? across() : undefined;
    case 'Home':
      return column[0];
    case 'End':
      return column.at(-1);
    default:
      return undefined;
  }
}
