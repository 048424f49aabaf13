/**
 * The pages' only door to the data. What comes out of here has been read, checked and redacted for the audience of
 * this build; pages and components never read files and never decide what may be shown.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { loadBoundaries } from './dataset/load-boundaries.ts';
import { loadDirectory } from './dataset/load-directory.ts';
import { reportText } from './dataset/report/text.ts';
import { currentDay } from './dataset/today.ts';
import { acceptance } from './directory/acceptance.ts';
import { type Accepted, summarizeAcceptance } from './directory/acceptance-summary.ts';
import { isPlaceConfidential, shelteringTypes } from './directory/confidential-places.ts';
import { type Coverage, type CoverageQuestion, coverage, organizationsIn } from './directory/coverage.ts';
import { finderIndex } from './directory/finder-index.ts';
import { type Freshness, freshness, latestDay } from './directory/freshness.ts';
import { gapsStatedOf } from './directory/gaps.ts';
import { namedPlaces } from './directory/named-places.ts';
import { provincesOfPlaces, REACHES, type Reach, reach } from './directory/reach.ts';
import { referralSteps } from './directory/referral-arcs.ts';
import { type Link, linksOf, sendsTo, sentBy } from './directory/referral-links.ts';
import { wayIndex } from './directory/referrals/way-index.ts';
import { contactsWith } from './directory/service-contacts.ts';
import { organizationsSharing } from './directory/shared-numbers.ts';
import { hasWords, translator } from './i18n/index.ts';
import { localized } from './i18n/localized.ts';
import { type MapModel, mapModel } from './map/model.ts';
import type { BoundaryLayer } from './map/outlines.ts';
import { readAudience } from './publish/audience.ts';
import { finderFiles, MOST_ON_PAGE } from './publish/finder-files.ts';
import { neutralName } from './publish/neutral.ts';
import { oneFileAddress } from './publish/one-file/name.ts';
import { sealingPassphrase } from './publish/passphrase.ts';
import { type PostedContacts, postedContacts } from './publish/poster.ts';
import { redact } from './publish/redact.ts';
import type {
  Contact,
  Edition,
  Group,
  Organization,
  Province,
  Service,
  ServiceType,
  Source,
  Statement,
} from './schema/directory.ts';
import type { Language, Match } from './schema/vocabulary.ts';

const folder = process.env.DIRECTORY_DATA ?? 'data';
const loaded = loadDirectory(folder);
if (loaded.directory === undefined) {
  throw new Error(
    `The directory in "${folder}" has errors, so nothing was built.\n${reportText(loaded.problems)}`,
  );
}

/** The day of this build, as pages say it. Ages and consent are counted to the day where on earth it is latest. */
export const today = currentDay();

export const directory = redact(loaded.directory, readAudience(process.env.DIRECTORY_AUDIENCE));
export const { audience, settings, sources, organizations, serviceTypes, criteria, places } = directory;

const current = directory.editions.find(({ about }) => about.id === settings.current_edition);
if (current === undefined)
  throw new Error(`directory.json names the edition "${settings.current_edition}", which has no folder.`);

/** The edition that the finder, the map and the lists show. */
export const edition = current;
export const editions = directory.editions;
/** The address of the contacts that are sealed for practitioners; undefined where this build seals none. */
export const sealedFile =
  sealingPassphrase(audience, process.env.DIRECTORY_PASSPHRASE) === undefined
    ? undefined
    : `/data/${edition.about.id}/contacts.sealed`;
/** Where the build puts the copy in one file. */
export const copyAddress = oneFileAddress(settings, edition.about.id, audience);
/** The outlines of the provinces in force in an edition. */
export function boundariesOf({ about }: Pick<Edition, 'about'>): BoundaryLayer {
  return loadBoundaries(folder, about.boundaries) as BoundaryLayer;
}
/** Those of this edition. */
export const boundaries = boundariesOf(edition);
/** Where scripts of the map find the same outlines. */
export const boundariesAddress = `/data/${edition.about.id}/boundaries.topo.json`;
/** Where they find what only the detailed view draws. */
export const mapDetailAddress = `/data/${edition.about.id}/map-detail.json`;
/** The places that the detailed view names. */
export const placesOnMap = namedPlaces(places, edition.services);

