/**
 * When a word that is a person's single name means the person. Many such names are ordinary words as well, so the text
 * around them decides: a title, a request to call, a telephone number, or a cell that holds nothing else.
 */
import { fold } from '../../directory/fold.ts';
import type { OpenWords } from './secrets.ts';
import { BLOCK_JOINT, INLINE_JOINT } from './skeleton.ts';

const JOINTS = `${INLINE_JOINT}${BLOCK_JOINT}`;
const TITLE = new RegExp(
  `(?:(?<!\\p{L})(?:mrs|mr|ms|miss|madam|sir|dr|prof|h\\.e|lok|lok srey|bong|oknha)[\\s.)${JOINTS}]+|(?:ឯកឧត្តម|លោកជំទាវ|លោកស្រី|លោក|អ្នកស្រី|អ្នកនាង|កញ្ញា|បង)[\\s${JOINTS}\\u200b]*)$`,
  'iu',
);
const REQUEST = new RegExp(
  `(?:(?<!\\p{L})(?:ask for|ask|ring|call|phone|tel|contact|contact person|focal point|attn|c/o|named)|ទាក់ទង|ឈ្មោះ|សួររក)[\\s.:${JOINTS}\\u200b]+$`,
  'iu',
);
const NUMBER = /(?<!\d)(?:\+|0)\d(?:[\s.\-()/]{0,2}\d){7,}/;
/** How far away a title, a request or a number may stand. */
const NEAR = 40;
/** Ends of a whole value: quotes, tags, and the cells of a table. Behind a comma in running text stands a space. */
const OPENS_VALUE = new RegExp(`(?:^|[>"'\`=\\t\\n\\r|;${JOINTS}][ \\u00a0]*|,)$`);
const CLOSES_VALUE = new RegExp(`^(?:$|[ \\u00a0]*[<"'\`\\t\\n\\r|;${JOINTS}]|,(?! ))`);
const IN_PROSE_BEFORE = /\s$/;
const IN_PROSE_AFTER = /^(?:\s|[.,;:!?)](?:\s|$|["'<]))/;

/** Scripts without capitals have no lower case either. */
const isLowerCase = (word: string) => word === word.toLowerCase() && word !== word.toUpperCase();
const isAskedFor = (before: string, after: string) =>
  REQUEST.test(before) || NUMBER.test(before) || NUMBER.test(after);

/** Tells whether a single name at a place of a text means the person. */
export interface Context {
  /** True where a name is a word of the directory's own names or of the interface. */
  isOrdinary(name: string): boolean;
  /** For the rule "name": a lower-case word in a sentence is only taken for a name in context. */
  isName(text: string, start: number, end: number): boolean;
  /** For the rule "only in context". */
  isPerson(text: string, start: number, end: number): boolean;
}

/** The context rules of a directory. */
export function contextOf({ names, sentences }: OpenWords): Context {
  const folded = names.map(fold);
  const whole = new Set([...folded, ...sentences.map(fold)]);
  const words = new Set([...folded, ...sentences.map(fold)].flatMap((text) => text.split(' ')));
  const khmer = [...names, ...sentences]
    .filter((text) => /\p{Script=Khmer}/u.test(text))
    .map(fold)
    .join(' ');
  const phrases = new Map<string, string[]>();
  for (const name of folded) {
    for (const word of name.includes(' ') ? new Set(name.split(' ')) : []) {
      phrases.set(word, [...(phrases.get(word) ?? []), name]);
    }
  }

  function isPerson(text: string, start: number, end: number): boolean {
    const before = text.slice(Math.max(0, start - NEAR), start);
    const after = text.slice(end, end + NEAR);
    if (TITLE.test(before)) return true;
    const written = text.slice(start, end);
    if (isLowerCase(written)) return false;
    const word = fold(written);
    if (whole.has(word) || isPartOfName(word, text, start, end)) return false;
    const opens = OPENS_VALUE.test(start === before.length ? before : `-${before}`);
    return (opens && CLOSES_VALUE.test(after)) || isAskedFor(before, after);
  }

  function isPartOfName(word: string, text: string, start: number, end: number): boolean {
    const known = phrases.get(word);
    if (known === undefined) return false;
    const longest = Math.max(...known.map(({ length }) => length));
    const around = ` ${fold(text.slice(Math.max(0, start - longest), end + longest))} `;
    return known.some((name) => around.includes(` ${name} `));
  }

  return {
    isOrdinary: (name) => words.has(name) || (/\p{Script=Khmer}/u.test(name) && khmer.includes(name)),
    isName(text, start, end) {
      const before = text.slice(Math.max(0, start - NEAR), start);
      const after = text.slice(end, end + NEAR);
      const inProse = IN_PROSE_BEFORE.test(before) && IN_PROSE_AFTER.test(after);
      if (!inProse || !isLowerCase(text.slice(start, end))) return true;
      return TITLE.test(before) || isAskedFor(before, after);
    },
    isPerson,
  };
}
