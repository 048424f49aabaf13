import { THEMES } from '../../schema/vocabulary.ts';
import { listIds, listRows } from '../draft.ts';
import { createProblem } from '../problem.ts';
import { locate } from '../read-table.ts';
import { askForWord } from '../suggest.ts';
import { showValue } from '../unsafe-text.ts';
import type { Rule } from './rule.ts';

export const statementTopics: Rule = {
  name: 'statement-topics',
  description: 'The topic of a statement is a group, a kind of help or a theme.',
  check: ({ editions, tables }) => {
    const { groups, 'service-types': types } = tables;
    if (!groups.complete || !types.complete) return [];
    const topics = new Set([...listIds(groups), ...listIds(types), ...THEMES]);
    return editions.flatMap(({ tables: { statements } }) =>
      listRows(statements)
        .filter(({ values }) => !topics.has(values.topic))
        .map((record) =>
          createProblem(
            'unknown-topic',
            locate(statements, record, 'topic'),
            `"${showValue(record.values.topic)}" is not a group, a kind of help or a theme.`,
            `${askForWord(record.values.topic, topics)}The themes are: ${THEMES.join(', ')}.`,
          ),
        ),
    );
  },
};
