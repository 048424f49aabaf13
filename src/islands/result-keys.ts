/** The keys of the finder: / goes to the line, the arrows walk through the results, Escape clears the line and goes back to it. */

const RESULTS = '[data-results] [data-service] h3 a';

/** Goes to the line of a form of questions at /, until the signal ends. */
export function listenForSlash(asking: HTMLElement, signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== '/' || isForOthers(event) || isField(pressedIn(event))) return;
      lineOf(asking)?.focus();
      event.preventDefault();
    },
    { signal },
  );
}

/** Listens until the signal ends. `clear` empties the line. */
export function listenForKeys(finder: HTMLElement, clear: () => void, signal: AbortSignal): void {
  listenForSlash(finder, signal);
  document.addEventListener(
    'keydown',
    (event) => {
      if (isForOthers(event)) return;
      const target = pressedIn(event);
      if (event.key === 'Escape' && leads(finder, target) && lineOf(finder)?.value !== '') {
        clear();
        lineOf(finder)?.focus();
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
  const line = lineOf(finder);
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

function lineOf(asking: HTMLElement): HTMLInputElement | null {
  return asking.querySelector('input[type=search]');
}

/** An input method uses the same keys for its own choices, and the browser some of them with another held down. */
function isForOthers({ isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return isComposing || ctrlKey || metaKey || altKey;
}

function pressedIn({ target }: Event): HTMLElement {
  return target instanceof HTMLElement ? target : document.body;
}

function isField(element: HTMLElement): boolean {
  return element.matches('input, select, textarea') || element.isContentEditable;
}
