/** Links on pages whose fragment is a question: those to a part of the page must not take its place, the other language must keep it. */

import { shownFragment } from './page-address.ts';

/** Follows links within the page without a new fragment, and takes the fragment along to the other language, until the signal ends. */
export function keepQuestion(signal: AbortSignal): void {
  const languageOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-language]') : null;
  // Before whoever follows the link in place of the browser.
  document.addEventListener(
    'click',
    (event) => {
      const language = languageOf(event);
      if (language !== null) language.hash = shownFragment();
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'click',
    (event) => {
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest('a[href^="#"]');
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
