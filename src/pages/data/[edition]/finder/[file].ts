/** The finder's index in files, where the directory is too large for one page. */
import type { APIRoute } from 'astro';
import { edition, finderIndexFiles } from '../../../../site.ts';

export function getStaticPaths() {
  return finderIndexFiles.map(({ name, text }) => ({
    params: { edition: edition.about.id, file: name },
    props: { text },
  }));
}

export const GET: APIRoute = ({ props }) => new Response(props.text);