function lookup<T extends { id: string }>(rows: readonly T[], what: string): (id: string) => T {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Error(`There is no ${what} "${id}".`);
    return row;
  };
}

export const organization = lookup<Organization>(organizations, 'organization');
export const source = lookup<Source>(sources, 'source');
export const group = lookup<Group>(directory.groups, 'group');
export const serviceType = lookup<ServiceType>(directory.serviceTypes, 'service type');
export const province = lookup<Province>(directory.provinces, 'province');
const criterion = lookup(criteria, 'criterion');
export const place = lookup(places, 'place');

/** All groups, in their order. */
export const groups = [...directory.groups].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
/** How many organizations stand in the edition with a kind of help; one that is only named in a note does not count. */
export const tellers = () =>
  new Set(edition.services.flatMap((one) => (one.type === undefined ? [] : one.organization))).size;
/** Groups in which this edition records something. */
export const groupsInUse = groups.filter(({ id }) =>
  typesOf(id).some((type) => servicesOfType(type.id).length > 0),
);
/** Provinces in force in this edition, by name. */
export const provinces = directory.provinces
  .filter(({ id }) => edition.about.provinces.includes(id))
  .sort((a, b) => a.name_en.localeCompare(b.name_en, 'en'));

export const index = finderIndex(directory, edition);
const largeIndex =
  index.services.length > MOST_ON_PAGE
    ? finderFiles(index, labelsOfOrganizations(), `/data/${edition.about.id}/finder/`)
    : undefined;
/** Files of the finder's index; none where its page carries it. */
export const finderIndexFiles = largeIndex?.files ?? [];
/** Where the finder of a language finds them; undefined where its page carries the index. */
export const finderAddresses = largeIndex?.addresses;

function labelsOfOrganizations(): Record<Language, Record<string, string>> {
  const labels = (lang: Language) =>
    Object.fromEntries(organizations.map(({ id }) => [id, shownName(id, lang)]));
  return { en: labels('en'), km: labels('km') };
}

const byId = lookup<Service>(edition.services, 'service');
/** The services of this edition in the finder's order. */
export const services = index.services.map(({ id }) => byId(id));

export const counts = coverage(index.services, edition.about.provinces);
const recorded = organizationsIn(edition);
/** Organizations that this edition names, by name; those with services first in `providers`. */
export const providers = byName(
  organizations.filter(({ id }) => services.some((service) => service.organization === id)),
);
export const namedOnly = byName(
  organizations.filter((one) => recorded.has(one.id) && one.kind !== 'role' && !providers.includes(one)),
);
export const otherOrganizations = byName(
  organizations.filter((one) => !recorded.has(one.id) && one.kind !== 'role'),
);
export const roles = byName(organizations.filter((one) => one.kind === 'role'));

function byName(rows: Organization[]): Organization[] {
  return rows.sort((a, b) => a.name_en.localeCompare(b.name_en, 'en'));
}

/** Kinds of help of a group, all of them. */
export function typesOf(groupId: string): ServiceType[] {
  return directory.serviceTypes.filter((type) => type.group === groupId);
}

export function servicesOfType(typeId: string): Service[] {
  return edition.services.filter((service) => service.type === typeId);
}

export function servicesOf(organizationId: string): Service[] {
  return services.filter((service) => service.organization === organizationId);
}

/** The group of a service, or undefined where its kind of help is not stated. */
export function groupOf(service: Pick<Service, 'type'>): Group | undefined {
  return service.type === undefined ? undefined : group(serviceType(service.type).group);
}

