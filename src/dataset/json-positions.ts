/** Where things stand in a JSON text. JSON.parse tells it for some errors and some versions of Node only. */

export interface JsonPositions {
  /** Where the text stops being JSON, or is nested deeper than any settings are. */
  errorAt: number | undefined;
  /** Where each key or list item begins, by path: "freshness.due_months", "provinces.3". */
  starts: Map<string, number>;
  /** Keys that stand twice in the same object. */
  doubled: { path: string; at: number }[];
}

export interface TextPosition {
  line: number;
  character: number;
}

/** Line and character, both from 1, of an offset in a text. */
export function findPosition(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 };
}

/** Deeper brackets would use up the stack of this reader and of JSON.parse. */
const DEEPEST = 64;

// The runs of plain characters are taken at once: a repetition for each of a million characters is too much for the engine.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside strings.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Walks through a JSON text and notes where its keys stand and where it breaks. */
export function scanJson(text: string): JsonPositions {
  const starts = new Map<string, number>();
  const doubled: JsonPositions['doubled'] = [];
  let at = 0;
  let depth = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const takeSign = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };

  // Each reader returns false at the first character that does not fit, and leaves `at` on it.
  const readValue = (path: string): boolean => {
    take(SPACE);
    const bracket = text[at];
    if (bracket === '{' || bracket === '[') {
      if (++depth > DEEPEST) return false;
      at++;
      const complete = bracket === '{' ? readMembers(path) : readItems(path);
      depth--;
      return complete;
    }
    return (take(STRING) ?? take(NUMBER) ?? take(WORD)) !== undefined;
  };
  const readMembers = (path: string): boolean => {
    if (takeSign('}')) return true;
    const seen = new Set<string>();
    do {
      take(SPACE);
      const start = at;
      const key = take(STRING);
      if (key === undefined) return false;
      const name = String(JSON.parse(key));
      const inner = path === '' ? name : `${path}.${name}`;
      if (seen.has(name)) doubled.push({ path: inner, at: start });
      else starts.set(inner, start);
      seen.add(name);
      if (!takeSign(':') || !readValue(inner)) return false;
    } while (takeSign(','));
    return takeSign('}');
  };
  const readItems = (path: string): boolean => {
    if (takeSign(']')) return true;
    let index = 0;
    do {
      take(SPACE);
      starts.set(`${path}.${index}`, at);
      if (!readValue(`${path}.${index}`)) return false;
      index++;
    } while (takeSign(','));
    return takeSign(']');
  };

  const complete = readValue('');
  take(SPACE);
  return { errorAt: complete && at === text.length ? undefined : at, starts, doubled };
}
