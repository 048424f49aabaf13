/** The square that says how much was said; words beside it say the same. */
export function stateIcon(answer: string): HTMLElement {
  const icon = document.createElement('span');
  icon.className = 'state';
  icon.dataset.answer = answer;
  icon.setAttribute('aria-hidden', 'true');
  return icon;
}
