/** docs/columns.md: every table and every column, from what the schema says of them. */
import * as z from 'zod';
import { editionSchema, settingsSchema } from '../../schema/settings.ts';
import { EDITION_TABLES, SHARED_TABLES } from '../../schema/tables.ts';
import {
  describeColumn,
  isInternal,
  isList,
  isPersonal,
  isRequired,
  listColumns,
  listTargets,
} from '../columns.ts';
import { writeCode, writeTable, writeTitle } from './markdown.ts';

const INTRODUCTION = `All tables are CSV files in UTF-8 with a header row and commas between the cells. The order of
the columns does not matter. A column that is not needed may be left out; an empty cell means that nothing is known.
Several values in one cell are separated by semicolons. What can be wrong with a file is in
[problems.md](problems.md).`;

/** The whole page. */
export function writeColumnReference(): string {
  const editionFile = (file: string) => `editions/<id>/${file}`;
  const sections = [
    writeTitle('Columns', 'src/schema/tables.ts and src/schema/settings.ts'),
    INTRODUCTION,
    writeSettings('directory.json', settingsSchema),
    ...Object.values(SHARED_TABLES).map(({ file, row }) => writeColumns(file, row)),
    writeSettings(editionFile('edition.json'), editionSchema),
    ...Object.values(EDITION_TABLES).map(({ file, row }) => writeColumns(editionFile(file), row)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function writeColumns(file: string, schema: z.ZodObject): string {
  const rows = listColumns(schema).map((column) => {
    const { title, description, examples } = describeColumn(schema, column);
    return [
      writeCode(column),
      `**${title}.** ${description ?? ''}`,
      isRequired(schema, column) ? 'yes' : '',
      describeValues(schema, column),
      listExamples(examples).filter(Boolean).map(writeCode).join(', '),
    ];
  });
  return `## ${file}\n\n${writeTable(['Column', 'What it says', 'Needed', 'Values', 'Examples'], rows)}`;
}

function listExamples(examples: unknown): string[] {
  return Array.isArray(examples) ? examples.map(String) : [];
}

function describeValues(schema: z.ZodObject, column: string): string {
  const many = isList(schema, column) ? ', several allowed' : '';
  const secret = isPersonal(schema, column) ? '; never repeated in messages' : '';
  const kept = isInternal(schema, column) ? '; never published' : '';
  return `${describeKind(schema, column)}${many}${secret}${kept}`;
}

function describeKind(schema: z.ZodObject, column: string): string {
  const targets = listTargets(schema, column);
  if (targets.length > 0) return `id of ${targets.join(' or ')}`;
  const words = listWords(schema.shape[column] as z.ZodType);
  if (words.length > 0) return words.map(writeCode).join(', ');
  switch (describeColumn(schema, column).problem) {
    case 'not-an-id':
      return 'id';
    case 'impossible-date':
      return 'date';
    case 'not-a-number':
      return 'number';
    case 'not-a-phone':
      return 'telephone number';
    case 'not-an-email':
      return 'e-mail address';
    default:
      return 'text';
  }
}

function listWords(schema: z.ZodType): string[] {
  const { enum: words } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Array.isArray(words) ? words.map(String) : [];
}

function writeSettings(file: string, schema: z.ZodObject, prefix = ''): string {
  const rows = listSettings(schema, prefix);
  return `## ${file}\n\n${writeTable(['Setting', 'What it says', 'Needed', 'Values'], rows)}`;
}

function listSettings(schema: z.ZodObject, prefix: string): string[][] {
  return Object.entries(schema.shape).flatMap(([name, part]) => {
    const setting = part as z.ZodType;
    const row = [
      writeCode(`${prefix}${name}`),
      setting.meta()?.description ?? '',
      setting.safeParse(undefined).success ? '' : 'yes',
      describeSetting(setting),
    ];
    return setting instanceof z.ZodObject ? [row, ...listSettings(setting, `${prefix}${name}.`)] : [row];
  });
}

const TYPES: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  object: 'group of settings',
};

function describeSetting(setting: z.ZodType): string {
  if (setting instanceof z.ZodArray) return `list of: ${describeSetting(setting.element as z.ZodType)}`;
  const words = listWords(setting);
  if (words.length > 0) return words.map(writeCode).join(', ');
  const { type, format } = z.toJSONSchema(setting, { io: 'input', unrepresentable: 'any' });
  return format === 'uri' ? 'web address' : (TYPES[String(type)] ?? String(type));
}
