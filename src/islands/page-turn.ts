/**
 * Lets pages follow each other inside one document, so that what a reader unlocked stays in memory from link to link
 * and nothing has to be stored. Off until somebody turns it on; then links to pages of this site are answered by the
 * source, and whatever cannot be answered is left to the browser. Islands are custom elements: they start when their
 * page is put in and clean up when it is taken out.
 */
import { addressOf, pageAt, shownPage } from './page-address.ts';

/** The HTML of a page of this site; undefined where there is none to be had. */
export type PageSource = (address: URL) => Promise<string | undefined>;

/** How a page is come to: by a link, by the steps of the history, or by opening the document. */
type Way = 'forward' | 'back' | 'load';

let source: PageSource | undefined;
/** Counts turns, so that only the last of several impatient ones is shown. */
let turns = 0;
/** The path of the page that stands in the document; undefined until pages are watched. */
let shown: string | undefined;

/**
 * Turns pages in place from now on; undefined gives them back to the browser. Pages that were turned share one
 * document in the history, even after it was loaded again, so the way back is watched in both cases.
 */
export function turnPagesWith(from: PageSource | undefined): void {
  if (shown === undefined) {
    shown = shownPage().pathname;
    document.addEventListener('click', onClick);
    window.addEventListener('popstate', onPopState);
  }
  source = from;
  if (from !== undefined) return;
  turns++;
  // A step back that was still under way has changed the address already.
  if (shownPage().pathname !== shown) location.reload();
}

/** Leads to a page of this site, by whatever way pages are turned now. */
export function goTo(address: string): void {
  const url = new URL(address, shownPage());
  if (source !== undefined && isPage(url)) void turn(url, 'forward');
  else location.href = url.href;
}

/** Puts in the page that the address names, as a full load would. */
export function showPage(): void {
  void turn(shownPage(), 'load');
}

function onClick(event: MouseEvent) {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (source === undefined || !plain || event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest('a[href]');
  if (link === null || link.hasAttribute('target') || link.hasAttribute('download')) return;
  // Links inside a drawing have no address of their own that is ready to use.
  const url = pageAt(link.getAttribute('href') ?? '');
  // A fragment of the page that is shown is the browser's business.
  if (!isPage(url) || (url.pathname === shown && url.href.includes('#'))) return;
  event.preventDefault();
  void turn(url, 'forward');
}

function onPopState() {
  const url = shownPage();
  if (url.pathname === shown) return;
  if (source === undefined) location.reload();
  else void turn(url, 'back');
}

function isPage(url: URL): boolean {
  const { protocol, host } = shownPage();
  return url.protocol === protocol && url.host === host && url.pathname.endsWith('/');
}

async function turn(url: URL, way: Way) {
  const mine = ++turns;
  const html = await source?.(url).catch(() => undefined);
  if (mine !== turns) return;
  const next = new DOMParser().parseFromString(html ?? '', 'text/html');
  // A page that only leads elsewhere does so by itself.
  if (html === undefined || next.querySelector('meta[http-equiv="refresh" i]') !== null) {
    if (way === 'forward') location.href = url.href;
    if (way === 'back') location.reload();
    return;
  }
  await Promise.all([...next.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(addStyles));
  if (mine !== turns) return;
  if (way === 'forward') {
    history.replaceState({ ...history.state, scrolled: scrollY }, '');
    history.pushState(null, '', addressOf(url));
  }
  shown = url.pathname;
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  const scripts = [...next.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')];
  document.body.replaceWith(document.adoptNode(next.body));
  await Promise.all(scripts.map(({ src }) => import(/* @vite-ignore */ src)));
  if (mine === turns) arrive(url, way);
}

/** Resolves when the styles are there, or cannot be had. Styles of earlier pages stay: they are all in layers. */
function addStyles({ href, parentElement }: HTMLLinkElement): Promise<void> | undefined {
  const known = [...document.styleSheets].some((sheet) => sheet.href === href);
  // What stands in <noscript> is for readers without scripts.
  if (known || parentElement?.localName === 'noscript') return undefined;
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => done());
    document.head.append(link);
  });
}

/** Reading goes on where a full load would leave it: at the fragment, at the old place, or at the top. */
function arrive(url: URL, way: Way) {
  const target = url.hash === '' ? null : document.getElementById(readFragment(url.hash));
  const scrolled: unknown = way === 'forward' ? undefined : history.state?.scrolled;
  if (target !== null) target.scrollIntoView();
  else window.scrollTo({ top: typeof scrolled === 'number' ? scrolled : 0, behavior: 'instant' });
  if (way === 'load' && target === null) return;
  (target ?? document.querySelector('main'))?.focus({ preventScroll: true });
}

function readFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
