import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHeaders } from '../../scripts/serve.ts';
import { CONTENT_POLICY, policyFirst, practitionerHeaders } from '../../src/publish/site-policy.ts';

const META = '<meta http-equiv="content-security-policy" content="default-src \'none\'">';
const LINK = '<link rel="stylesheet" href="/a.css">';
const BARE = `<meta http-equiv="content-security-policy" content="${CONTENT_POLICY.join(';')}">`;

describe('policyFirst', () => {
  it.each([
    [
      'behind the character set',
      `<!DOCTYPE html><html><head><meta charset="utf-8">${LINK}${META}</head>`,
      `<!DOCTYPE html><html><head><meta charset="utf-8">${META}${LINK}</head>`,
    ],
    [
      'at the start of a head without one',
      `<html><head lang="en">${LINK}${META}</head>`,
      `<html><head lang="en">${META}${LINK}</head>`,
    ],
    [
      'behind the doctype of a page without a head',
      '<!doctype html><title>Redirecting</title><meta http-equiv="refresh" content="0;url=/en/">',
      `<!doctype html>${BARE}<title>Redirecting</title><meta http-equiv="refresh" content="0;url=/en/">`,
    ],
    ['before all else', '<p>$&</p>', `${BARE}<p>$&</p>`],
    ['with the other one of the same page', `<head>${META}${META}</head>`, `<head>${META}${META}</head>`],
  ])('puts the policy %s', (_, html, expected) => {
    expect(policyFirst(html)).toBe(expected);
    expect(policyFirst(expected)).toBe(expected);
  });
});

describe('practitionerHeaders', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  const blocks = parseHeaders(practitionerHeaders(headers));

  it('names each address once, since a host may take only the last block of an address', () => {
    const paths = blocks.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('keeps search engines away from everything and names out of caches', () => {
    expect(Object.fromEntries(blocks.find(({ path }) => path === '/*')?.headers ?? [])).toEqual({
      ...Object.fromEntries(parseHeaders(headers).find(({ path }) => path === '/*')?.headers ?? []),
      'X-Robots-Tag': 'noindex, nofollow',
    });
    const stored = blocks.flatMap(({ path, headers }) =>
      headers.filter(([name]) => name === 'Cache-Control').map(([, value]) => [path, value]),
    );
    expect(stored).toEqual([
      ['/_astro/*', 'public, max-age=31536000, immutable'],
      ['/sw.js', 'no-cache'],
      ['/copy/*', 'no-store'],
      ['/en/*', 'no-store'],
      ['/km/*', 'no-store'],
      ['/data/*', 'no-store'],
    ]);
  });

  it('refuses a file in which it finds no place for them', () => {
    expect(() => practitionerHeaders('/en/*\n  A: b\n')).toThrow('no block for "/*"');
  });
});

describe('public/_headers', () => {
  const blocks = parseHeaders(readFileSync('public/_headers', 'utf8'));
  const everywhere = new Map(blocks.find(({ path }) => path === '/*')?.headers);

  it('carries the policy of the pages, scripts and styles only from files, and no frame', () => {
    expect(everywhere.get('Content-Security-Policy')?.split('; ').sort()).toEqual(
      [...CONTENT_POLICY, "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"].sort(),
    );
  });

  it('turns every feature of the browser off but the copying that a reader asks for', () => {
    const features = (everywhere.get('Permissions-Policy') ?? '').split(', ');
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)']);
    expect(features).toContain('geolocation=()');
  });

  it('has no line that is longer than Cloudflare reads', () => {
    const longest = Math.max(...blocks.flatMap(({ headers }) => headers.map(([, value]) => value.length)));
    expect(longest).toBeLessThan(1950);
  });
});
