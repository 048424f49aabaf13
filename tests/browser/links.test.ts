/** Every link of every built page leads somewhere, and every page has its twin in the other language. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type BuiltPage, elements, fileAt, idsOf, readPages } from './built-site.ts';

describe.each(['public', 'practitioner'] as const)('the %s site', (site) => {
  const { folder } = inject(site);
  const pages = readPages(folder);
  const byAddress = new Map<string, BuiltPage>(pages.map((page) => [page.address, page]));
  const ids = new Map<string, Set<string>>();

  const hasId = (address: string, id: string): boolean => {
    const page = byAddress.get(address);
    if (page === undefined) return false;
    const known = ids.get(address) ?? idsOf(page.html);
    ids.set(address, known);
    return known.has(id);
  };

  it('has pages', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  it('has no link that leads nowhere', () => {
    const broken = pages.flatMap(({ address, html }) => {
      const targets = [
        ...elements(html, 'a', 'link', 'use', 'area').map(({ href }) => href),
        ...elements(html, 'script', 'img', 'source', 'iframe').map(({ src }) => src),
      ];
      return [...new Set(targets)]
        .filter((target) => target !== undefined)
        .filter((target) => {
          const url = new URL(target, `http://site${address}`);
          if (url.host !== 'site') return false;
          if (!/^https?:$/.test(url.protocol)) return false;
          if (fileAt(folder, url.pathname) === undefined) return true;
          const id = decodeURIComponent(url.hash.slice(1));
          // A fragment with "=" is a question to the finder, not a place on a page.
          if (id === '' || id.includes('=') || !url.pathname.endsWith('/')) return false;
          return !hasId(url.pathname, id);
        })
        .map((target) => `${address} links to ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('loads only files that exist from its style sheets', () => {
    const sheets = new Set(
      pages.flatMap(({ html }) =>
        elements(html, 'link')
          .filter(({ rel }) => rel === 'stylesheet')
          .map(({ href }) => href ?? ''),
      ),
    );
    const broken = [...sheets].flatMap((sheet) =>
      [...readFileSync(join(folder, sheet), 'utf8').matchAll(/url\(["']?([^"')]+)/g)]
        .map(([, target = '']) => new URL(target, `http://site${sheet}`))
        .filter(
          ({ host, pathname }) => host === 'site' && !existsSync(join(folder, decodeURIComponent(pathname))),
        )
        .map(({ pathname }) => `${sheet} loads ${pathname}`),
    );
    expect(broken).toEqual([]);
  });

  it('has each page in both languages, and each names the other', () => {
    const wrong = pages
      .filter(({ address, redirects }) => !redirects && /^\/(en|km)\//.test(address))
      .flatMap(({ address, html }) => {
        const other = address.startsWith('/en/') ? 'km' : 'en';
        const twin = address.replace(/^\/(en|km)\//, `/${other}/`);
        const leadsThere = ({ href = '', hreflang }: Record<string, string>) =>
          hreflang === other && new URL(href, 'http://site').pathname === twin;
        const links = elements(html, 'a').filter(leadsThere);
        const alternates = [...links, ...elements(html, 'link').filter(leadsThere)];
        return [
          ...(byAddress.has(twin) ? [] : [`${address} has no twin ${twin}`]),
          ...(links.length > 0 ? [] : [`${address} has no language switch to ${twin}`]),
          ...(alternates.some(({ rel = '' }) => rel.split(' ').includes('alternate'))
            ? []
            : [`${address} names no alternate ${twin}`]),
        ];
      });
    expect(wrong).toEqual([]);
  });
});
