import { describe, expect, it } from 'vitest';
import { mergeOrders, styleSheetsOf, withFilesInside } from '../../../src/publish/one-file/styles.ts';

describe('styleSheetsOf', () => {
  it('reads them in order, without those for readers without scripts', () => {
    const head =
      '<noscript><link rel="stylesheet" href="/without.css"></noscript><link rel="icon" href="/i.svg"><link rel="stylesheet" href="/b.css"><link rel="stylesheet" href="/a.css">';
    expect(styleSheetsOf(head)).toEqual(['/b.css', '/a.css']);
  });
});

describe('mergeOrders', () => {
  it.each([
    [[['site']], ['site']],
    [
      [['site'], ['finder', 'site'], ['map', 'site']],
      ['finder', 'map', 'site'],
    ],
    [
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      ['a', 'b', 'c', 'd'],
    ],
  ])('%j becomes %j', (orders, expected) => {
    expect(mergeOrders(orders)).toEqual(expected);
  });
});

describe('withFilesInside', () => {
  const read = (address: string) =>
    address === '/_astro/f.woff2' ? new TextEncoder().encode('font') : undefined;

  it('writes a font into the sheet and leaves the rest', () => {
    const css = '@font-face{src:url(/_astro/f.woff2)format("woff2")}a{fill:url(#hatch);mask:url("data:x")}';
    expect(withFilesInside(css, '/_astro/a.css', read)).toBe(
      '@font-face{src:url(data:font/woff2;base64,Zm9udA==)format("woff2")}a{fill:url(#hatch);mask:url("data:x")}',
    );
    expect(withFilesInside('a{src:url("./f.woff2")}', '/_astro/a.css', read)).toContain('data:font/woff2');
  });

  it('refuses what is not there', () => {
    expect(() => withFilesInside('a{src:url(gone.woff2)}', '/a.css', read)).toThrow(
      '/a.css loads gone.woff2',
    );
  });
});
