import { provincesInForce } from '../../directory/reach.ts';
import type { Province } from '../../schema/directory.ts';
import { checkText } from '../check-text.ts';
import { type Draft, type EditionDraft, listRows } from '../draft.ts';
import { LAYER_FOLDER } from '../load-boundaries.ts';
import { createProblem, type Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

export const boundaries: Rule = {
  name: 'boundaries',
  description: 'The layer of an edition can be drawn, and draws the provinces of its date, each once.',
  check: (draft) => {
    const root = draft.settings.file.split('/')[0] ?? '';
    const damaged = [...draft.drawings].flatMap(([file, drawing]) => {
      const place = { file: `${root}/${LAYER_FOLDER}/${file}` };
      if ('refusal' in drawing) return [createProblem('bad-boundaries', place, drawing.refusal)];
      if (drawing.attribution !== '')
        return checkText(drawing.attribution, place, 'the attribution').problems;
      const advice =
        'Write their name and licence into its member "attribution"; it is printed beneath the map.';
      return [createProblem('bad-boundaries', place, 'The file does not say who drew the outlines.', advice)];
    });
    return [...damaged, ...checkEditions(draft)];
  },
};

function checkEditions({ tables, editions, drawings }: Draft): Problem[] {
  const { complete, records } = tables.provinces;
  // Dates that could not be read would make every layer look wrong.
  if (!complete || records.some(({ values }) => values === undefined)) return [];
  const provinces = listRows(tables.provinces).map(({ values }) => values);
  return editions.flatMap((edition) => {
    const drawing = drawings.get(edition.about.values?.boundaries ?? '');
    return drawing === undefined || 'refusal' in drawing ? [] : compare(edition, drawing.ids, provinces);
  });
}

function compare(
  { about }: EditionDraft,
  drawn: readonly string[],
  provinces: readonly Province[],
): Problem[] {
  if (about.values === undefined) return [];
  const { date, boundaries: file } = about.values;
  const inForce = provincesInForce(provinces, date).map(({ id }) => id);
  const found: [string, string[]][] = [
    [`In force on ${date} but not drawn`, inForce.filter((id) => !drawn.includes(id))],
    [`Drawn but not in force on ${date}`, drawn.filter((id) => !inForce.includes(id))],
    ['Drawn twice', drawn.filter((id, i) => drawn.indexOf(id) !== i)],
  ];
  const sentences = found.flatMap(([words, ids]) =>
    ids.length > 0 ? `${words}: ${ids.map((id) => id || 'one without an id').join(', ')}.` : [],
  );
  if (sentences.length === 0) return [];
  const message = `${file} does not fit this edition. ${sentences.join(' ')}`;
  return [createProblem('boundaries-differ', about.locate('boundaries'), message)];
}
