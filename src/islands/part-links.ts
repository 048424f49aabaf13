/** Links to a part of the page shown. On pages whose fragment is a question they must not take its place. */

/** Follows such links without a new fragment, until the signal ends. */
export function followPartLinks(signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const part = document.getElementById(decodeURIComponent(link?.getAttribute('href')?.slice(1) ?? ''));
      if (!plain || part === null) return;
      event.preventDefault();
      goToPart(part);
    },
    { signal },
  );
}

/** What a browser does for "#part" by itself: reading and the keyboard go on there. */
export function goToPart(part: HTMLElement): void {
  part.scrollIntoView();
  part.focus({ preventScroll: true });
  if (document.activeElement === part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}
