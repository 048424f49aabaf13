import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFileAddress, toFileAddress } from '../../../src/publish/one-file/address.ts';
import { packPages, pageIn, unpack } from '../../../src/publish/one-file/packs.ts';

const pages = fc.dictionary(
  fc.stringMatching(/^\/(en|km)\/[a-z]{0,6}\/$/),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('packPages', () => {
  it('gives back every page, however small the packs are', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 40, max: 400 }), (all, length) => {
        const packs = packPages(all, length);
        for (const [address, html] of Object.entries(all)) expect(pageIn(packs, address)).toBe(html);
        expect(packs.flatMap(({ data }) => Object.keys(unpack(data)))).toEqual(Object.keys(all).sort());
      }),
      { numRuns: 20 },
    );
  });

  it('has no page for an address that it was not given', () => {
    const packs = packPages({ '/en/': 'a', '/en/map/': 'b' });
    expect(pageIn(packs, '/en/find/')).toBeUndefined();
    expect(pageIn(packs, '/')).toBeUndefined();
    expect(pageIn([], '/en/')).toBeUndefined();
  });

  it('writes data that any program can open', () => {
    const [pack] = packPages({ '/km/': '<p>ស្ពាន</p>' });
    const [, base64 = ''] = /^data:application\/gzip;base64,([A-Za-z0-9+/=]+)$/.exec(pack?.data ?? '') ?? [];
    const text = gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
    expect(JSON.parse(text)).toEqual({ '/km/': '<p>ស្ពាន</p>' });
  });

  it('cuts where a pack would grow too long', () => {
    const packs = packPages({ '/a/': 'x'.repeat(60), '/b/': 'x'.repeat(60), '/c/': 'x'.repeat(30) }, 100);
    expect(packs.map(({ from }) => from)).toEqual(['/a/', '/b/']);
  });
});

describe('addresses in the file', () => {
  it.each([
    ['/', '#/'],
    ['/en/find/', '#/en/find/'],
    ['/en/find/#who=men&where=KH-1', '#/en/find/&who=men&where=KH-1'],
    ['/en/find/#not-stated', '#/en/find/&not-stated'],
  ])('%s is %s', (page, inFile) => {
    expect(toFileAddress(page)).toBe(inFile);
    expect(fromFileAddress(inFile)).toBe(page);
  });

  it.each(['', '#', '#main', '#who=men'])('"%s" names no page: the first one opens', (fragment) => {
    expect(fromFileAddress(fragment)).toBe('/');
  });
});
