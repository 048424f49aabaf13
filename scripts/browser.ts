/** Finds the browser that the browser tests and the audit drive, and fetches one where there is none. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright-core';
import { run, runNode, toolFile } from './steps.ts';

const PATH_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const LINUX_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Below each of Windows' three program folders. */
const WINDOWS_PATHS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** Names of a browser's own file inside the folders that Playwright downloads. */
const DOWNLOADED_NAMES = new Set([
  'chrome',
  'chrome.exe',
  'headless_shell',
  'headless_shell.exe',
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'Chromium',
  'Google Chrome for Testing',
]);

const DOWNLOAD_LIMIT = 3 * 60_000;
const INSTALL_LIMIT = 5 * 60_000;

/** What Playwright switches off. A browser listens to one list of features only, so the one below repeats these. */
const OFF_FOR_PLAYWRIGHT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
];

/** The lists below the address line: two pages of the browser's own, loaded anew for every window that nobody sees. */
const ADDRESS_LISTS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Switches that keep the browser quiet and let it run in a container. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...ADDRESS_LISTS].join(',')}`,
];

/** Options for Playwright's `chromium.launch` and `chromium.launchServer`. */
export function launchOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: BROWSER_ARGS, headless: true };
}

/**
 * The path of a Chromium, Chrome or Edge. Looks at CHROME_PATH, at the usual places and at Playwright's downloads;
 * where there is none, downloads one, or installs the package of Debian or Ubuntu when run as root.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(
      'CHROME_PATH does not name a program. Set it to the path of Chromium or Chrome, or unset it.',
    );
  }
  for (const path of [...usualPaths(), ...downloadedPaths()]) {
    if (isProgram(path) && (await answers(path))) return path;
  }
  for (const fetch of [download, installPackage]) {
    await fetch();
    for (const path of [...usualPaths(), ...downloadedPaths()]) {
      if (isProgram(path) && (await answers(path))) return path;
    }
  }
  throw new Error(
    'No browser was found, and none could be downloaded. Install Chromium or Google Chrome ' +
      '(on Debian or Ubuntu: "sudo apt-get install chromium"), or set CHROME_PATH to the path of one.',
  );
}

function usualPaths(): string[] {
  if (process.platform === 'win32') {
    const folders = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, path)));
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => PATH_NAMES.map((name) => join(folder, name)));
  if (process.platform === 'darwin') {
    const own = MAC_PATHS.map((path) => join(process.env.HOME ?? '', path));
    return [...MAC_PATHS, ...own, ...onPath];
  }
  return [...LINUX_PATHS, ...onPath];
}

/** Every browser in Playwright's cache, whichever version of Playwright put it there. */
function downloadedPaths(): string[] {
  const cache = playwrightCache();
  if (cache === undefined || !existsSync(cache)) return [];
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && DOWNLOADED_NAMES.has(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.slice(cache.length + 1).startsWith('chromium'));
}

function playwrightCache(): string | undefined {
  let folder = chromium.executablePath();
  while (folder !== dirname(folder)) {
    if (basename(folder).startsWith('chromium-')) return dirname(folder);
    folder = dirname(folder);
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Leaves out stand-ins, such as the script that only says that a snap is missing. */
async function answers(path: string): Promise<boolean> {
  // chrome.exe opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return (await run(path, ['--version'], { limit: 20_000 })).code === 0;
}

async function download(): Promise<void> {
  await runNode(toolFile('playwright-core'), ['install', 'chromium', '--only-shell'], {
    limit: DOWNLOAD_LIMIT,
  });
}

async function installPackage(): Promise<void> {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, limit: INSTALL_LIMIT });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    limit: INSTALL_LIMIT,
  });
}
