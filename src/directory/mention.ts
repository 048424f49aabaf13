/** Whether a text names something: compared after folding, as whole words; Khmer sets no spaces, so there anywhere. */
import { fold } from './fold.ts';

/** "the Example Clinic's door" names the Example Clinic. */
const POSSESSIVE = /['’`ʼ´]s(?![\p{L}\p{M}])/gu;
const KHMER = /\p{Script=Khmer}/u;

/** A text made ready for several questions. */
export function foldForMentions(text: string): string {
  return ` ${fold(text.replace(POSSESSIVE, ' '))} `;
}

/** True where the folded text holds the folded name; an empty name stands nowhere. */
export function mentions(foldedText: string, foldedName: string): boolean {
  return foldedName !== '' && foldedText.includes(bounded(foldedName));
}

/** The folded text without a folded name. */
export function withoutMention(foldedText: string, foldedName: string): string {
  let rest = foldedText;
  // The bar is no letter, so that what stood around the name does not grow together.
  while (mentions(rest, foldedName)) rest = rest.replace(bounded(foldedName), ' | ');
  return rest;
}

function bounded(name: string): string {
  return KHMER.test(name) ? name : ` ${name} `;
}
