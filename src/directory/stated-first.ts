import type { Answer } from './finder.ts';

/** The first `most` of what was found, as a page shows them: what is not stated stands under its own heading, after all the others. */
export function statedFirst(found: Answer['found'], most: number): Answer['found'] {
  if (found.length <= most) return found;
  const isStated = ({ match }: Answer['found'][number]) => match !== 'not-stated';
  const stated = found.filter(isStated).slice(0, most);
  const rest = stated.length < most ? found.filter((one) => !isStated(one)) : [];
  return [...stated, ...rest.slice(0, most - stated.length)];
}
