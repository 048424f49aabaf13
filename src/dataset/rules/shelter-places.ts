import { isSheltering } from '../../directory/sheltering.ts';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const shelterPlaces: Rule = {
  name: 'shelter-places',
  description: 'No place is given for a service that gives a bed; it is published by province only.',
  check: ({ editions, tables }) => {
    const shelters = new Set(
      listRows(tables['service-types']).flatMap(({ values }) => (isSheltering(values) ? values.id : [])),
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
            'This service gives a bed, and a place inside its province is given.',
          ),
        ),
    );
  },
};
