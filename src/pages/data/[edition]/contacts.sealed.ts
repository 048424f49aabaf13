/** The contacts for practitioners as one sealed file. It exists only in a public build that has a passphrase. */
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import ContactBlock from '../../../components/ContactBlock.astro';
import ContactLine from '../../../components/ContactLine.astro';
import { sealContacts } from '../../../sealed.ts';
import { edition, sealedFile } from '../../../site.ts';

export function getStaticPaths() {
  return sealedFile === undefined ? [] : [{ params: { edition: edition.about.id } }];
}

/** The components of the pages make the markup, so that an opened contact looks as it does for practitioners. */
export const GET: APIRoute = async () => {
  const container = await AstroContainer.create();
  const file = await sealContacts(async (contact) => {
    const inLanguage = async (lang: 'en' | 'km') => {
      const options = { props: { ...contact, lang, guarded: true } };
      return {
        block: await container.renderToString(ContactBlock, options),
        line: await container.renderToString(ContactLine, options),
      };
    };
    return { en: await inLanguage('en'), km: await inLanguage('km') };
  });
  return new Response(file);
};
