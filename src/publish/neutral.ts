/**
 * Titles and addresses stay in the history of a browser and over somebody's shoulder: they do not name the field of
 * help: no "trafficking", "victim" or "male" in them.
 */
const TELLING = /traffick|victim|exploit|\bmales?\b|ជួញដូរ|រងគ្រោះ|ផ្លូវភេទ|កេងប្រវ័ញ្ច/i;

/** The first of several names that does not tell; undefined where all do. */
export function neutralName(...names: (string | undefined)[]): string | undefined {
  return names.find((name) => name !== undefined && name !== '' && !TELLING.test(name));
}
