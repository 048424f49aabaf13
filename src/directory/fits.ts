/** Whether a service fits the parts of a question that are not about a person: what kind of help, and where. */
import type { FinderIndex, FinderService } from './finder-index.ts';
import type { Reach } from './reach.ts';

/** True where the service is of one of these groups or kinds of help; of any where none is asked for. */
export function fitsNeed(
  { group, type }: Pick<FinderService, 'group' | 'type'>,
  need: readonly string[],
): boolean {
  return need.length === 0 || need.some((id) => id === group || id === type);
}

/** How the service reaches the provinces asked for, the best of them; undefined where it is not said that it does. */
export function reachOf(
  service: Pick<FinderService, 'coverage' | 'provinces' | 'partly'>,
  where: readonly string[],
): Reach | undefined {
  if (service.coverage === 'nationwide') return 'nationwide';
  let best: Reach | undefined;
  for (const province of where) {
    if (!service.provinces.includes(province)) continue;
    if (!service.partly.includes(province)) return 'listed';
    best = 'partly';
  }
  return best;
}

/** The provinces asked for as those of the edition, each once: of another time brought to theirs, unknown ones dropped. */
export function provincesAsked(
  { provinces, formerly }: { provinces: readonly { id: string }[]; formerly: FinderIndex['formerly'] },
  where: readonly string[],
): string[] {
  const inForce = new Set(provinces.map(({ id }) => id));
  return [...new Set(where.map((id) => formerly[id] ?? id).filter((id) => inForce.has(id)))];
}
