/** Which kinds of help give a bed. Such a service is published at province level only. */
import type { ServiceType } from '../schema/directory.ts';

/** The group of all kinds of shelter; its id is the same in every country. */
const SHELTER_GROUP = 'sh';

/** True for the whole shelter group, whatever its rows say, and for every other kind marked as sheltering. */
export function isSheltering(type: Partial<Pick<ServiceType, 'group' | 'sheltering'>>): boolean {
  return type.group === SHELTER_GROUP || type.sheltering === 'yes';
}
