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
});
