/** A boundary layer as the check sees it: which provinces it draws. */
import type { Drawing } from '../draft.ts';
import { readOutlines } from './read-outlines.ts';

/** The object of a layer that holds the provinces; their ids are ISO 3166-2 codes. */
const OBJECT = 'provinces';

/** Reads a layer of data/geography. One that draws nothing useful comes back as a sentence. */
export function readDrawing(bytes: Uint8Array): Drawing {
  const reading = readOutlines(bytes);
  if ('refusal' in reading) return reading;
  const { objects, attribution = '' } = reading.outlines;
  const areas = objects.get(OBJECT);
  if (areas === undefined) return { refusal: `The file has no object "${OBJECT}".` };
  return { ids: areas.map(({ names }) => names.id ?? ''), attribution: attribution.trim() };
}
