/** The site of a directory whose every text tries to break out: it shows the texts and does nothing of what they say. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import { runNode } from '../../scripts/steps.ts';
import { buildHostileFolder } from '../dataset/hostile-folder.ts';
import { HARMLESS } from '../dataset/hostile-texts.ts';
import { listFiles } from './built-site.ts';
import { LANGUAGES, type Opened, type Opening, openPage } from './harness.ts';

const NAMES = Object.keys(HARMLESS);
const TEXTS = Object.values(HARMLESS);
/** One page of each kind that shows texts of the data. */
const KINDS = [
  '',
  'find/',
  'map/',
  'provinces/',
  'provinces/example-hills/',
  'services/',
  'services/md/',
  `services/md/md.planted-${NAMES.indexOf('a long word')}/`,
  'organizations/',
  `organizations/planted-${NAMES.indexOf('a long word')}/`,
  `organizations/planted-${NAMES.indexOf('long Khmer')}/`,
  'editions/',
  'editions/2010/',
  'about/',
];

let data: ReturnType<typeof buildHostileFolder>;
let site: Served;
let pages: string[];

beforeAll(async () => {
  data = buildHostileFolder();
  const out = join(data.folder, '../site');
  const env = { DIRECTORY_DATA: data.folder, DIRECTORY_OUT: out, DIRECTORY_AUDIENCE: 'practitioner' };
  const { code, output } = await runNode('scripts/build.ts', [], { env });
  if (code !== 0) throw new Error(output.slice(-2000));
  site = await serve(out, 0);
  pages = listFiles(out)
    .filter((file) => /(^|\/)(index|404)\.html$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}, 180_000);

afterAll(async () => {
  await site?.close();
  data?.remove();
});

/** Opens a page of the hostile site; anything that a text made happen is trouble. */
async function open(language: 'en' | 'km', path: string, opening: Opening = {}): Promise<Opened> {
  const opened = await openPage(language, path, { ...opening, url: site.url });
  opened.page.on('dialog', (dialog) => opened.trouble.push(`dialog: ${dialog.message()}`));
  return opened;
}

/** What a text made happen on a page so far, beside what the harness hears. */
async function whatRan({ page, trouble }: Opened): Promise<string[]> {
  const ran = await page.evaluate(() => ({
    variable: String((window as { planted?: unknown }).planted),
    elements: document.querySelectorAll('[data-planted]').length,
    address: location.host,
  }));
  return [
    ...trouble,
    ...(ran.variable === 'undefined' ? [] : ['a script ran']),
    ...(ran.elements === 0 ? [] : [`${ran.elements} planted elements`]),
    ...(ran.address === new URL(site.url).host ? [] : [`went to ${ran.address}`]),
  ];
}

describe('every page of the hostile site', () => {
  it('holds no element and no attribute that a text brought along', async () => {
    expect(pages.length).toBeGreaterThan(4 * TEXTS.length);
    const opened = await open('en', '');
    const found = await opened.page.evaluate(async (addresses) => {
      const wrong: string[] = [];
      for (const address of addresses) {
        const html = await (await fetch(address)).text();
        const page = new DOMParser().parseFromString(html, 'text/html');
        const say = (what: string) => wrong.push(`${address}: ${what}`);
        for (const element of page.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'data-planted')
              say(`${name}="${value}"`);
            const leads = ['href', 'src', 'action', 'srcdoc', 'fill', 'content'].includes(name);
            if (
              leads &&
              /javascript:|planted\.example/.test(value) &&
              !element.matches('meta[name="description"]')
            )
              say(`${element.localName} ${name}="${value}"`);
          }
        }
        for (const element of page.querySelectorAll('iframe, base, object, embed, style, form[action]'))
          say(element.localName);
        for (const script of page.querySelectorAll('script:not([src])')) {
          if (script.getAttribute('type') !== 'application/json') say('a script of its own');
          else JSON.parse(script.textContent ?? '');
        }
        if (page.querySelectorAll('main').length !== 1 && !address.endsWith('404.html') && address !== '/')
          say('not one main');
      }
      return wrong;
    }, pages);
    expect(found).toEqual([]);
    expect(await whatRan(opened)).toEqual([]);
    await opened.close();
  }, 120_000);

  it('shows every text letter for letter', async () => {
    const opened = await open('en', '');
    const headings = await opened.page.evaluate(async (count) => {
      const texts: string[] = [];
      for (let n = 0; n < count; n++) {
        const html = await (await fetch(`/en/organizations/planted-${n}/`)).text();
        const page = new DOMParser().parseFromString(html, 'text/html');
        texts.push(page.querySelector('h1')?.textContent ?? '');
      }
      return texts;
    }, TEXTS.length);
    const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
    const lost = NAMES.filter((_, n) => !squeeze(headings[n] ?? '').includes(squeeze(TEXTS[n] ?? '')));
    expect(lost).toEqual([]);
    await opened.close();
  });

  it.each(LANGUAGES.flatMap((language) => KINDS.map((path) => [language, path] as const)))(
    '/%s/%s runs nothing and fits a narrow screen',
    async (language, path) => {
      const opened = await open(language, path, { width: 320 });
      const { page } = opened;
      await page.mouse.move(100, 400);
      await page.keyboard.press('Tab');
      expect(await whatRan(opened)).toEqual([]);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(widest, 'The page can be scrolled sideways.').toBeLessThanOrEqual(320);
      await opened.close();
    },
  );
});

describe('the finder of the hostile site', () => {
  it('runs nothing of what it is asked, finds or copies', async () => {
    const opened = await open('en', 'find/');
    const { page } = opened;
    const asked: string[] = [];
    for (const [n, text] of TEXTS.entries()) {
      await page.evaluate(
        (fragment) => {
          location.hash = fragment;
        },
        `q=${encodeURIComponent(text)}&need=md.planted-${n}`,
      );
      await page.waitForFunction(
        (need) => document.querySelector(`[data-chip="need=${need}"]`) !== null,
        `md.planted-${n}`,
      );
      asked.push((await page.textContent(`[data-chip="need=md.planted-${n}"]`)) ?? '');
    }
    expect(asked.every((chip, n) => chip.includes(TEXTS[n] ?? ''))).toBe(true);
    await page.click('[data-copy]');
    expect(await whatRan(opened)).toEqual([]);
    await opened.close();
  });

  it.each([
    ['script', '<script data-planted>window.planted = 1</script>'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['wolkenkuckucksheim', 'Wolkenkuckucksheim'],
    ['ឧទាហរណ៍ឧទាហរណ៍', 'ឧទាហរណ៍'],
  ])('finds %s', async (line, text) => {
    const opened = await open('en', 'find/');
    const { page } = opened;
    await page.fill('input[type=search]', line);
    await page.waitForFunction(() => location.hash.startsWith('#q='));
    const names = await page.$$eval('[data-results] [data-service] h3', (headings) =>
      headings.map((heading) => heading.textContent ?? ''),
    );
    expect(names.some((name) => name.includes(text))).toBe(true);
    expect(await whatRan(opened)).toEqual([]);
    await opened.close();
  });
});
