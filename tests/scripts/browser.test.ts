import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BROWSER_ARGS, findBrowser, launchOptions } from '../../scripts/browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('findBrowser', () => {
  it('takes the program that CHROME_PATH names', async () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(await findBrowser()).toBe(process.execPath);
  });

  it('says so when CHROME_PATH names nothing', async () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    await expect(findBrowser()).rejects.toThrow(
      'CHROME_PATH does not name a program. Set it to the path of Chromium or Chrome, or unset it.',
    );
  });
});

describe('launchOptions', () => {
  it('starts the browser without a window and without background traffic', () => {
    expect(launchOptions('/a/chrome')).toEqual({
      executablePath: '/a/chrome',
      args: BROWSER_ARGS,
      headless: true,
    });
  });

  it('switches off what Playwright does, whose own list it replaces', () => {
    const require = createRequire(import.meta.url);
    const source = readFileSync(require.resolve('playwright-core/lib/coreBundle'), 'utf8');
    const list = /disabledFeatures = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
    const names = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
    const prefix = '--disable-features=';
    const off = BROWSER_ARGS.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
    expect(names.length).toBeGreaterThan(10);
    expect(off?.split(',')).toEqual(expect.arrayContaining(names));
  });
});
