/** Writes a text where it differs: what stands there already is not set and painted again. */
export function writeText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
