/** What only the detailed map draws, in words. */
import type { Arc } from '../directory/referral-arcs.ts';
import type { MapWords } from '../i18n/map-words.ts';
import type { DetailPlace } from '../map/detail-data.ts';

/**
 * A sentence for each arc, or one that there is none, then one for each place.
 * @param names of provinces, by id.
 */
export function detailSentences(
  arcs: readonly Arc[],
  places: readonly DetailPlace[],
  names: ReadonlyMap<string, string>,
  { lang, detail: said }: MapWords,
): string[] {
  const sentences = arcs.map(({ from, to, count, certain }) =>
    filled(certain ? said.printed : said.unclear, {
      from: names.get(from) ?? from,
      to: names.get(to) ?? to,
      pairs: String(count),
    }),
  );
  return [
    ...(sentences.length === 0 ? [said.noArcs] : sentences),
    ...places.map((place) =>
      filled(said.where, {
        place: place.names[lang],
        kind: said.kinds[place.kind],
        province: names.get(place.province) ?? '',
      }),
    ),
  ];
}

/** Words with names and numbers in the places of "{from}" and the like. */
function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}
