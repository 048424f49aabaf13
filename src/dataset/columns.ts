/** What the schema of a table says about its columns. */
import type * as z from 'zod';
import type { ReferenceTarget } from '../schema/fields.ts';
import { showValue } from './unsafe-text.ts';

/** The description that the schema attaches to a column; empty for a column it does not know. */
export function describeColumn(schema: z.ZodObject, column: string): z.core.GlobalMeta {
  if (!Object.hasOwn(schema.shape, column)) return {};
  return (schema.shape[column] as z.ZodType).meta() ?? {};
}

export function listColumns(schema: z.ZodObject): string[] {
  return Object.keys(schema.shape);
}

/** True where every row needs a value. */
export function isRequired(schema: z.ZodObject, column: string): boolean {
  return !(schema.shape[column] as z.ZodType).safeParse(undefined).success;
}

/** True for a cell that the schema accepts by itself. */
export function isSound(schema: z.ZodObject, column: string, cell: string): boolean {
  return (schema.shape[column] as z.ZodType).safeParse(cell).success;
}

/** True where a cell holds several values separated by semicolons. */
export function isList(schema: z.ZodObject, column: string): boolean {
  const cell = schema.shape[column] as z.ZodType;
  // A list that must not be empty refuses an empty cell, a closed one every word that is not in it.
  return [undefined, 'x'].some((value) => Array.isArray(cell.safeParse(value).data));
}

/** The tables in which the ids of a column must stand; none for a column that is no reference. */
export function listTargets(schema: z.ZodObject, column: string): readonly ReferenceTarget[] {
  const { references } = describeColumn(schema, column);
  if (references === undefined) return [];
  return typeof references === 'string' ? [references] : references;
}

/** True where a cell may hold the name or number of a person, in any spelling; messages never quote it. */
export function isPersonal(schema: z.ZodObject, column: string): boolean {
  return describeColumn(schema, column.replace(/_as_printed$/, '')).personal === true;
}

/** True where a column is kept by the editors and no audience receives it. */
export function isInternal(schema: z.ZodObject, column: string): boolean {
  return describeColumn(schema, column).internal === true;
}

/**
 * The value in quotation marks, or undefined where a message must not repeat it. In a table that holds people,
 * and in a column that leads to one, cells are quoted only if they look like ids: a slipped comma can move a name anywhere.
 */
export function quoteValue(schema: z.ZodObject, column: string, value: string): string | undefined {
  if (isPersonal(schema, column)) return undefined;
  const holdsPeople = listColumns(schema).some((name) => isPersonal(schema, name));
  const maybePeople = holdsPeople || listTargets(schema, column).includes('contacts');
  if (maybePeople && !/^[a-z][a-z0-9._-]*$/.test(value)) return undefined;
  return `"${showValue(value)}"`;
}
