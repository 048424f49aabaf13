import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { oneFileAddress } from '../../../src/publish/one-file/name.ts';
import { type About, oneFile, withFileSize } from '../../../src/publish/one-file/one-file.ts';
import { unpack } from '../../../src/publish/one-file/packs.ts';

const about: About = {
  audience: 'public',
  settings: { title_en: 'Example', title_km: 'ឧទាហរណ៍' },
  edition: { id: '2010', date: '2010-12' },
  today: '2026-11-22',
};
const page = (lang: string, main: string) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>T</title><link rel="stylesheet" href="/_astro/site.css"></head><body><main>${main}</main></body></html>`;
const files = new Map(
  Object.entries({
    '/index.html': page('en', '<a href="/en/">en</a>'),
    '/404.html': page('en', 'not found'),
    '/en/index.html': page('en', 'hello'),
    '/km/index.html': page('km', 'ស្ពាន'),
    '/data/2010/services.csv': 'id',
    '/_astro/site.css': '@layer base{a{color:red}}',
    '/icon.svg': '<svg/>',
  }).map(([address, text]) => [address, new TextEncoder().encode(text)]),
);
const SCRIPT = 'console.log("</script><!--")';
const made = (more: Partial<About> = {}) => oneFile(files, SCRIPT, { ...about, ...more });
const html = made();
const packs = [...html.matchAll(/data-pages-from="([^"]*)">([^<]*)</g)];
const pages = Object.assign({}, ...packs.map(([, , data = '']) => unpack(data))) as Record<string, string>;
const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const sha = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('oneFile', () => {
  it('holds every page of the site, and nothing else of it', () => {
    expect(Object.keys(pages).sort()).toEqual(['/', '/404.html', '/en/', '/km/']);
    expect(pages['/en/']).toContain('<main>hello</main>');
    expect(pages['/']).toContain('<a href="#/en/">en</a>');
  });

  it('allows its own script and styles by their hashes, and no other', () => {
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
    expect(policy).toContain(`script-src ${sha(script)};`);
    expect(styles).toHaveLength(2);
    expect(policy).toContain(`style-src ${styles.map(sha).join(' ')};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*|connect-src/);
  });

  it('loads nothing', () => {
    const outside = html.replace(/data:[a-z/+0-9]+;base64,[A-Za-z0-9+/=]+/g, '');
    expect(outside).not.toMatch(/https?:|\ssrc=|@import|url\((?!data:|#)/);
    expect([...outside.matchAll(/<link[^>]*>/g)].map(([link]) => link)).toEqual([
      '<link rel="icon" href="">',
    ]);
  });

  it('keeps a script from ending early', () => {
    expect(html).toContain('console.log("\\x3c/script>\\x3c!--")');
  });

  it('says on every page what it is a copy of, and from which day', () => {
    const en = 'This is a copy, made on 22 November 2026 from the 2010 edition.';
    const km = 'ថ្ងៃទី 22 ខែវិច្ឆិកា ឆ្នាំ 2026';
    expect(pages['/en/']).toContain(en);
    expect(pages['/en/']).not.toContain(km);
    expect(pages['/km/']).toContain(km);
    for (const address of ['/', '/404.html']) {
      expect(pages[address]).toContain(en);
      expect(pages[address]).toContain(km);
    }
    expect(made({ site: 'https://directory.example.org/' })).toContain('Newer copies: directory.example.org');
  });

  it('says before it opens what it is, and what to do where no script runs', () => {
    const opening = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    expect(opening).toContain('Opening…');
    expect(opening).toContain('កំពុងបើក…');
    expect(opening).toContain('Recorded December 2010, not re-checked since.');
    expect(opening).toContain('<noscript><p>This file needs scripts');
  });

  it('says that it is for practitioners before anything else', () => {
    const warning = 'class="strip practitioner" lang="en"';
    expect(html).not.toContain(warning);
    const practitioner = made({ audience: 'practitioner' });
    expect(practitioner.indexOf(warning)).toBeGreaterThan(0);
    expect(practitioner.indexOf(warning)).toBeLessThan(practitioner.indexOf('<main'));
  });

  it('is the same whenever it is made from the same pages', () => {
    expect(made()).toBe(html);
  });

  it('refuses a page with a style sheet that was not built', () => {
    const broken = new Map(files).set(
      '/en/index.html',
      new TextEncoder().encode('<link rel="stylesheet" href="/gone.css">'),
    );
    expect(() => oneFile(broken, SCRIPT, about)).toThrow('/gone.css, which was not built');
  });
});

describe('oneFileAddress', () => {
  it.each([
    ['Spean', 'public', '/data/2010/spean-2010.html'],
    ['Spean', 'practitioner', '/data/2010/spean-2010-practitioner.html'],
    ['Help for Trafficked Persons', 'public', '/data/2010/directory-2010.html'],
    ['ស្ពាន', 'public', '/data/2010/directory-2010.html'],
  ] as const)('of "%s" (%s) is %s', (title_en, audience, address) => {
    expect(oneFileAddress({ title_en }, '2010', audience)).toBe(address);
  });
});

describe('withFileSize', () => {
  it('writes the size where a page offers the file', () => {
    expect(withFileSize('<a>Download <span data-file-size></span></a>', 1_249_000)).toBe(
      '<a>Download <span data-file-size>(1.2 MB)</span></a>',
    );
  });
});
