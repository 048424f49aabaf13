/**
 * Tells a page to which somebody comes Back whether this site was left in the meantime. Leaving takes only the page in
 * sight out of the history of the tab; pages opened before it stay there. Nothing is stored for this. The Navigation
 * API shows a page how many entries next to its own belong to this site, and an entry keeps a note of its neighbours
 * as long as the entry itself lives. A page of this site that stood beside this one when it was left, and that another
 * site has replaced since, was left by the exit: nothing else here replaces a page by another site.
 *
 * Browsers without the Navigation API know nothing of this; there, Back shows the earlier page.
 * docs/decisions/leaving-quickly.md has what was tried.
 */

/** Whether an entry of this site stood directly before or after this one. */
interface Neighbours {
  behind: boolean;
  ahead: boolean;
}

/** Browsers keep 50 entries of a tab. Beyond that the oldest go, and a neighbour may be gone without an exit. */
const KEPT_ENTRIES = 50;

const api = (): Navigation | undefined => window.navigation;

function noted(): Partial<Neighbours> {
  const state: unknown = api()?.currentEntry?.getState();
  return typeof state === 'object' && state !== null ? state : {};
}

function note(neighbours: Partial<Neighbours>) {
  api()?.updateCurrentEntry({ state: { ...noted(), ...neighbours } });
}

/** True where a neighbour of this page has become a page of another site. */
export function neighbourIsGone(): boolean {
  const { behind = false, ahead = false } = noted();
  const place = api();
  if (place === undefined) return false;
  const behindIsGone = behind && !place.canGoBack && history.length < KEPT_ENTRIES;
  return behindIsGone || (ahead && !place.canGoForward);
}

/** True where the page is loaded because somebody went back or forward to it. */
export function isReturn(): boolean {
  return api()?.activation?.navigationType === 'traverse';
}

/** Notes what stands before the page in sight. What comes after it is known when it is left. */
export function noteArrival(): void {
  note({ behind: api()?.canGoBack === true, ahead: false });
}

/** Keeps the notes from now on. */
export function watchHistory(): void {
  api()?.addEventListener('navigate', ({ navigationType, destination, downloadRequest, signal }) => {
    if (downloadRequest !== null) return;
    // A page that was asked for and never came, because the reader stopped it or it was a file, stands nowhere.
    const { ahead = false } = noted();
    const entry = api()?.currentEntry?.id;
    signal.addEventListener('abort', () => {
      if (api()?.currentEntry?.id === entry) note({ ahead });
    });
    if (navigationType === 'push') note({ ahead: new URL(destination.url).origin === location.origin });
    else if (navigationType === 'traverse') note({ ahead: api()?.canGoForward === true });
  });
  // A new address in the same document is a new entry. A note itself changes the entry without a type of navigation.
  api()?.addEventListener('currententrychange', ({ navigationType }) => {
    if (navigationType !== null) noteArrival();
  });
}
