/** The open files of each edition, as far as the audience of this build may see them. */
import type { APIRoute } from 'astro';
import { DOWNLOADS, type Download, directory, download, editions } from '../../../site.ts';

export function getStaticPaths() {
  return editions.flatMap((edition) =>
    DOWNLOADS.map((file) => ({ params: { edition: edition.about.id, file }, props: { edition } })),
  );
}

export const GET: APIRoute = ({ params, props }) =>
  new Response(download(params.file as Download, directory, props.edition));
