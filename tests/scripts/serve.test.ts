import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { covers, parseHeaders, type Served, serve } from '../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'spean-serve-'));
let served: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'en'));
  writeFileSync(join(folder, 'index.html'), '<h1>Choose</h1>');
  writeFileSync(join(folder, 'en/index.html'), `<h1>Start</h1>${'<p>word</p>'.repeat(400)}`);
  writeFileSync(join(folder, '404.html'), '<h1>Not here</h1>');
  writeFileSync(join(folder, '_headers'), '# comment\n/*\n  X-Frame-Options: DENY\n\n/en/*\n  X-Part: en\n');
  served = await serve(folder, 0);
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${served.url}${path}`, { headers, redirect: 'manual' });

describe('parseHeaders', () => {
  it('reads addresses and their headers and leaves out comments', () => {
    expect(parseHeaders('# a\n/*\n  A: b: c\n  D: e\n/x\n  F: g')).toEqual([
      {
        path: '/*',
        headers: [
          ['A', 'b: c'],
          ['D', 'e'],
        ],
      },
      { path: '/x', headers: [['F', 'g']] },
    ]);
  });
});

describe('covers', () => {
  it.each([
    ['/*', '/en/find/', true],
    ['/en/*', '/km/', false],
    ['/a', '/a', true],
    ['/a', '/a/b', false],
  ])('%s and %s: %s', (path, pathname, expected) => {
    expect(covers(path, pathname)).toBe(expected);
  });
});

describe('serve', () => {
  it('answers a folder with its index page and the headers of _headers', async () => {
    const answer = await get('/en/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<h1>Start</h1>');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('x-part')).toBe('en');
    expect((await get('/')).headers.get('x-part')).toBeNull();
  });

  it('sends a folder without its slash to the address with the slash', async () => {
    const answer = await get('/en');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('/en/');
  });

  it('answers what is not there with the site’s own page and status 404', async () => {
    const answer = await get('/en/nothing/');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Not here');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it('compresses with brotli', async () => {
    expect((await get('/en/', { 'Accept-Encoding': 'br' })).headers.get('content-encoding')).toBe('br');
  });

  it('answers 304 to a browser that has the page already', async () => {
    const etag = (await get('/en/')).headers.get('etag');
    expect(etag).not.toBeNull();
    expect((await get('/en/', { 'If-None-Match': etag ?? '' })).status).toBe(304);
  });

  it('gives nothing outside its folder', async () => {
    const status = await new Promise<number | undefined>((done, fail) => {
      request(`${served.url}`, { path: '/..%2f..%2fetc/passwd' }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });
    expect(status).toBe(404);
  });

  it('shows a page that was built after it started', async () => {
    writeFileSync(join(folder, 'en/late.html'), 'late');
    expect(await (await get('/en/late.html')).text()).toBe('late');
  });

  it('rejects with EADDRINUSE where the port is busy', async () => {
    await expect(serve(folder, served.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
