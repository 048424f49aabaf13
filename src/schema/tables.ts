/**
 * Every table of a directory folder, and what one row of it may say. This is the single source of the types, of the
 * column reference (docs/columns.md), of the templates and of the messages for a bad cell.
 */
import { contactRow, figureRow, referralRow, serviceRow, statementRow } from './edition-rows.ts';
import { procedureRow } from './procedure-row.ts';
import {
  criterionRow,
  doNotListRow,
  groupRow,
  officeRow,
  organizationRow,
  placeRow,
  provinceRow,
  retiredIdRow,
  serviceTypeRow,
  sourceRow,
} from './shared-rows.ts';

/** The tables of a directory folder, by the name that references use. */
export const SHARED_TABLES = {
  organizations: { file: 'organizations.csv', row: organizationRow },
  sources: { file: 'sources.csv', row: sourceRow },
  groups: { file: 'taxonomy/groups.csv', row: groupRow },
  'service-types': { file: 'taxonomy/service-types.csv', row: serviceTypeRow },
  criteria: { file: 'taxonomy/criteria.csv', row: criterionRow },
  offices: { file: 'taxonomy/offices.csv', row: officeRow },
  provinces: { file: 'geography/provinces.csv', row: provinceRow },
  places: { file: 'geography/places.csv', row: placeRow },
  'retired-ids': { file: 'retired-ids.csv', row: retiredIdRow },
  'do-not-list': { file: 'do-not-list.csv', row: doNotListRow },
} as const;

/** The tables of one edition; file names are relative to editions/<id>/. */
export const EDITION_TABLES = {
  services: { file: 'services.csv', row: serviceRow },
  contacts: { file: 'contacts.csv', row: contactRow },
  referrals: { file: 'referrals.csv', row: referralRow },
  statements: { file: 'statements.csv', row: statementRow },
  figures: { file: 'figures.csv', row: figureRow },
  procedures: { file: 'procedures.csv', row: procedureRow },
} as const;

export type SharedTable = keyof typeof SHARED_TABLES;
export type EditionTable = keyof typeof EDITION_TABLES;
export type Table = SharedTable | EditionTable;
