/** A card as plain text, for a message or a note. */

/** Organization, kind, answers, place, limits, referral, contact with its age and the source, a line each. */
export function cardText(card: HTMLElement): string {
  const text = (element: Element | null | undefined) =>
    element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const terms = [...card.querySelectorAll('.facts dt')].map(
    (term) => `${text(term)}: ${text(term.nextElementSibling)}`,
  );
  const contacts = [...card.querySelectorAll('.contact')].map((contact) =>
    [...contact.children].map(text).filter(Boolean).join(' · '),
  );
  const said = [...card.querySelectorAll('.said')].map(text);
  return [
    `${text(card.querySelector('h3'))} – ${text(card.querySelector('.kind'))}`,
    ...said,
    ...terms,
    ...contacts,
    text(card.querySelector('.contacts > .small:last-of-type')),
    '',
  ]
    .filter((line, place, all) => line !== '' || place === all.length - 1)
    .join('\n');
}
