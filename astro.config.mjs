import { defineConfig } from 'astro/config';

/** Nothing from another host, no inline code; frame-ancestors stands in public/_headers, where it works. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

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
  security: { csp: { directives: contentSecurityPolicy } },
  devToolbar: { enabled: false },
});
