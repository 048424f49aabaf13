/**
 * Where the address of the page shown is written. On the site it is the address of the document, and what is asked
 * stands behind its "#". In the copy in one file every page has the same document, so all of it stands behind the "#".
 * Islands read and write addresses only through here.
 */
import { fromFileAddress, toFileAddress } from '../publish/one-file/address.ts';

/** Pages of the file have no host; a URL needs something before their path. */
const FILE = 'file:///';
let inFragment = false;

/** From now on pages are named in the fragment, as in the copy in one file. */
export function namePagesInFragment(): void {
  inFragment = true;
}

/** The address of the page that a link leads to; of something else, that address itself. */
export function pageAt(href: string): URL {
  if (inFragment && href.startsWith('#') && !href.startsWith('#/')) return new URL(href, shownPage());
  const url = new URL(href, location.href);
  const withoutFragment = (address: string) => address.replace(/#.*$/, '');
  if (!inFragment || withoutFragment(url.href) !== withoutFragment(location.href)) return url;
  return new URL(fromFileAddress(url.hash), FILE);
}

/** The address of the page shown. */
export function shownPage(): URL {
  return pageAt(location.href);
}

/** The address of the document when it shows a page. */
export function addressOf(page: URL): string {
  return inFragment ? toFileAddress(`${page.pathname}${page.hash}`) : page.href;
}

/** The fragment of the page shown, without "#". */
export function shownFragment(): string {
  return shownPage().hash.slice(1);
}

/** The address of the document when the page shown has another fragment; an empty one leaves none. */
export function withFragment(fragment: string): string {
  const { pathname } = shownPage();
  if (inFragment) return toFileAddress(fragment === '' ? pathname : `${pathname}#${fragment}`);
  return fragment === '' ? pathname : `#${fragment}`;
}
