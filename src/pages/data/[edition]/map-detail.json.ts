/** What only the detailed view of the map needs: countries around, names of places, referral between provinces. */
import type { APIRoute } from 'astro';
import { mapDetail } from '../../../components/map-detail.ts';
import { edition } from '../../../site.ts';

export function getStaticPaths() {
  return [{ params: { edition: edition.about.id } }];
}

export const GET: APIRoute = () => new Response(JSON.stringify(mapDetail()));
