/** What every text of a directory has to be, whatever it says: one cell, one header, one string of a JSON file. */
import { createProblem, type Place, type Problem } from './problem.ts';
import { describeUnsafe, isBlank, isSafe, LONGEST_TEXT, removeUnsafe } from './unsafe-text.ts';

/** A tag, a comment or a closing tag; "under <18" is none. */
const MARKUP = /<(?:\/?[a-z]|!|\?)/i;

/**
 * Looks at one text. What comes back of it is safe, so that the rest of the check can go on with it.
 * Problems: unsafe-character, cell-too-long, markup-in-text. None of them repeats the text.
 * @param subject what a message calls the text, such as "this cell"
 */
export function checkText(
  text: string,
  place: Place,
  subject: string,
): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (code: 'unsafe-character' | 'cell-too-long' | 'markup-in-text', message: string) =>
    problems.push(createProblem(code, place, message));
  const head = subject.charAt(0).toUpperCase() + subject.slice(1);
  if (text.length > LONGEST_TEXT) {
    const [has, may] = [text.length, LONGEST_TEXT].map((number) => number.toLocaleString('en'));
    add('cell-too-long', `${head} has ${has} characters; a text may have ${may}.`);
  }
  const safe = isSafe(text);
  if (!safe) add('unsafe-character', describeUnsafe(text, subject) as string);
  else if (isBlank(text)) add('unsafe-character', `${head} holds only characters that cannot be seen.`);
  if (MARKUP.test(text)) add('markup-in-text', `${head} holds what looks like HTML.`);
  if (problems.length === 0) return { text, problems };
  return { text: safe && text.length <= LONGEST_TEXT ? text : removeUnsafe(text).trim(), problems };
}
