import { provincesOfPlaces } from '../../directory/reach.ts';
import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const placesInProvinces: Rule = {
  name: 'places-in-provinces',
  description: 'A place in a service row lies in one of the provinces of that row, unless it is nationwide.',
  check: ({ editions, tables }) => {
    const provinceOf = provincesOfPlaces(listRows(tables.places).map(({ values }) => values));
    return editions.flatMap(({ tables: { services } }) =>
      listRows(services)
        .filter(({ values }) => values.coverage !== 'nationwide')
        .flatMap((record) =>
          record.values.places.flatMap((place) => {
            const province = provinceOf.get(place);
            if (province === undefined || record.values.provinces.includes(province)) return [];
            return createProblem(
              'place-outside-provinces',
              locate(services, record, 'places'),
              `"${place}" lies in ${province}, which this row does not list.`,
              `Add ${province} to the column provinces, or correct the place.`,
            );
          }),
        ),
    );
  },
};
