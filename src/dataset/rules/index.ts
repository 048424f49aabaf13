/** Every rule that compares tables. */
import { ages } from './ages.ts';
import { alphabets } from './alphabets.ts';
import { boundaries } from './boundaries.ts';
import { checkedDates } from './checked-dates.ts';
import { consent } from './consent.ts';
import { coverageAndProvinces } from './coverage-and-provinces.ts';
import { doNotList } from './do-not-list.ts';
import { doubts } from './doubts.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { editionFacts } from './edition-facts.ts';
import { eligibilitySources } from './eligibility-sources.ts';
import { halfPositions } from './half-positions.ts';
import { knownReferences } from './known-references.ts';
import { lookAlikeOrganizations } from './look-alike-organizations.ts';
import { numbersInTexts } from './numbers-in-texts.ts';
import { parents } from './parents.ts';
import { peopleOfCriteria } from './people-of-criteria.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { placesInProvinces } from './places-in-provinces.ts';
import { printedPhones } from './printed-phones.ts';
import { procedures } from './procedures.ts';
import { provincesOfEditions } from './provinces-in-force.ts';
import { retiredIds } from './retired-ids.ts';
import type { Rule } from './rule.ts';
import { senders } from './senders.ts';
import { sharedPhones } from './shared-phones.ts';
import { shelterPlaces } from './shelter-places.ts';
import { standsFor } from './stands-for.ts';
import { statementTopics } from './statement-topics.ts';
import { staySources } from './stay-sources.ts';
import { unknownFiles } from './unknown-files.ts';
import { unusedOrganizations } from './unused-organizations.ts';

export const RULES: readonly Rule[] = [
  unknownFiles,
  editionFacts,
  duplicateIds,
  knownReferences,
  retiredIds,
  provincesOfEditions,
  boundaries,
  coverageAndProvinces,
  placesInProvinces,
  halfPositions,
  shelterPlaces,
  ages,
  peopleOfCriteria,
  eligibilitySources,
  staySources,
  checkedDates,
  consent,
  doNotList,
  phoneNumbers,
  printedPhones,
  sharedPhones,
  numbersInTexts,
  alphabets,
  lookAlikeOrganizations,
  unusedOrganizations,
  parents,
  standsFor,
  senders,
  statementTopics,
  procedures,
  doubts,
];
