/**
 * Which system the coordinates of a GeoJSON or TopoJSON file are in. RFC 7946 knows WGS 84 only; the older member `crs`
 * (GeoJSON 2008, section 3) may still name another one.
 */
import { showValue } from '../unsafe-text.ts';

/** Names of WGS 84 with longitude first: "EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "…/crs/EPSG/0/4326", "WGS 84". */
const WGS84 = /^(?:.*[:/])?(?:CRS:?84|EPSG:+4326|EPSG[/:][\d.]*[/:]4326|WGS[ _]?(?:19)?84)$/i;

/**
 * A sentence about a system that is not WGS 84; undefined where it is, or where the file names none.
 * @param crs the member `crs` of the file, whatever it holds
 */
export function describeForeignSystem(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const name = nameOf(crs);
  if (name === undefined) return 'The file does not say in plain words which coordinate system it uses.';
  return WGS84.test(name) ? undefined : `The file uses the coordinate system "${showValue(name)}".`;
}

function nameOf(crs: unknown): string | undefined {
  if (typeof crs === 'string') return crs.trim();
  const properties = (crs as { properties?: { name?: unknown; code?: unknown } } | null)?.properties;
  const { name, code } = properties ?? {};
  if (typeof name === 'string') return name.trim();
  return code === undefined ? undefined : `EPSG:${String(code)}`;
}
