/** Opens pages of the built sites and listens for everything that must not happen on them. */
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
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

/** A window of the browser, and where what happens in it is written down at the moment. */
interface BrowserWindow {
  page: Page;
  /** What no other test may find: its own routes, scripts, clock, permissions or listeners. */
  changed: boolean;
  visit: Visit | undefined;
}

/** One page in a window. */
interface Visit {
  address: string;
  trouble: string[];
  requests: string[];
  /** The same requests: one of a page before may end after that page. */
  asked: Set<Request>;
}

/** A window costs more than most pages in it, so those that were left as they came serve again. */
const free = new Map<string, BrowserWindow[]>();
/** What a test does to a window by these outlasts the page. */
const CHANGES = new Set<string | symbol>([
  'addInitScript',
  'addListener',
  'addLocatorHandler',
  'clock',
  'context',
  'exposeBinding',
  'exposeFunction',
  'on',
  'once',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'setDefaultNavigationTimeout',
  'setDefaultTimeout',
  'setExtraHTTPHeaders',
]);

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
  const address = new URL(path.startsWith('/') ? path : `/${language}/${path}`, url).href;
  const kind = `${url} ${javascript}`;
  const used = now === undefined ? free.get(kind)?.pop() : undefined;
  const window = used ?? (await openWindow(url, javascript));
  const { page } = window;
  const visit: Visit = { address, trouble: [], requests: [], asked: new Set() };
  window.visit = visit;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    contrast: null,
    forcedColors: null,
    media: null,
    reducedMotion: null,
  });
  if (now !== undefined) {
    window.changed = true;
    await page.clock.setFixedTime(now);
  }
  await page.goto(address);
  await settle(page, javascript);
  return {
    page: noticing(window),
    trouble: visit.trouble,
    requests: visit.requests,
    close: async () => {
      window.visit = undefined;
      if (await canServeAgain(window, url)) free.set(kind, [...(free.get(kind) ?? []), window]);
      else {
        contexts.delete(page.context());
        await page.context().close();
      }
    },
  };
}

/** True where a window is as it came, and has left the page. */
async function canServeAgain({ page, changed }: BrowserWindow, url: string): Promise<boolean> {
  if (changed || page.isClosed() || page.context().pages().length > 1) return false;
  try {
    const kept = await page.evaluate(
      async () =>
        localStorage.length +
        sessionStorage.length +
        document.cookie.length +
        (await indexedDB.databases()).length +
        (await navigator.serviceWorker.getRegistrations()).length,
    );
    // A file of the same host, so that the browser goes on in the process that it has.
    await page.goto(`${url}/robots.txt`);
    return kept === 0;
  } catch {
    // A page that is on its way elsewhere is not one to go on with.
    return false;
  }
}

/** A page that tells its window when a test changes more than the page. */
function noticing(window: BrowserWindow): Page {
  return new Proxy(window.page, {
    get(page, name) {
      if (CHANGES.has(name)) window.changed = true;
      const value = Reflect.get(page, name, page);
      return typeof value === 'function' ? value.bind(page) : value;
    },
  });
}

async function openWindow(url: string, javascript: boolean): Promise<BrowserWindow> {
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext({ javaScriptEnabled: javascript, baseURL: url });
  contexts.add(context);
  const page = await context.newPage();
  const window: BrowserWindow = { page, changed: false, visit: undefined };
  const note = (line: string) => window.visit?.trouble.push(line);

  // The browser reports a page of its own that is missing as a console error too; the test asked for that one. It
  // also looks for a sign of the file that it is left with between two pages.
  page.on('console', (message) => {
    const text = message.text();
    const { url: missing } = message.location();
    const asked =
      text.startsWith('Failed to load resource') &&
      [window.visit?.address, `${url}/favicon.ico`].includes(missing);
    // A header that the browser does not understand is a warning only.
    const bad = message.type() === 'error' || /policy|header/i.test(text);
    if (bad && !asked) note(text);
  });
  page.on('pageerror', (error) => note(`script error: ${error.message}`));
  page.on('request', (request) => {
    window.visit?.requests.push(request.url());
    window.visit?.asked.add(request);
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== url) {
      note(`request to another host: ${origin}`);
    }
  });
  page.on('requestfailed', (request) => {
    // Without scripts the browser refuses their parts, which the page names.
    const reason = request.failure()?.errorText ?? '';
    if (!javascript && reason === 'csp' && request.url().endsWith('.js')) return;
    if (window.visit?.asked.has(request)) note(`failed request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400 || response.url() === window.visit?.address) return;
    if (window.visit?.asked.has(response.request())) note(`status ${response.status()}: ${response.url()}`);
  });
  if (javascript) {
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
        console.error(`content security policy: ${violatedDirective} ${blockedURI} in ${sourceFile}`);
      });
    });
  }
  return window;
}

/** Waits for `<main data-ready="true">`. */
export async function settle(page: Page, javascript = true): Promise<void> {
  if (javascript)
    await page.waitForSelector('main[data-ready="true"]', { state: 'attached', timeout: 60_000 });
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
