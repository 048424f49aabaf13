/** Once for all browser tests: one browser, and one server for each of the two built sites. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, launchOptions } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

/** A built site under test. */
export interface Site {
  folder: string;
  /** Ends without a slash. */
  url: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    browser: string;
    public: Site;
    practitioner: Site;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folders = {
    public: process.env.TEST_PUBLIC ?? 'dist',
    practitioner: process.env.TEST_PRACTITIONER ?? 'dist-practitioner',
  };
  for (const folder of Object.values(folders)) {
    if (!existsSync(join(folder, 'index.html'))) {
      throw new Error(`There is no built site in ${folder}/. Run "npm test", which builds both sites.`);
    }
  }
  const executable = await findBrowser();
  const browser = await chromium.launchServer(launchOptions(executable));
  const servers = {
    public: await serve(folders.public, 0),
    practitioner: await serve(folders.practitioner, 0),
  };
  project.provide('browser', browser.wsEndpoint());
  project.provide('public', { folder: folders.public, url: servers.public.url });
  project.provide('practitioner', { folder: folders.practitioner, url: servers.practitioner.url });
  return async () => {
    await browser.close();
    await servers.public.close();
    await servers.practitioner.close();
  };
}
