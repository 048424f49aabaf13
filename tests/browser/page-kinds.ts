/** The kinds of page that the contract of addresses promises, each with one page that stands for it. */
import type { BuiltPage } from './built-site.ts';

export interface PageKind {
  name: string;
  /** What its addresses look like below a language. */
  pattern: RegExp;
  /** The page to look at, where it exists; otherwise the longest of its kind. */
  prefer?: string;
}

export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'start', pattern: /^$/ },
  { name: 'find', pattern: /^find\/$/ },
  { name: 'provinces', pattern: /^provinces\/$/ },
  { name: 'province', pattern: /^provinces\/[^/]+\/$/, prefer: 'provinces/banteay-meanchey/' },
  { name: 'services', pattern: /^services\/$/ },
  { name: 'group', pattern: /^services\/[^/]+\/$/, prefer: 'services/sh/' },
  { name: 'service type', pattern: /^services\/[^/]+\/[^/]+\/$/ },
  { name: 'organizations', pattern: /^organizations\/$/ },
  { name: 'organization', pattern: /^organizations\/[^/]+\/$/, prefer: 'organizations/wvc/' },
  { name: 'map', pattern: /^map\/$/ },
  { name: 'poster', pattern: /^map\/poster\/$/ },
  { name: 'ways', pattern: /^referrals\/$/ },
  { name: 'network', pattern: /^referrals\/network\/$/ },
  { name: 'parts of the network', pattern: /^referrals\/network\/points\/$/ },
  { name: 'coverage', pattern: /^(?:editions\/[^/]+\/)?coverage\/$/, prefer: 'coverage/' },
  { name: 'hotlines and focal points', pattern: /^focal-points\/$/ },
  { name: 'special cases', pattern: /^special-cases\/$/ },
  { name: 'editions', pattern: /^editions\/$/ },
  { name: 'edition', pattern: /^editions\/[^/]+\/$/ },
  { name: 'about', pattern: /^about\/$/ },
  { name: 'safety', pattern: /^safety\/$/ },
  { name: 'copy', pattern: /^copy\/$/ },
];

/** Addresses below a language of the pages that stand for each kind; undefined where a kind was not built. */
export function examples(pages: readonly BuiltPage[]): { kind: string; path: string | undefined }[] {
  const english = pages.filter(({ address, redirects }) => address.startsWith('/en/') && !redirects);
  return PAGE_KINDS.map(({ name, pattern, prefer }) => {
    const ofKind = english
      .map(({ address, html }) => ({ path: address.slice('/en/'.length), size: html.length }))
      .filter(({ path }) => pattern.test(path))
      .sort((a, b) => b.size - a.size);
    const preferred = ofKind.find(({ path }) => path === prefer);
    return { kind: name, path: (preferred ?? ofKind[0])?.path };
  });
}
