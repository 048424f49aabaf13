/** The keys of the finder: / goes to the line, the arrows walk through the results, Escape clears the line and goes back to it. */

const RESULTS = '[data-results] [data-service] h3 a';

/** Listens until the signal ends. `clear` empties the line. */
export function listenForKeys(finder: HTMLElement, clear: () => void, signal: AbortSignal): void {
  const line = () => finder.querySelector<HTMLInputElement>('input[type=search]');
  document.addEventListener(
    'keydown',
    (event) => {
      // An input method uses the same keys for its own choices.
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.key === '/' && !isField(target)) line()?.focus();
      else if (event.key === 'Escape' && leads(finder, target) && line()?.value !== '') {
        clear();
        line()?.focus();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const next = step(finder, target, event.key === 'ArrowDown' ? 1 : -1);
        if (next === undefined) return;
        next.focus();
      } else return;
      event.preventDefault();
    },
    { signal },
  );
}

/** From the line to the first result, from result to result, and from the first back to the line. */
function step(finder: HTMLElement, from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const line = finder.querySelector<HTMLInputElement>('input[type=search]');
  const links = [...finder.querySelectorAll<HTMLElement>(RESULTS)];
  if (from === line) return by === 1 ? links[0] : undefined;
  const at = links.indexOf(from);
  if (at === -1) return undefined;
  return at === 0 && by === -1 ? (line ?? undefined) : links[at + by];
}

/** True for the line and for the results that the arrows lead to. */
function leads(finder: HTMLElement, from: HTMLElement): boolean {
  return finder.contains(from) && from.matches(`input[type=search], ${RESULTS}`);
}

function isField(element: HTMLElement): boolean {
  return element.matches('input, select, textarea') || element.isContentEditable;
}
