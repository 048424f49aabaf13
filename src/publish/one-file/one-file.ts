/**
 * The whole directory as one HTML file that opens from a USB stick: every page of a built site, one style sheet and
 * one script. It asks for nothing, keeps nothing, and a content security policy holds it to that.
 */
import { createHash } from 'node:crypto';
import { dateInWords } from '../../i18n/dates.ts';
import { translator } from '../../i18n/index.ts';
import type { EditionAbout, Settings } from '../../schema/directory.ts';
import { type Audience, LANGUAGES, type Language } from '../../schema/vocabulary.ts';
import { type Pack, type Pages, packPages } from './packs.ts';
import { pageInFile } from './pages.ts';
import { dataUri, mergeOrders, styleSheetsOf, withFilesInside } from './styles.ts';

/** A built site: every file by its address, such as /en/find/index.html. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

export interface About {
  audience: Audience;
  settings: Pick<Settings, 'title_en' | 'title_km'>;
  edition: Pick<EditionAbout, 'id' | 'date'>;
  /** The day on which the copy is made. */
  today: string;
  /** Where the site stands, if that is known; newer copies are there. */
  site?: string | undefined;
}

/** Elements with this attribute are not shown in the file: they offer what only the site has. */
const ONLY_ON_SITE = '[data-site-only]{display:none}';
/** Stands in <noscript>: without scripts nothing is opening. */
const WITHOUT_SCRIPTS = '.scripted{display:none}';
/** The address that the page for addresses that lead nowhere has in the file, as on the site. */
const NOT_FOUND = '/404.html';

/**
 * The text of the file. `script` is the bundle of src/islands/one-file.ts. Throws where a page or a style sheet loads
 * what the file cannot bring along.
 */
export function oneFile(files: SiteFiles, script: string, about: About): string {
  const sources = pageSources(files);
  const holds = (address: string) => sources.has(address);
  const note = (language: Language | undefined) => copyNote(about, language);
  const siteOnly = { en: translator('en')('file.siteOnly'), km: translator('km')('file.siteOnly') };
  const pages: Pages = Object.fromEntries(
    [...sources].map(([address, html]) => [address, pageInFile(address, html, { holds, siteOnly, note })]),
  );
  return wrapper(about, {
    styles: styles(files, [...sources.values()]),
    script: script.trim().replace(/<(?=\/script|!--)/gi, '\\x3c'),
    icon: files.get('/icon.svg'),
    packs: packPages(pages),
  });
}

function pageSources(files: SiteFiles): Map<string, string> {
  const sources = new Map<string, string>();
  for (const [path, bytes] of files) {
    const address = path.replace(/\/index\.html$/, '/');
    if (address.endsWith('/') || path === NOT_FOUND) sources.set(address, new TextDecoder().decode(bytes));
  }
  return sources;
}

function styles(files: SiteFiles, pages: readonly string[]): string {
  const sheets = mergeOrders(pages.map(styleSheetsOf));
  const texts = sheets.map((sheet) => {
    const bytes = files.get(sheet);
    if (bytes === undefined) throw new Error(`A page names the style sheet ${sheet}, which was not built.`);
    return withFilesInside(new TextDecoder().decode(bytes), sheet, (address) => files.get(address)).trim();
  });
  return [...texts, ONLY_ON_SITE].join('\n');
}

/**
 * Says that this is a copy, how old it is and that it may have been replaced. A page without a language has no strip of
 * its own either: it says so in both, and for whom the copy is.
 */
function copyNote(about: About, language: Language | undefined): string {
  const strips = (language === undefined ? LANGUAGES : [language]).map((lang) => {
    const warning = language === undefined ? practitionerWarning(about, lang) : '';
    return `${warning}<p class="strip" lang="${lang}"><span class="frame">${copyWords(about, lang)}</span></p>`;
  });
  const label = translator(language ?? 'en')('file.label');
  return `<aside aria-label="${label}" data-copy-note>${strips.join('')}</aside>`;
}

function practitionerWarning({ audience }: About, lang: Language): string {
  if (audience !== 'practitioner') return '';
  const t = translator(lang);
  const words = `<strong>${t('audience.practitioner.lead')}</strong> ${t('audience.practitioner.text')}`;
  return `<p class="strip practitioner" lang="${lang}"><span class="frame">${words}</span></p>`;
}

function copyWords({ edition, today, site }: About, lang: Language): string {
  const t = translator(lang);
  const made = t('file.made', { date: dateInWords(today, lang), year: edition.id });
  return site === undefined ? made : `${made} ${t('file.newer', { site: new URL(site).host })}`;
}

function wrapper(
  about: About,
  { styles, script, icon, packs }: { styles: string; script: string; icon?: Uint8Array; packs: Pack[] },
): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(styles)}' '${hash(WITHOUT_SCRIPTS)}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { title_en, title_km } = about.settings;
  const data = packs.map(
    ({ from, data }) => `<script type="application/octet-stream" data-pages-from="${from}">${data}</script>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title_en}</title>
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex, nofollow">
${icon === undefined ? '' : `<link rel="icon" href="${dataUri('image/svg+xml', icon)}">`}
<style>${styles}</style>
<noscript><style>${WITHOUT_SCRIPTS}</style></noscript>
</head>
<body>
${copyNote(about, undefined)}
<main id="main" class="frame" data-ready="false">
<h1>${title_en} <span lang="km">${title_km}</span></h1>
${LANGUAGES.map((lang) => opening(about, lang)).join('\n')}
</main>
${data.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

/** What stands there until the first page does, or for good where no script runs. */
function opening(about: About, lang: Language): string {
  const t = translator(lang);
  const { edition } = about;
  return `<div lang="${lang}" class="section">
<p><strong>${t('age.lead', { year: edition.id })}</strong> ${t('age.recorded', { date: dateInWords(edition.date, lang) })}</p>
<p class="scripted">${t('file.opening')} ${t('file.slow')}</p>
<noscript><p>${t('file.noscript')}</p></noscript>
</div>`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A page with the size of the file where it offers it: known only once the pages exist. */
export function withFileSize(html: string, bytes: number): string {
  return html.replaceAll(
    /(<span data-file-size[^>]*>)<\/span>/g,
    (_, start: string) => `${start}(${(bytes / 1e6).toFixed(1)} MB)</span>`,
  );
}
