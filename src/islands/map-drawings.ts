/** The two drawings of the map. The code of the simple one is a script of the page, that of the other is fetched when it is asked for. */
import type { OpenMap } from './map-view.ts';
import { offeredSimpleMap } from './simple-map.ts';

/** By the library that draws: Leaflet the simple map, MapLibre the detailed one. */
export type Drawing = 'leaflet' | 'maplibre';

/**
 * Fetches the code of a drawing.
 * @throws where the browser cannot show it; nothing has then been fetched.
 */
export async function drawingCode(drawing: Drawing): Promise<OpenMap> {
  if (drawing === 'leaflet') return offeredSimpleMap() ?? (await import('./map-leaflet.ts')).openLeaflet;
  if (!hasWebGl2()) throw new Error('This browser has no WebGL2.');
  return (await import('./map-detail.ts')).openDetail;
}

function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers keep few contexts alive; this one is needed no longer.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
