/** The words of a cell of the coverage table: the state first, then what else was counted. */
import type { Cell } from '../directory/coverage-matrix.ts';
import type { Translate } from '../i18n/index.ts';

/**
 * "Yes 6", "+ 3 not stated". A silence is never added to a yes.
 * @param anyone true where nobody in particular is asked for: organizations then state whom they take
 */
export function cellWords(cell: Cell, t: Translate, anyone: boolean): [string, ...string[]] {
  const { yes, limited, notStated, state } = cell;
  const more = (key: 'coverage.cell.plusLimited' | 'coverage.cell.plusNotStated', count: number) =>
    count > 0 ? [t(key, { count })] : [];
  const silent = more('coverage.cell.plusNotStated', notStated);
  if (state === 'recorded') {
    const said = t(anyone ? 'coverage.cell.stated' : 'coverage.cell.yes', { count: yes });
    return [said, ...more('coverage.cell.plusLimited', limited), ...silent];
  }
  if (state === 'limited') return [t('coverage.cell.limited', { count: limited }), ...silent];
  if (state === 'not-stated') return [t('coverage.cell.notStated', { count: notStated })];
  return [t('coverage.cell.none')];
}
