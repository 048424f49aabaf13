import { provincesInForce } from '../../directory/reach.ts';
import type { Province } from '../../schema/directory.ts';
import { splitList } from '../../schema/fields.ts';
import { listColumns, listTargets } from '../columns.ts';
import { type Draft, type EditionDraft, listRows, listTables } from '../draft.ts';
import { createProblem, type Problem } from '../problem.ts';
import { locate } from '../read-table.ts';
import type { Rule } from './rule.ts';

export const provincesOfEditions: Rule = {
  name: 'provinces-in-force',
  description: 'An edition lists the provinces of its date, and its rows name no other.',
  check: (draft) => {
    // Dates that could not be read would make every edition look wrong.
    const { complete, records } = draft.tables.provinces;
    if (!complete || records.some(({ values }) => values === undefined)) return [];
    const provinces = listRows(draft.tables.provinces).map(({ values }) => values);
    return draft.editions.flatMap((edition) => [
      ...checkList(edition, provinces),
      ...checkRows(draft, edition, provinces),
    ]);
  },
};

function checkList({ about }: EditionDraft, provinces: readonly Province[]): Problem[] {
  if (about.values === undefined) return [];
  const { date, provinces: listed } = about.values;
  const inForce = provincesInForce(provinces, date).map(({ id }) => id);
  const missing = inForce.filter((id) => !listed.includes(id));
  const surplus = listed.filter((id) => !inForce.includes(id));
  const sentences = [
    missing.length > 0 ? `In force on ${date} but not listed: ${missing.join(', ')}.` : '',
    surplus.length > 0 ? `Listed but not in force on ${date}: ${surplus.join(', ')}.` : '',
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0) return [];
  return [createProblem('edition-provinces-differ', about.locate('provinces'), sentences.join(' '))];
}

function checkRows(draft: Draft, edition: EditionDraft, provinces: readonly Province[]): Problem[] {
  if (edition.about.values === undefined) return [];
  const { date } = edition.about.values;
  const inForce = new Set(provincesInForce(provinces, date).map(({ id }) => id));
  const problems: Problem[] = [];
  for (const { table } of listTables(draft).filter((named) => named.edition === edition)) {
    for (const column of listColumns(table.schema)) {
      if (!listTargets(table.schema, column).includes('provinces')) continue;
      for (const record of table.records.filter(({ aligned }) => aligned)) {
        for (const id of splitList(record.cells[column])) {
          const province = provinces.find((known) => known.id === id);
          if (province === undefined || inForce.has(id)) continue;
          const message = `${id} (${province.name_en}) was not a province on ${date}, the date of this edition.`;
          const advice = adviseOnProvince(province, provinces, inForce);
          problems.push(
            createProblem('province-not-in-force', locate(table, record, column), message, advice),
          );
        }
      }
    }
  }
  return problems;
}

function adviseOnProvince(province: Province, provinces: readonly Province[], inForce: Set<string>): string {
  if (province.split_from !== undefined && inForce.has(province.split_from)) {
    return `Use ${province.split_from}, which it was part of until ${province.valid_from}.`;
  }
  const heirs = provinces.filter(({ id, split_from }) => split_from === province.id && inForce.has(id));
  if (heirs.length === 0) return 'Use the province of that time.';
  return `Use what it became: ${heirs.map(({ id }) => id).join(' or ')}.`;
}
