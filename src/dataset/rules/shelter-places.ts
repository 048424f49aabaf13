import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

/** The group of all kinds of shelter; its id is the same in every country. */
const SHELTER_GROUP = 'sh';

export const shelterPlaces: Rule = {
  name: 'shelter-places',
  description: 'No place is given for a shelter; it is published by province only.',
  check: ({ editions, tables }) => {
    const shelters = new Set(
      tables['service-types'].records.flatMap(({ cells }) =>
        cells.group === SHELTER_GROUP ? (cells.id ?? []) : [],
      ),
    );
    return editions.flatMap(({ tables: { services } }) =>
      listRows(services)
        .filter(
          ({ values }) => values.type !== undefined && shelters.has(values.type) && values.places.length > 0,
        )
        .map((record) =>
          createProblem(
            'place-of-shelter',
            locate(services, record, 'places'),
            'This service is a shelter, and a place inside its province is given.',
          ),
        ),
    );
  },
};