const provinceOfPlace = provincesOfPlaces(places);

/** Services that reach a province, listed ones first, then those that serve a part of it, then nationwide ones. */
export function servicesIn(provinceId: string): { service: Service; reach: Reach }[] {
  return services
    .flatMap((service) => {
      const how = reach(service, provinceId, provinceOfPlace);
      return how === undefined ? [] : [{ service, reach: how }];
    })
    .sort((a, b) => REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach));
}

/** The contacts of a service; where it has none, the office or hotline of its organization. */
export function contactsOf(service: Service): Contact[] {
  return contactsWith(service, edition.contacts);
}

export function contactsOfOrganization(organizationId: string): Contact[] {
  return edition.contacts.filter((contact) => contact.organization === organizationId);
}

/** The numbers of the poster, as many as it has room for; the same for every audience. */
export function posted(room: number): PostedContacts {
  return postedContacts(edition.contacts, room);
}

/** How many contacts of an organization practitioners have and this audience has not. */
export function contactsOnFile(organizationId: string): number {
  return edition.onFile.get(organizationId) ?? 0;
}

/** How old what we know of a contact is at this build, and when it grows older. */
export function ageOf(contact: Contact): Freshness {
  return freshness(contact, source(contact.source).date, settings.freshness, latestDay(new Date()));
}

const links = linksOf(edition);
/** How many statements about referral this edition holds. */
export const referralCount = links.length;
/** Those of which both ends are known, for the map. */
export const stepsOnMap = referralSteps(links, edition.services);
export const referralsTo = (organizationId: string) => sentBy(links, organizationId);
export const referralsFrom = (organizationId: string) => sendsTo(links, organizationId);
/** What rows of one kind of help say of referral. */
export const referralsForType = (typeId: string) => links.filter(({ service }) => service.type === typeId);

/**
 * Who sends people to a service and where it sends them on: what its own row states, and what rows of other
 * organizations state about the same kind of help.
 */
export function referralsOf(service: Service): { in: Link[]; out: Link[] } {
  const about = links.filter(
    ({ service: row }) =>
      row.id === service.id || (row.type === service.type && row.organization !== service.organization),
  );
  return {
    in: about.filter((link) => link.to === service.organization),
    out: about.filter((link) => link.from === service.organization),
  };
}

/** What finding a way has to know of this edition. */
export const ways = wayIndex(directory, edition, index);
const starts = ways.parties
  .map(({ id }) => organization(id))
  .sort((a, b) => a.name_en.localeCompare(b.name_en, 'en'));
/** True for police and authorities of the state. */
export const isAuthority = ({ kind }: Pick<Organization, 'kind'>) =>
  kind === 'government' || kind === 'police';
/** Who may have the person at the start of a way, by what they are; everybody whom a row or a service names. */
export const wayStarts = {
  places: places.filter(({ id }) => ways.places.some((one) => one.id === id)),
  authorities: starts.filter(isAuthority),
  words: starts.filter(({ kind }) => kind === 'role'),
  organizations: starts.filter((one) => !isAuthority(one) && one.kind !== 'role'),
};
/** All rows about referral, as links. */
export const referrals: readonly Link[] = links;

/** A number as people read it out: "+855 12 000 000". */
export function phoneInWords(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}

export { contradictions } from './directory/acceptance.ts';
export { statementLines } from './directory/gaps.ts';
export { speakers } from './directory/referral-links.ts';
export { DOUBTS } from './directory/referrals/steps.ts';

/** What a service answers when nobody in particular is asked for. */
export function matchForAnyone(service: Service): Match {
  return acceptance(service, { who: [] }).match;
}

const sheltering = shelteringTypes(serviceTypes);

/** True where the kind of help means that people sleep there; its place is never published below the province. */
export function isSheltering(service: Service): boolean {
  return service.type !== undefined && sheltering.has(service.type);
}

