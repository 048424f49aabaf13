import { defineConfig } from 'astro/config';
import { preloadParts } from './src/publish/preload-parts.ts';
import { CONTENT_POLICY, sitePolicy } from './src/publish/site-policy.ts';

export default defineConfig({
  site: process.env.DIRECTORY_URL,
  outDir: process.env.DIRECTORY_OUT ?? 'dist',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', concurrency: 4 },
  i18n: {
    locales: ['en', 'km'],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  markdown: { syntaxHighlight: false },
  security: { csp: { directives: [...CONTENT_POLICY] } },
  // A small script would else be written into the page, which the header of public/_headers refuses.
  // The detailed map is larger than a page's script may be, and no page loads it before it is asked for.
  vite: { build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 } },
  integrations: [sitePolicy(), preloadParts()],
  devToolbar: { enabled: false },
});
