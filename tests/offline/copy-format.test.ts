import { describe, expect, it } from 'vitest';
import {
  compress,
  expand,
  otherAddresses,
  packPart,
  typeAt,
  unpackPart,
} from '../../src/offline/copy-format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const dictionary = bytes('<!doctype html><html lang="km"><p>អ្នកណាជួយ នៅទីណា</p>');

describe('compress and expand', () => {
  it.each(['', 'short', '<!doctype html><html lang="km"><p>អ្នកណាជួយ នៅទីណា</p>'.repeat(2000)])(
    'give back what went in (%#)',
    (text) => {
      expect(expand(compress(bytes(text), dictionary), dictionary)).toEqual(bytes(text));
    },
  );

  it('need less where the dictionary knows the words', () => {
    const page = bytes('<!doctype html><html lang="km"><p>អ្នកណាជួយ នៅទីណា</p>');
    expect(compress(page, dictionary).length).toBeLessThan(compress(page, new Uint8Array()).length / 2);
  });
});

describe('packPart and unpackPart', () => {
  const files = { '/en/find/': bytes('find'), '/icon.svg': bytes('<svg/>') };

  it('keep every file under its address', () => {
    expect(unpackPart(packPart(files))).toEqual(files);
  });

  it('give the same bytes for the same files', () => {
    expect(packPart(files)).toEqual(packPart(files));
  });

  it('refuse what is no part', () => {
    expect(() => unpackPart(bytes('<h1>Sign in to the network</h1>'))).toThrow();
  });
});

describe('otherAddresses', () => {
  it.each([
    ['/en/find', ['/en/find/']],
    ['/en/find?from=elsewhere', ['/en/find/']],
    ['/en/find/index.html', ['/en/find/']],
    ['/index.html', ['/']],
    ['/en/find/', []],
  ])('of %s are %j', (path, expected) => {
    const found = otherAddresses({ url: new URL(path, 'http://site') });
    expect(found.map(({ pathname, search }) => pathname + search)).toEqual(expected);
  });
});

describe('typeAt', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/km/map/', 'text/html; charset=utf-8'],
    ['/data/2010/services.csv', 'text/csv; charset=utf-8'],
    ['/_astro/some.woff2', 'font/woff2'],
    ['/contacts.sealed', 'application/octet-stream'],
    ['/robots.txt', undefined],
    ['/_headers', undefined],
  ])('of %s is %s', (address, expected) => {
    expect(typeAt(address)).toBe(expected);
  });
});
