/** A card as plain text, for a message or a note. */

/** Organization and kind, the answer with its evidence, place, limits, referral, contacts with their age, source; a line each. */
export function cardText(card: HTMLElement): string {
  const all = (selector: string) => [...card.querySelectorAll(selector)];
  const lines = [
    `${text(card.querySelector('h3'))} – ${text(card.querySelector('.kind'))}`,
    ...all('.said, [data-evidence]:not([hidden]), .differ').map(text),
    ...all('.facts dt').map((term) => `${text(term)}: ${text(term.nextElementSibling)}`),
    ...all('.contact').map(contactText),
    ...all('[data-on-file], [data-source]').map(text),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

/** Role, person, number, its age, source: a line. */
export function contactText(contact: Element): string {
  return [...contact.children].map(text).filter(Boolean).join(' · ');
}

function text(element: Element | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
