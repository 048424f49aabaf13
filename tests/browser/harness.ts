/** Opens pages of the built sites and listens for everything that must not happen on them. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export type Language = 'en' | 'km';
export const LANGUAGES: readonly Language[] = ['en', 'km'];

export interface Opening {
  site?: 'public' | 'practitioner';
  /** Another site that is being served; ends without a slash. */
  url?: string;
  width?: number;
  dark?: boolean;
  javascript?: boolean;
  /** What the clock of the reader says. */
  now?: Date;
}

/** A page, and what went wrong on it so far: errors, refused content, foreign hosts, failed requests. */
export interface Opened {
  page: Page;
  trouble: string[];
  /** Every request since the page was opened. */
  requests: string[];
  close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;
const contexts = new Set<BrowserContext>();

afterAll(async () => {
  await Promise.all([...contexts].map((context) => context.close()));
  await (await browser)?.close();
});

/**
 * Opens an address below a language ("find/#who=men"), or any address that begins with a slash, and waits until its
 * scripts have settled. A status of 400 or more is trouble, unless it is that of the page asked for.
 */
export async function openPage(
  language: Language,
  path: string,
  {
    site = 'public',
    url = inject(site).url,
    width = 1280,
    dark = false,
    javascript = true,
    now,
  }: Opening = {},
): Promise<Opened> {
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javascript,
    baseURL: url,
  });
  contexts.add(context);
  const page = await context.newPage();
  const trouble: string[] = [];
  const requests: string[] = [];
  const address = new URL(path.startsWith('/') ? path : `/${language}/${path}`, url).href;

  // The browser reports a page of its own that is missing as a console error too; the test asked for that one.
  page.on('console', (message) => {
    const text = message.text();
    const asked = text.startsWith('Failed to load resource') && message.location().url === address;
    // A header that the browser does not understand is a warning only.
    const bad = message.type() === 'error' || /policy|header/i.test(text);
    if (bad && !asked) trouble.push(text);
  });
  page.on('pageerror', (error) => trouble.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    requests.push(request.url());
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== url) {
      trouble.push(`request to another host: ${origin}`);
    }
  });
  page.on('requestfailed', (request) => {
    // Without scripts the browser refuses their parts, which the page names.
    const reason = request.failure()?.errorText ?? '';
    if (!javascript && reason === 'csp' && request.url().endsWith('.js')) return;
    trouble.push(`failed request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== address) {
      trouble.push(`status ${response.status()}: ${response.url()}`);
    }
  });
  if (javascript) {
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        console.error(`content security policy: ${violatedDirective} ${blockedURI} in ${sourceFile}`);
      });
    });
  }
  if (now !== undefined) await page.clock.setFixedTime(now);
  await page.goto(address);
  await settle(page, javascript);
  return {
    page,
    trouble,
    requests,
    close: async () => {
      contexts.delete(context);
      await context.close();
    },
  };
}

/** Waits for `<main data-ready="true">`. */
export async function settle(page: Page, javascript = true): Promise<void> {
  if (javascript)
    await page.waitForSelector('main[data-ready="true"]', { state: 'attached', timeout: 15_000 });
}

/** What the clipboard holds. Pages of the site may not read it, so one without the site's headers does. */
export async function readClipboard(page: Page): Promise<string> {
  const reader = await page.context().newPage();
  await reader.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Paste</p>' }));
  await reader.goto(page.url());
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}
