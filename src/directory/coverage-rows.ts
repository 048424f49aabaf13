/** Every number of the coverage table as rows, for the open data. */
import type { Directory, Edition } from '../schema/directory.ts';
import { PEOPLE } from '../schema/vocabulary.ts';
import { type Cell, coverageColumn } from './coverage-matrix.ts';
import { finderIndex } from './finder-index.ts';

/**
 * The columns of the file. province: an id; nationwide; not-stated for organizations that do not say where; or anywhere
 * for all of them, each once. group and type empty: every kind of help. who: anyone or one of PEOPLE. The numbers are
 * distinct organizations; the last four count nationwide ones in each province.
 */
export const COVERAGE_COLUMNS = [
  'edition',
  'province',
  'group',
  'type',
  'who',
  'accepts',
  'limited',
  'not_stated',
  'state',
  'accepts_with_nationwide',
  'limited_with_nationwide',
  'not_stated_with_nationwide',
  'state_with_nationwide',
] as const;
export type CoverageRow = Record<(typeof COVERAGE_COLUMNS)[number], string | number>;

/** The rows of one edition: for each kind of help that it records, each person and each province. */
export function coverageRows(directory: Directory, edition: Edition): CoverageRow[] {
  const { id, provinces } = edition.about;
  const { services } = finderIndex(directory, edition);
  const used = (key: 'group' | 'type', value: string) => services.some((service) => service[key] === value);
  const groups = directory.groups.filter((group) => used('group', group.id));
  const types = directory.serviceTypes.filter((type) => used('type', type.id));
  const needs = [
    { group: '', type: '' },
    ...groups.map((group) => ({ group: group.id, type: '' })),
    ...types.map((type) => ({ group: type.group, type: type.id })),
  ];
  return needs.flatMap(({ group, type }) =>
    (['anyone', ...PEOPLE] as const).flatMap((who) => {
      const need = [type || group].filter((one) => one !== '');
      const column = coverageColumn(services, provinces, { who: who === 'anyone' ? [] : [who], need });
      const row = (province: string, cell: Cell, joint?: Cell): CoverageRow => ({
        edition: id,
        province,
        group,
        type,
        who,
        accepts: cell.yes,
        limited: cell.limited,
        not_stated: cell.notStated,
        state: cell.state,
        accepts_with_nationwide: joint?.yes ?? '',
        limited_with_nationwide: joint?.limited ?? '',
        not_stated_with_nationwide: joint?.notStated ?? '',
        state_with_nationwide: joint?.state ?? '',
      });
      return [
        row('anywhere', column.anywhere),
        row('nationwide', column.nationwide),
        row('not-stated', column.somewhere),
        ...[...column.provinces].map(([province, cell]) =>
          row(province, cell, column.withNationwide.get(province)),
        ),
      ];
    }),
  );
}