/** True where only the province is published, by its kind of help or because its row asks for it. */
export function hasConfidentialPlace(service: Service): boolean {
  return isPlaceConfidential(service, sheltering);
}

/** How the coverage of a service is tagged. */
export function reachWord(service: Service): Reach | 'not-stated' {
  if (service.coverage === 'listed') return service.places.length > 0 ? 'partly' : 'listed';
  return service.coverage;
}

/** True where the source prints any limit of the service. */
export function hasLimits(service: Service): boolean {
  const { age_min, age_max, accepts, excludes, limits, stay } = service;
  return (
    [age_min, age_max, stay].some((value) => value !== undefined) ||
    [accepts, excludes, limits].some((ids) => ids.length > 0)
  );
}

/** The group id of a service, or undefined where its kind of help is not stated. */
export function serviceGroup(service: Pick<Service, 'type'>): string | undefined {
  return groupOf(service)?.id;
}

/** Services in the finder's order. */
export function sortedServices(some: readonly Service[]): Service[] {
  return services.filter((service) => some.includes(service));
}

/** Neighbours of a province that are in force in this edition. */
export function neighboursOf(one: Province): Province[] {
  return provinces.filter(({ id }) => one.neighbours.includes(id));
}

/** Statements about a group or a kind of help. */
export function statementsOn(topic: string): Statement[] {
  return edition.statements.filter((statement) => statement.topic === topic);
}

export function statementsBy(organizationId: string): Statement[] {
  return edition.statements.filter((statement) => statement.organization.includes(organizationId));
}

/** Gaps that the providers of these services stated about these kinds of help. */
export function gapsOf(some: readonly Service[]): Statement[] {
  return gapsStatedOf(some, edition.statements);
}

/** What an organization says of women, men, girls and boys over all its services. */
export function acceptedBy(organizationId: string): Accepted[] {
  return summarizeAcceptance(servicesOf(organizationId));
}

/** What this edition records for a question of the finder, counted. */
export function coverageOf(asked: CoverageQuestion): Coverage {
  return coverage(index.services, edition.about.provinces, asked);
}

/** The map of this edition in one language: of everything it records, or of the answer to one question. */
export function mapOf(lang: Language, answer: Coverage = counts): MapModel {
  return mapModel({
    provinces: provinces.map((one) => ({
      id: one.id,
      label: localized(one, 'name', lang)?.text ?? one.name_en,
    })),
    groups: groupsInUse.map((one) => ({ ...one, label: one[`short_${lang}`] })),
    coverage: answer,
  });
}

export { SIZE_MARKS } from './publish/copy.ts';
export { DOWNLOADS, type Download, download } from './publish/downloads.ts';
export { neutralName } from './publish/neutral.ts';

/** False where the address of a page would name the field of help; such a party is shown as text. */
export function hasPage(one: Pick<Organization, 'id'>): boolean {
  return neutralName(one.id) !== undefined;
}

/** Other organizations for which the source prints the same number. */
export function sharedWith(contact: Contact): string[] {
  return organizationsSharing(contact, edition.contacts);
}

/** The words of criteria in one language, each once, separated by commas. */
export function criteriaWords(ids: readonly string[], lang: Language): string {
  return [...new Set(ids)].map((id) => localized(criterion(id), 'name', lang)?.text).join(', ');
}

/** The name of an organization in one language, in English where the data has no other. */
export function shownName(id: string, lang: Language): string {
  const one = organization(id);
  return localized(one, 'name', lang)?.text ?? one.name_en;
}

/** The acronym of an organization, or its name where it has none. */
export function shortName(id: string, lang: Language): string {
  return organization(id).acronym ?? shownName(id, lang);
}

/** The name of a neighbouring country or sea; one that the interface has no words for is shown as the data writes it. */
export function borderName(border: string, lang: Language): string {
  return hasWords(`country.${border}`) ? translator(lang)(`country.${border}` as 'country.gulf') : border;
}
