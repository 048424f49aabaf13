/** Data for the scripts of a page, as text inside a `<script type="application/json">`. */

/**
 * The JSON text of a value. "<" is written as an escape, because a name with "</script>" or "<!--" in it would end
 * the element: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
