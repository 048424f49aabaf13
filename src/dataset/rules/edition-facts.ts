import { type Draft, type EditionDraft, listIds } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { askForWord } from '../suggest.ts';
import type { Rule } from './rule.ts';

export const editionFacts: Rule = {
  name: 'edition-facts',
  description:
    'Editions carry the name of their folder, what they refer to exists, and one of them is current.',
  check: (draft) => [
    ...draft.editions.flatMap((edition) => checkEdition(draft, edition)),
    ...checkCurrent(draft),
  ],
};

function checkEdition({ tables, files }: Draft, { folder, about }: EditionDraft): Problem[] {
  if (about.values === undefined) return [];
  const { id, source, boundaries } = about.values;
  const problems: Problem[] = [];
  if (id !== folder) {
    const message = `The id is "${id}" but the folder is named "${folder}".`;
    problems.push(createProblem('edition-id-differs', about.locate('id'), message));
  }
  const sources = listIds(tables.sources);
  if (tables.sources.complete && !sources.has(source)) {
    const message = `"${source}" is not the id of any source.`;
    const advice = `${askForWord(source, sources)}Otherwise add it to ${tables.sources.file} first.`;
    problems.push(createProblem('unknown-reference', about.locate('source'), message, advice));
  }
  if (!files.includes(`geography/${boundaries}`)) {
    const drawings = files
      .filter((file) => file.endsWith('.topo.json'))
      .map((file) => file.replace('geography/', ''));
    const message = `There is no file geography/${boundaries}.`;
    const advice = `${askForWord(boundaries, drawings)}The map of this edition is drawn from it.`;
    problems.push(createProblem('missing-file', about.locate('boundaries'), message, advice));
  }
  return problems;
}

function checkCurrent({ settings, editions }: Draft): Problem[] {
  const current = settings.values?.current_edition;
  const folders = editions.map(({ folder }) => folder);
  if (current === undefined || folders.includes(current)) return [];
  const advice =
    folders.length === 0
      ? 'Add a folder with an edition to editions/ first.'
      : `${askForWord(current, folders)}The editions are: ${folders.join(', ')}.`;
  const message = `There is no edition "${current}".`;
  return [createProblem('unknown-current-edition', settings.locate('current_edition'), message, advice)];
}
