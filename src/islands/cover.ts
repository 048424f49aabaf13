/** Makes a page tell nothing: an empty white one with another title and no sign of its own in the tab. */
import type { Spoken } from '../i18n/exit-words.ts';

const SHOWN_ICONS = 'link[rel~="icon"]';
/** Makes browsers show their sign for a page without one. */
const NO_ICON = 'data:,';

/** Hides the page in place; it keeps where it was scrolled to. */
export function hidePage(hidden: boolean): void {
  document.documentElement.toggleAttribute('data-hidden', hidden);
}

/**
 * Takes everything out of the page and puts the cover there, which says that something loads. The title becomes the
 * name of the place that is opened.
 */
export function coverPage(address: string, said: Spoken): void {
  hidePage(true);
  const cover = document.createElement('div');
  cover.className = 'cover';
  cover.setAttribute('role', 'alert');
  document.body.replaceChildren(cover);
  // After it stands in the page, so that screen readers notice the change.
  cover.append(...spoken(said));
  document.title = new URL(address).hostname.replace(/^www\./, '');
  for (const icon of document.querySelectorAll<HTMLLinkElement>(SHOWN_ICONS)) icon.href = NO_ICON;
}

/** Words as elements that say their language. */
export function spoken(said: Spoken): HTMLElement[] {
  return said.map(([language, text]) => {
    const span = document.createElement('span');
    span.lang = language;
    span.textContent = `${text} `;
    return span;
  });
}
