/**
 * Addresses inside the copy in one file. A file has one address, so the address of a page stands behind its "#", and
 * the page's own fragment after "&": "/en/find/#who=men" is "#/en/find/&who=men".
 */

/** The address of a page, from its root, as a fragment of the file, with its "#". */
export function toFileAddress(page: string): string {
  return `#${page.replace('#', '&')}`;
}

/** The address of the page that a fragment of the file names; the first page where it names none. */
export function fromFileAddress(fragment: string): string {
  return fragment.startsWith('#/') ? fragment.slice(1).replace('&', '#') : '/';
}
