import { listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

/** Whether a position lies in its province is no rule: outlines that are only schematic would refuse what is right. */
export const halfPositions: Rule = {
  name: 'half-positions',
  description: 'A place or a province has both a longitude and a latitude, or neither.',
  check: ({ tables: { places, provinces } }) =>
    [places, provinces].flatMap((table) =>
      listRows<{ lon?: number | undefined; lat?: number | undefined }>(table).flatMap((record) => {
        const { lon, lat } = record.values;
        if ((lon === undefined) === (lat === undefined)) return [];
        const [given, missing] = lat === undefined ? ['lon', 'lat'] : ['lat', 'lon'];
        const message = `Here is a ${given} without a ${missing}.`;
        return createProblem('half-a-position', locate(table, record, missing), message);
      }),
    ),
};
