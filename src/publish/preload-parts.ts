/**
 * A script of a page imports parts, and those import others. A browser learns of each only when it has read the one
 * before, which on a slow line is a wait each time, and of the script itself at the end of the page; so the head of the
 * page names them all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-pages.ts';

const MODULE_SCRIPT = /<script type="module" src="([^"]+)">/g;
/** Static imports only: what is imported with a call is fetched when it is wanted. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g;

/**
 * A page whose head names its module scripts and their parts, each once: all are on their way while the page is read.
 * @param codeAt the code of a script by its address, or undefined for a file that is not there
 */
export function nameParts(html: string, codeAt: (address: string) => string | undefined): string {
  const scripts = [...html.matchAll(MODULE_SCRIPT)].map(([, address = '']) => address);
  const parts = scripts.flatMap((script) => partsOf(script, codeAt));
  const links = [...new Set([...parts, ...scripts])].map(
    (address) => `<link rel="modulepreload" href="${address}">`,
  );
  return html.replace('</head>', () => `${links.join('')}</head>`);
}

/** Addresses of everything that a script imports, and of what that imports. */
function partsOf(
  script: string,
  codeAt: (address: string) => string | undefined,
  known = new Set<string>(),
): string[] {
  for (const [, path = ''] of (codeAt(script) ?? '').matchAll(STATIC_IMPORT)) {
    const part = posix.join(posix.dirname(script), path);
    if (known.has(part) || codeAt(part) === undefined) continue;
    known.add(part);
    partsOf(part, codeAt, known);
  }
  return [...known];
}

/** Does so in every page of the built folder. */
export function preloadParts(): AstroIntegration {
  return {
    name: 'preload-parts',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const codes = new Map<string, string | undefined>();
        const codeAt = (address: string) => {
          const file = join(folder, address);
          if (!codes.has(address))
            codes.set(address, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
          return codes.get(address);
        };
        rewritePages(folder, (html) => nameParts(html, codeAt));
      },
    },
  };
}
