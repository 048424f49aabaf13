import {
  CONTACT_TEXTS,
  isPlaceConfidential,
  placeTeller,
  SERVICE_TEXTS,
  shelteringTypes,
  type Telling,
} from '../../directory/confidential-places.ts';
import { ownersOfContacts } from '../../directory/service-contacts.ts';
import { isSheltering } from '../../directory/sheltering.ts';
import type { Service } from '../../schema/directory.ts';
import { type Draft, type EditionDraft, listRows, listValues } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { type Located, locate, type Table } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const shelterPlaces: Rule = {
  name: 'shelter-places',
  description:
    'No place, address or coordinates below the province are given for a service that gives a bed or is confidential: not in its row, its contacts, or what is stated about shelters; and no address in a step in which such an organization takes part.',
  check: (draft) => {
    const { editions, tables } = draft;
    const types = listValues(tables['service-types']);
    const sheltering = shelteringTypes(types);
    const confidential = (service: Service) => isPlaceConfidential(service, sheltering);
    const topics = new Set([...sheltering, ...types.filter(isSheltering).map(({ group }) => group)]);
    const tells = placeTeller({
      provinces: listValues(tables.provinces),
      places: listValues(tables.places),
      organizations: listValues(tables.organizations),
    });
    const texts = { sheltering, topics, confidential, tells };
    return [
      ...editions.flatMap((edition) => checkEdition(edition, texts)),
      ...checkOrganizations(draft, texts),
    ];
  },
};

/** Knows no names, so that only what is written like an address tells. */
const tellsAddress = placeTeller({ provinces: [], places: [], organizations: [] });

interface Question {
  sheltering: ReadonlySet<string>;
  /** Groups and kinds of help that a statement on shelters may name. */
  topics: ReadonlySet<string>;
  confidential: (service: Service) => boolean;
  tells: ReturnType<typeof placeTeller>;
}

function checkEdition(
  { tables }: EditionDraft,
  { sheltering, topics, confidential, tells }: Question,
): Problem[] {
  const { services, contacts, statements, figures, procedures } = tables;
  const problems: Problem[] = [];
  const hidden = listValues(services).filter(confidential);
  const owners = ownersOfContacts(hidden, listValues(contacts));
  for (const record of listRows(services)) {
    const { values } = record;
    if (!confidential(values)) continue;
    if (values.places.length > 0) {
      const message = `${describe(values)}, and a place inside its province is given.`;
      problems.push(
        createProblem(
          'place-of-shelter',
          locate(services, record, 'places'),
          message,
          'Empty the column places in this row.',
        ),
      );
    }
    for (const column of SERVICE_TEXTS)
      problems.push(
        ...report(services, record, column, describe(values), tells(values[column], values.organization)),
      );
  }
  for (const record of listRows(contacts)) {
    const owner = owners.get(record.values.id);
    if (owner === undefined) continue;
    const subject = 'This contact stands with a service that gives a bed or is confidential';
    for (const column of CONTACT_TEXTS)
      problems.push(...report(contacts, record, column, subject, tells(record.values[column], owner)));
  }
  for (const record of listRows(statements)) {
    if (!topics.has(record.values.topic)) continue;
    for (const column of ['text_en', 'text_km', 'respondent'] as const)
      problems.push(
        ...report(statements, record, column, 'This is stated of shelters', tells(record.values[column])),
      );
  }
  for (const record of listRows(figures)) {
    if (!sheltering.has(record.values.service_type ?? '')) continue;
    for (const column of ['subject', 'label_en', 'label_km', 'population', 'note_en', 'note_km'] as const)
      problems.push(...report(figures, record, column, 'This counts shelters', tells(record.values[column])));
  }
  // A step may name a border checkpoint or a town; nobody needs a street for it.
  const givers = new Set(hidden.map(({ organization }) => organization));
  for (const record of listRows(procedures)) {
    if (!record.values.parties.some((party) => givers.has(party))) continue;
    const subject = 'An organization that gives a bed or is confidential takes part in this step';
    for (const column of ['text_en', 'text_km', 'note_en', 'note_km'] as const)
      problems.push(...report(procedures, record, column, subject, tellsAddress(record.values[column])));
  }
  return problems;
}

/** The note on an organization all of whose services are confidential tells of them whatever it tells. */
function checkOrganizations(
  { tables: { organizations }, editions }: Draft,
  { confidential, tells }: Question,
): Problem[] {
  const services = editions.flatMap(({ tables }) => listValues(tables.services));
  const open = new Set(services.filter((one) => !confidential(one)).map(({ organization }) => organization));
  const hidden = new Set(
    services.map(({ organization }) => organization).filter((organization) => !open.has(organization)),
  );
  return listRows(organizations)
    .filter(({ values }) => hidden.has(values.id))
    .flatMap((record) =>
      (['note_en', 'note_km'] as const).flatMap((column) =>
        report(
          organizations,
          record,
          column,
          'All that this organization does gives a bed or is confidential',
          tells(record.values[column], record.values.id),
        ),
      ),
    );
}

function describe({ location }: Service): string {
  return location === 'confidential' ? 'This service is confidential' : 'This service gives a bed';
}

function report(
  table: Table,
  record: Located,
  column: string,
  subject: string,
  telling: Telling | undefined,
): Problem[] {
  if (telling === undefined) return [];
  const what = telling === 'place' ? 'names a place inside its province' : 'reads like an address';
  const message = `${subject}, and this text ${what}.`;
  return [createProblem('place-of-shelter', locate(table, record, column), message)];
}
