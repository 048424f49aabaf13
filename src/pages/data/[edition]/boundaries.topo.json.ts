/** The outlines of the provinces in force, for the maps that scripts draw and for whoever wants to draw one. */
import type { APIRoute } from 'astro';
import { boundaries, edition } from '../../../site.ts';

export function getStaticPaths() {
  return [{ params: { edition: edition.about.id } }];
}

export const GET: APIRoute = () => new Response(JSON.stringify(boundaries));
