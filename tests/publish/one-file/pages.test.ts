import { describe, expect, it } from 'vitest';
import { pageInFile } from '../../../src/publish/one-file/pages.ts';

const around = {
  holds: (address: string) => ['/', '/en/', '/en/find/', '/en/editions/2010/', '/km/find/'].includes(address),
  siteOnly: { en: '(on the site only)', km: '(មានតែនៅលើគេហទំព័រ)' },
  note: (language: string | undefined) => `<aside>${language ?? 'both'}</aside>`,
};
const page = (body: string, head = '<title>Find</title>') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const inFile = (body: string, address = '/en/find/') => pageInFile(address, page(body), around);

describe('pageInFile', () => {
  it.each([
    ['/en/find/', '#/en/find/'],
    ['/en/find/#who=men&amp;where=KH-1', '#/en/find/&amp;who=men&amp;where=KH-1'],
    ['/en/editions/2010/#p-12', '#/en/editions/2010/&amp;p-12'],
    ['/en/find/#not-stated', '#/en/find/&amp;not-stated'],
    ['#main', '#main'],
    ['https://www.example.org/', 'https://www.example.org/'],
    ['tel:+85523999777', 'tel:+85523999777'],
  ])('lets a link to %s lead to %s', (href, expected) => {
    expect(inFile(`<a class="a > b" href="${href}" lang="km">x</a>`)).toContain(
      `<a class="a > b" href="${expected}" lang="km">x</a>`,
    );
  });

  it('names what only the site has, without a link', () => {
    const html = inFile('<a href="/data/2010/services.csv" download>services.csv</a>');
    expect(html).toContain('<span data-site-only-link>services.csv (on the site only)</span>');
    expect(html).not.toContain('<a');
    expect(inFile('<a href="/en/gone/">Gone</a>')).not.toContain('<a');
    expect(inFile('<a href="/data/x.csv">x</a>', '/km/find/')).toContain('(មានតែនៅលើគេហទំព័រ)');
  });

  it('leaves drawings of the page alone', () => {
    const drawing = '<svg><use href="#g-sh"></use><abbr title="a">b</abbr></svg>';
    expect(inFile(drawing)).toContain(drawing);
  });

  it('takes scripts out and keeps their data', () => {
    const html = inFile(
      '<script type="application/json" data-index>{"a":1}</script><script type="module" src="/_astro/a.js"></script><noscript><p>Without</p></noscript><script>run()</script>',
    );
    expect(html).toContain('{"a":1}');
    expect(html).not.toMatch(/_astro|Without|run\(\)/);
  });

  it('keeps language and title, and no more of the head', () => {
    const html = pageInFile(
      '/en/',
      page('<main>x</main>', '<title>A – B</title><link rel="canonical" href="https://example.org/en/">'),
      around,
    );
    expect(html).toContain('<html lang="en"><head><title>A – B</title></head>');
    expect(html).not.toContain('example.org');
  });

  it('says before the main part that this is a copy', () => {
    expect(inFile('<main>x</main>')).toContain('<aside>en</aside><main>');
    expect(inFile('<main>x</main>', '/')).toContain('<aside>both</aside><main>');
  });

  it('refuses a page that would load something', () => {
    expect(() => inFile('<img alt="" src="/picture.png">')).toThrow(
      '/en/find/ loads /picture.png, which the copy in one file cannot.',
    );
  });
});
