/** Turns the pages of the built site into pages of the copy in one file. */
import type { Language } from '../../schema/vocabulary.ts';
import { toFileAddress } from './address.ts';

/** What a page of the file needs to know about the others. */
export interface Surroundings {
  /** True for the address of a page that the file holds. */
  holds: (address: string) => boolean;
  /** Said after the name of what only the site has. */
  siteOnly: Record<Language, string>;
  /** HTML that stands before the main part of each page: that this is a copy. */
  note: (language: Language | undefined) => string;
}

/** Attributes of a tag, with ">" inside quotes. */
const ATTRIBUTES = `((?:[^>"']|"[^"]*"|'[^']*')*)`;
const LINK = new RegExp(`<a(?=[\\s>])${ATTRIBUTES}>([\\s\\S]*?)</a>`, 'g');
const SCRIPT = new RegExp(`<script\\b${ATTRIBUTES}>[\\s\\S]*?</script>`, 'g');
const HREF = /\shref="([^"]*)"/;
/** Something that a page would load from the site. */
const LOADED = /<(?!a[\s>])[^>]*\s(?:src|href|srcset|poster|data)="(\/[^"]*)"/;

/**
 * A page of the site as a page of the file: its body, without scripts and their parts, and without what is for readers without
 * scripts; links lead to pages of the file, and what only the site has is named without a link. Throws where the page
 * would load something from the site.
 */
export function pageInFile(address: string, html: string, around: Surroundings): string {
  const language = /^\/(en|km)\//.exec(address)?.[1] as Language | undefined;
  const documentLanguage = /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const body = html.slice(html.indexOf('<body'), html.lastIndexOf('</body>'));
  const inside = body
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(SCRIPT, (script, attributes: string) => (isData(attributes) ? script : ''))
    .replace(LINK, (link, attributes: string, content: string) =>
      linkInFile(link, attributes, content, around, language ?? 'en'),
    )
    .replace('<main', `${around.note(language)}<main`);
  const loaded = LOADED.exec(inside)?.[1];
  if (loaded !== undefined)
    throw new Error(
      `${address} loads ${loaded}, which the copy in one file cannot. Put it into the page itself, or teach src/publish/one-file to bring it along.`,
    );
  return `<!doctype html><html lang="${documentLanguage}"><head><title>${title}</title></head>${inside}</body></html>`;
}

function isData(attributes: string): boolean {
  return /\stype="application\/(ld\+)?json"/.test(attributes);
}

function linkInFile(
  link: string,
  attributes: string,
  content: string,
  around: Surroundings,
  language: Language,
): string {
  const href = HREF.exec(attributes)?.[1];
  if (href === undefined || /^(#|[a-z][a-z0-9+.-]*:)/i.test(href)) return link;
  if (!around.holds(href.replace(/#.*$/, '')))
    return `<span data-site-only-link>${content} ${around.siteOnly[language]}</span>`;
  const inFile = toFileAddress(href.replaceAll(/&amp;|&#38;/g, '&'));
  // A bare "&not" would be read as the sign for not.
  return link.replace(HREF, () => ` href="${inFile.replaceAll('&', '&amp;')}"`);
}
