/**
 * Builds of a site only its find pages, and the files they need: a command for tests of large directories, whose other
 * pages take minutes. Takes DIRECTORY_DATA, DIRECTORY_OUT and DIRECTORY_AUDIENCE as the whole build does.
 */
import { build } from 'astro';
import { PROJECT } from '../../scripts/steps.ts';

const LEFT_OUT = /\/src\/pages\/(?!\[lang\]\/find\/|data\/\[edition\]\/finder\/).*\.(astro|ts)$/;
const NO_PAGES = 'export const getStaticPaths = () => [];';

await build({
  root: PROJECT,
  logLevel: 'warn',
  vite: {
    plugins: [
      {
        name: 'find-page-only',
        enforce: 'pre',
        load: (id) => {
          if (!LEFT_OUT.test(id)) return undefined;
          return id.endsWith('.astro') ? `---\n${NO_PAGES}\n---\n` : NO_PAGES;
        },
      },
    ],
  },
});
