/** The form of questions and a query are two forms of the same thing. */
import { type Query, readQuery } from '../directory/query.ts';

const FIELDS = ['q', 'who', 'age', 'where', 'need'] as const;

/** The query that a form asks. Empty fields ask for nothing. */
export function readForm(form: HTMLFormElement): Query {
  const params = new URLSearchParams();
  const data = new FormData(form);
  for (const field of FIELDS) {
    const value = data.get(field);
    if (typeof value === 'string' && value !== '') params.set(field, value);
  }
  return readQuery(params.toString());
}

/** Opens a form for use. A number that is nobody's age is answered without it, so the browser says that it cannot be read. */
export function openForm(form: HTMLFormElement, signal: AbortSignal): void {
  form.inert = false;
  form.addEventListener('change', () => form.reportValidity(), { signal });
}

/** Shows a query in a form. A select that cannot show several values shows none; the chips show them. */
export function fillForm(form: HTMLFormElement, query: Query): void {
  const values: Record<(typeof FIELDS)[number], string> = {
    q: query.q,
    who: only(query.who),
    age: query.age === undefined ? '' : String(query.age),
    where: only(query.where),
    need: only(query.need),
  };
  for (const field of FIELDS) {
    const control = form.elements.namedItem(field);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      if (control.value !== values[field]) control.value = values[field];
    }
  }
}

function only(values: readonly string[]): string {
  return values.length === 1 ? (values[0] as string) : '';
}
