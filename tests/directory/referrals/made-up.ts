/** Made-up directories, written short: services as "alpha-x sh.shelter", referrals as "alpha-x out beta". */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Edition, Organization, Referral, Service } from '../../../src/schema/directory.ts';

export interface Words {
  services: readonly string[];
  /** "service direction party", and after the direction ":in" or ":out" for how an unclear one is read. */
  referrals: readonly string[];
  /** Kinds of parties other than ngo. */
  kinds: Record<string, Organization['kind']>;
}

export function directoryOf({ services, referrals, kinds }: Words) {
  const edition: Pick<Edition, 'services' | 'referrals'> = {
    services: services.map((words) => {
      const [id = '', type] = words.split(' ');
      return madeUpService({ id, type });
    }),
    referrals: referrals.map((words, index) => {
      const [service = '', way = '', party = ''] = words.split(' ');
      const [direction, reading] = way.split(':');
      return madeUpReferral({
        id: `r${index + 1}`,
        service,
        direction: direction as Referral['direction'],
        reading: reading as Referral['reading'],
        party,
      });
    }),
  };
  const ids = new Set([
    ...edition.services.map(({ organization }) => organization),
    ...edition.referrals.map(({ party }) => party),
    ...Object.keys(kinds),
  ]);
  const organizations = [...ids].map((id) => madeUpOrganization({ id, kind: kinds[id] ?? 'ngo' }));
  return { edition, organizations };
}

/** A service of the organization that its id begins with; nothing is said of whom it takes or where. */
export function madeUpService(more: Partial<Service> & { id: string }): Service {
  return {
    organization: more.id.split('-')[0] as string,
    coverage: 'not-stated',
    provinces: [],
    places: [],
    accepts: [],
    excludes: [],
    requires: [],
    limits: [],
    contacts: [],
    eligibility_page: [],
    limits_page: [],
    stay_page: [],
    source: 'made-up',
    page: ['1'],
    confidence: 'high',
    ...more,
  };
}

export function madeUpReferral(
  more: Partial<Referral> & Pick<Referral, 'id' | 'service' | 'party'>,
): Referral {
  return {
    direction: 'in',
    condition: [],
    documents: [],
    source: 'made-up',
    page: ['1'],
    confidence: 'high',
    ...more,
  };
}

export function madeUpOrganization(more: Partial<Organization> & { id: string }): Organization {
  return { name_en: more.id, aliases: [], kind: 'ngo', stands_for: [], ...more };
}

/** The rows of a file of the shipped directory as text, for reading them again without the code under test. */
export function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
