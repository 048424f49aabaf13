import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { expand, unpackPart } from '../../src/offline/copy-format.ts';
import {
  addressOf,
  belongsToCopy,
  fillInSize,
  packCopy,
  SIZE_MARKS,
  type SiteFile,
  sizeWithWorker,
} from '../../src/publish/copy.ts';

const file = (path: string, text: string): SiteFile => ({ path, content: new TextEncoder().encode(text) });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Text that does not compress, yet is the same in each run. */
const noise = (seed: string) =>
  Array.from({ length: 1200 }, (_, n) => createHash('sha256').update(`${seed}${n}`).digest('hex')).join('');

describe('belongsToCopy', () => {
  it.each([
    'index.html',
    '404.html',
    'en/find/index.html',
    'km/organizations/old-id/index.html',
    'without-scripts.css',
    'icon.svg',
    'data/2010/services.csv',
    'data/2010/services.json',
    'contacts.sealed',
    '_astro/site.abc.css',
    '_astro/finder.abc.js',
    '_astro/map-leaflet.abc.js',
    '_astro/noto.woff2',
  ])('takes %s', (path) => expect(belongsToCopy(path)).toBe(true));

  it.each([
    '_headers',
    '_redirects',
    'robots.txt',
    'sw.js',
    'copy/0123456789abcdef.zip',
    'copy/left-over.json',
    'spean-2010.html',
    'data/2010/directory.html',
    'data/2010/services.xlsx',
    'data/2010/directory.pdf',
    'data/2010/all.zip',
    'data/2010/map-detail.json',
    '_astro/map-detail.abc.js',
    '_astro/maplibre-gl-worker-abc.js',
  ])('leaves %s', (path) => expect(belongsToCopy(path)).toBe(false));
});

describe('addressOf', () => {
  it.each([
    ['index.html', '/'],
    ['en/find/index.html', '/en/find/'],
    ['404.html', '/404.html'],
    ['_astro/site.css', '/_astro/site.css'],
    ['en/a page/index.html', '/en/a%20page/'],
  ])('of %s is %s', (path, address) => expect(addressOf(path)).toBe(address));
});

describe('packCopy', () => {
  const site = [
    file('_headers', '/*\n  X-Example: yes'),
    file('index.html', '<h1>Choose</h1>'),
    file('en/index.html', `<h1>Start</h1>${noise('en')}`),
    file('km/index.html', `<h1>ទំព័រដើម</h1>${noise('km')}`),
    file('en/find/index.html', `<h1>Find</h1>${noise('find')}`),
    file('icon.svg', '<svg/>'),
  ];
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Strict-Transport-Security', 'max-age=1'],
    ['Cache-Control', 'no-store'],
  ];
  const { manifest, parts, size } = packCopy(site, headers);
  const dictionary = new TextEncoder().encode(manifest.dictionary);

  it('holds every file that belongs to it, byte for byte, and no other', () => {
    const held = [...parts.values()].flatMap((part) => Object.entries(unpackPart(part)));
    const unpacked = held.map(([address, content]) => [address, text(expand(content, dictionary))]);
    expect(Object.fromEntries(unpacked)).toEqual(
      Object.fromEntries(
        site.filter(({ path }) => path !== '_headers').map((one) => [addressOf(one.path), text(one.content)]),
      ),
    );
    expect(held.map(([address]) => address)).toEqual(manifest.files.map(([address]) => address));
  });

  it('names each part by its content, and says how many files it has', () => {
    expect(manifest.parts.length).toBeGreaterThan(1);
    for (const { address, hash, files } of manifest.parts) {
      const part = parts.get(address) as Uint8Array;
      expect(createHash('sha256').update(part).digest('base64')).toBe(hash);
      expect(Object.keys(unpackPart(part))).toHaveLength(files);
    }
  });

  it('counts what travels and what stays', () => {
    const packed = [...parts.values()];
    expect(size.files).toBe(5);
    expect(size.transfer).toBe(packed.reduce((sum, part) => sum + part.length, 0));
    expect(size.stored).toBe(
      packed.flatMap((part) => Object.values(unpackPart(part))).reduce((sum, one) => sum + one.length, 0),
    );
  });

  it('guards pages as the host does, without what is meant for the connection', () => {
    expect(manifest.headers).toEqual([['X-Content-Type-Options', 'nosniff']]);
  });

  it('is the same for the same files, in whatever order they come', () => {
    expect(packCopy([...site].reverse(), headers)).toEqual({ manifest, parts, size });
  });

  it('gives another word to a file that changed, and to no other', () => {
    const changed = site.map((one) => (one.path === 'icon.svg' ? file('icon.svg', '<svg></svg>') : one));
    const before = new Map(manifest.files);
    const differ = packCopy(changed, headers).manifest.files.filter(
      ([address, revision]) => before.get(address) !== revision,
    );
    expect(differ.map(([address]) => address)).toEqual(['/icon.svg']);
  });

  it('gives another word to a file that is compressed with another dictionary', () => {
    const same = file('_astro/site.css', `.one { color: red } ${noise('page').slice(0, 2000)}`);
    const wordsWith = (page: SiteFile) =>
      new Map(packCopy([same, page], []).manifest.files).get('/_astro/site.css');
    const helped = wordsWith(file('en/index.html', noise('page')));
    const unhelped = wordsWith(file('en/index.html', noise('another')));
    expect(helped).not.toBe(unhelped);
  });

  it('splits no letter at the end of its dictionary', () => {
    const khmer = packCopy([file('km/index.html', 'ស'.repeat(20_000))], []).manifest.dictionary;
    expect(khmer).toMatch(/^ស+$/);
  });
});

describe('fillInSize', () => {
  const marked = file(
    'en/copy/index.html',
    `${SIZE_MARKS.files} files, ${SIZE_MARKS.transfer} and ${SIZE_MARKS.stored} MB`,
  );
  const other = file('en/index.html', '<h1>Start</h1>');

  it('writes megabytes, rounded up, where the marks stand', () => {
    const [page, same] = fillInSize([marked, other], { files: 451, transfer: 1_034_567, stored: 2_000_000 });
    expect(text((page as SiteFile).content)).toBe('451 files, 1.1 and 2.0 MB');
    expect(same).toBe(other);
  });
});

describe('sizeWithWorker', () => {
  it('adds the worker, compressed on its way and plain on the device', () => {
    const worker = 'const a = 1;'.repeat(1000);
    const { files, transfer, stored } = sizeWithWorker({ files: 1, transfer: 10, stored: 20 }, worker);
    expect({ files, stored }).toEqual({ files: 1, stored: 12_020 });
    expect(transfer).toBeGreaterThan(10);
    expect(transfer).toBeLessThan(300);
  });
});
