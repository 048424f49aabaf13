/** The lists that hotline staff asked for, from the edition that the site shows. Like site.ts a door to redacted data. */
import { type FocalPoint, focalPoint, type Hotline, listHotlines } from '../directory/focal-points.ts';
import { listProcedures, type Procedure, proceduresWith } from '../directory/procedures.ts';
import type { Office } from '../schema/directory.ts';
import { directory, edition, provinces, serviceTypes } from '../site.ts';

export const hotlines: Hotline[] = listHotlines(edition, serviceTypes);
export const procedures: Procedure[] = listProcedures(edition.procedures);
/** In the order of the table. */
export const offices: Office[] = [...directory.offices].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));

/** What is recorded of an office in a province; without a province: of the whole country, or of none in particular. */
export function focalPointOf(office: Office, province?: string): FocalPoint {
  return focalPoint(edition, office, province);
}

/** In how many provinces a body of the office has a service or a contact. */
export function provincesWith(office: Office): number {
  return provinces.filter(({ id }) => focalPointOf(office, id).bodies.length > 0).length;
}

/** The special cases in which an organization takes part. */
export function casesWith(party: string): Procedure[] {
  return proceduresWith(procedures, party);
}
