/**
 * What a browser may do with a page, as the build writes it: the content security policy stands in every page, so that
 * it holds on a host that cannot set headers, and before everything that loads, because a policy does not reach back.
 * `public/_headers` says the same and more where a host reads it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LANGUAGES } from '../schema/vocabulary.ts';
import { readAudience } from './audience.ts';
import { rewritePages } from './built-pages.ts';

/** Nothing from another host. Astro adds 'self' and its hashes for scripts and styles. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

const POLICY_META = /<meta http-equiv="content-security-policy"[^>]*>/gi;
const CHARSET = /<meta charset=[^>]*>/i;
/** The places that a policy may stand behind, the best first; a page without a head has only its doctype. */
const FIRST = [CHARSET, /<head(?:\s[^>]*)?>/i, /<!doctype[^>]*>/i];
const EVERYWHERE = /^\/\*\r?\n/m;

/**
 * A page with its policy before everything that loads; only the character set stands before it, which has to be among
 * the first bytes. A page that has no policy, as a redirect, gets one that lets nothing run.
 */
export function policyFirst(html: string): string {
  const written = html.match(POLICY_META) ?? [
    `<meta http-equiv="content-security-policy" content="${CONTENT_POLICY.join(';')}">`,
  ];
  const rest = html.replace(POLICY_META, '');
  const place = FIRST.find((pattern) => pattern.test(rest));
  return place === undefined
    ? `${written.join('')}${rest}`
    : rest.replace(place, (found) => `${found}${written.join('')}`);
}

/**
 * The `_headers` file of a practitioner site: search engines stay away from all of it, and nothing that may hold a
 * name stays in a browser's cache. Styles and fonts do, so that pages are quick on a slow connection.
 * @param headers the file of the public site; a second block for the same address would replace the first on some hosts
 * @throws where the file has no block for every address
 */
export function practitionerHeaders(headers: string): string {
  if (!EVERYWHERE.test(headers)) throw new Error('public/_headers has no block for "/*".');
  const named = [...LANGUAGES, 'data'].map((folder) => `\n/${folder}/*\n  Cache-Control: no-store\n`);
  return headers.replace(EVERYWHERE, '/*\n  X-Robots-Tag: noindex, nofollow\n') + named.join('');
}

/** Puts both into the built folder. */
export function sitePolicy(): AstroIntegration {
  return {
    name: 'site-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        rewritePages(folder, policyFirst);
        if (readAudience(process.env.DIRECTORY_AUDIENCE) !== 'practitioner') return;
        const headers = join(folder, '_headers');
        writeFileSync(headers, practitionerHeaders(readFileSync(headers, 'utf8')));
      },
    },
  };
}
