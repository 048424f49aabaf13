/** One JSON file -> its settings, and every problem with its line. */
import type * as z from 'zod';
import { checkText } from './check-text.ts';
import { decodeText } from './decode-text.ts';
import { findPosition, scanJson } from './json-positions.ts';
import { createProblem, type Place, type Problem } from './problem.ts';
import { askForWord } from './suggest.ts';

/** Settings with the place of each of them. */
export interface SettingsFile<Values> {
  file: string;
  /** Undefined when the schema refuses the file. */
  values: Values | undefined;
  /** The place of a setting, by its path; the file alone where the path is not in it. */
  locate: (path: string) => Place;
}

/**
 * Reads a JSON file against its schema.
 * Problems: not-utf-8, not-json, doubled-setting, unknown-setting, bad-setting, and those of checkText.
 */
export function readSettings<S extends z.ZodObject>(
  bytes: Uint8Array,
  file: string,
  schema: S,
): { settings: SettingsFile<z.infer<S>>; problems: Problem[] } {
  const nowhere: SettingsFile<z.infer<S>> = { file, values: undefined, locate: () => ({ file }) };
  const decoded = decodeText(bytes, file);
  if (decoded.text === undefined) return { settings: nowhere, problems: decoded.problems };
  const text = decoded.text;
  const positions = scanJson(text);
  if (positions.errorAt !== undefined) {
    const position = findPosition(text, positions.errorAt);
    const message = `The file stops being JSON at line ${position.line}, character ${position.character}.`;
    return { settings: nowhere, problems: [createProblem('not-json', { file, ...position }, message)] };
  }

  const locate = (path: string): Place => {
    const start = positions.starts.get(path);
    return start === undefined ? { file } : { file, ...findPosition(text, start), column: path };
  };
  const problems = positions.doubled.map(({ path, at }) =>
    createProblem(
      'doubled-setting',
      { file, ...findPosition(text, at), column: path },
      `The setting "${path}" stands twice.`,
    ),
  );
  const parsed: unknown = JSON.parse(text);
  for (const { path, value } of listStrings(parsed)) {
    const [place, subject] =
      path === '' ? [{ file, line: 1 }, 'this file'] : [locate(path), `the setting "${path}"`];
    problems.push(...checkText(value, place, subject).problems);
  }
  const result = schema.safeParse(parsed);
  if (result.success) return { settings: { file, values: result.data, locate }, problems };
  for (const issue of result.error.issues) problems.push(...reportIssue(issue, schema, locate));
  return { settings: { file, values: undefined, locate }, problems };
}

/** Every text in a parsed JSON file with its path. */
function listStrings(value: unknown, path = ''): { path: string; value: string }[] {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    listStrings(inner, path === '' ? key : `${path}.${key}`),
  );
}

function reportIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
  locate: (path: string) => Place,
): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const inner = path === '' ? key : `${path}.${key}`;
      const known = path === '' ? Object.keys(schema.shape) : [];
      const advice = `${askForWord(key, known)}Correct its name or remove it.`;
      return createProblem('unknown-setting', locate(inner), `There is no setting "${inner}".`, advice);
    });
  }
  if (issue.code === 'invalid_type' && path !== '' && locate(path).line === undefined) {
    const parent = locate(issue.path.slice(0, -1).join('.'));
    return [
      createProblem(
        'bad-setting',
        { ...parent, column: path },
        `The setting "${path}" is missing.`,
        'Add it.',
      ),
    ];
  }
  const subject = path === '' ? 'The file' : `The setting "${path}"`;
  return [createProblem('bad-setting', locate(path), `${subject} ${describeIssue(issue)}`)];
}

// zod's own sentences name types and patterns, which mean nothing to an editor.
function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${NOUNS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}.`;
    case 'too_small':
      return issue.origin === 'number' ? `must be more than ${issue.minimum}.` : 'must not be empty.';
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a web address.' : 'is not written in the form that it needs.';
    case 'custom':
      return issue.message;
    default:
      return 'has a value that cannot be used.';
  }
}

const NOUNS: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number',
  array: 'a list in square brackets',
  object: 'a group in curly brackets',
};
