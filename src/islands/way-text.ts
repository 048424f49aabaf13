/** A referral sheet as plain text, for a message or a note. */
import { cardText, contactText } from './card-text.ts';

const BLOCKS = 'h1, h2, h3, p, ul, ol, li, dl, div, section, .contact';

/**
 * The text of an element as shown, a line for each block in it. What stands in a box with a label carries that label
 * on each of its lines: a line that is passed on alone still says that it is not stated.
 */
export function sheetLines(element: Element, label = ''): string[] {
  if (element.matches('[hidden], button')) return [];
  if (element.matches('[data-service]') && element instanceof HTMLElement)
    return cardText(element).trimEnd().split('\n');
  if (element.matches('.contact')) return [contactText(element)];
  const name = element.querySelector(':scope > [data-label]');
  if (name !== null) {
    const rest = [...element.children].filter((child) => child !== name);
    return rest.flatMap((child) => sheetLines(child, `${textOf(name)}: `));
  }
  if (element.querySelector(BLOCKS) !== null)
    return [...element.children].flatMap((child) => sheetLines(child, label));
  const text = textOf(element);
  if (text === '') return [];
  return [element.closest('.blanks') === null ? `${label}${text}` : `${text}: ____________________`];
}

function textOf(element: Element): string {
  return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
