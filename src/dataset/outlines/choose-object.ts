/** Which object of a TopoJSON file holds the provinces: files often carry districts, lakes and roads beside them. */
import { askForWord } from '../suggest.ts';
import { showValue } from '../unsafe-text.ts';
import { type Match, matchProvinces, type Wanted } from './match-provinces.ts';
import type { Outlines } from './read-outlines.ts';

/**
 * Matches the areas of the object that was asked for, or of the one that fits without a complaint.
 * @param asked the name of an object; undefined where the file may decide
 */
export function matchOutlines(
  { objects }: Outlines,
  wanted: Wanted,
  asked: string | undefined,
): Match | { refusals: string[] } {
  const filled = new Map([...objects].filter(([, areas]) => areas.length > 0));
  const names = [...filled.keys()].map((name) => `"${showValue(name)}"`).join(', ');
  if (asked !== undefined) {
    const areas = filled.get(asked);
    if (areas !== undefined) return matchProvinces(areas, wanted);
    const others = filled.has('')
      ? 'A GeoJSON file has no objects; leave --object out.'
      : `${askForWord(asked, filled.keys())}Those that draw areas are: ${names}.`;
    return { refusals: [`The file has no object "${showValue(asked)}" that draws areas. ${others}`] };
  }
  const matches = [...filled].map(([name, areas]) => ({ name, match: matchProvinces(areas, wanted) }));
  const fitting = matches.filter(({ match }) => 'areas' in match);
  const [only, ...others] = fitting.length > 0 ? fitting : matches;
  if (only !== undefined && others.length === 0) {
    if ('refusals' in only.match || only.name === '') return only.match;
    const notes = [`The provinces are the object "${showValue(only.name)}".`, ...only.match.notes];
    return { ...only.match, notes };
  }
  const many = fitting.length > 1 ? fitting.map(({ name }) => `"${showValue(name)}"`).join(', ') : names;
  const why =
    fitting.length > 1 ? 'More than one object could be the provinces' : 'No object is just the provinces';
  return { refusals: [`${why}: ${many}. Say which one with --object NAME.`] };
}
