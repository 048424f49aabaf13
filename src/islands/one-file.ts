/**
 * The script of the copy in one file: takes pages out of the packs that stand in the document and lets them follow
 * each other. The islands that its pages use are named here, because a file cannot fetch them.
 */
import { type Pack, pageIn } from '../publish/one-file/packs.ts';
import { addressOf, namePagesInFragment, pageAt, shownPage } from './page-address.ts';
import { showPage, turnPagesWith } from './page-turn.ts';
import { goToPart } from './part-links.ts';
import './contact-age.ts';
import './exit.ts';
import './finder.ts';
import './question.ts';
import './network.ts';
import './ways.ts';

const packs: Pack[] = [...document.querySelectorAll<HTMLScriptElement>('[data-pages-from]')].map(
  ({ dataset, textContent }) => ({ from: dataset.pagesFrom ?? '', data: textContent }),
);

namePagesInFragment();
turnPagesWith(async ({ pathname }) => pageIn(packs, pathname) ?? pageIn(packs, '/404.html'));
document.addEventListener('click', onClick);
showPage();

function onClick(event: MouseEvent) {
  // An island has answered it.
  if (event.defaultPrevented) return;
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!plain || link === null) return;
  const href = link.getAttribute('href') ?? '';
  const page = pageAt(href);
  if (!href.startsWith('#') || page.pathname !== shownPage().pathname) return;
  event.preventDefault();
  const target = document.getElementById(decodeURIComponent(page.hash.slice(1)));
  if (target === null) {
    // A question to the finder, which listens for a new fragment.
    location.href = addressOf(page);
    return;
  }
  if (page.href !== shownPage().href) history.pushState(history.state, '', addressOf(page));
  goToPart(target);
}
