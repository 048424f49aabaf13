/** The types of a checked directory, derived from the tables. Types only: importing this costs nothing at run time. */
import type * as z from 'zod';
import type { contactRow, figureRow, referralRow, serviceRow, statementRow } from './edition-rows.ts';
import type { procedureRow } from './procedure-row.ts';
import type { editionSchema, settingsSchema } from './settings.ts';
import type {
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

export type Settings = z.infer<typeof settingsSchema>;
export type EditionAbout = z.infer<typeof editionSchema>;
export type Organization = z.infer<typeof organizationRow>;
export type Source = z.infer<typeof sourceRow>;
export type Group = z.infer<typeof groupRow>;
export type ServiceType = z.infer<typeof serviceTypeRow>;
export type Criterion = z.infer<typeof criterionRow>;
export type Office = z.infer<typeof officeRow>;
export type Province = z.infer<typeof provinceRow>;
export type Place = z.infer<typeof placeRow>;
export type RetiredId = z.infer<typeof retiredIdRow>;
export type DoNotListEntry = z.infer<typeof doNotListRow>;
export type Service = z.infer<typeof serviceRow>;
export type Contact = z.infer<typeof contactRow>;
export type Referral = z.infer<typeof referralRow>;
export type Statement = z.infer<typeof statementRow>;
export type Figure = z.infer<typeof figureRow>;
export type ProcedureStep = z.infer<typeof procedureRow>;

/** One dated state of the directory. */
export interface Edition {
  about: EditionAbout;
  services: Service[];
  contacts: Contact[];
  /** Contacts as they were before a private row took their place. For the gate; no audience receives them. */
  withdrawn: Contact[];
  referrals: Referral[];
  statements: Statement[];
  figures: Figure[];
  /** Steps of special cases. */
  procedures: ProcedureStep[];
}

/** Everything in a directory folder, after it has been read and checked. */
export interface Directory {
  settings: Settings;
  organizations: Organization[];
  sources: Source[];
  groups: Group[];
  serviceTypes: ServiceType[];
  criteria: Criterion[];
  /** Authorities whose focal points are looked for in each province. */
  offices: Office[];
  provinces: Province[];
  places: Place[];
  retiredIds: RetiredId[];
  /** Who asked not to be listed. For the check and the gate; no audience receives it. */
  doNotList: DoNotListEntry[];
  /** Oldest first. */
  editions: Edition[];
}
