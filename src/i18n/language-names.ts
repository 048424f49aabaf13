import type { Language } from '../schema/vocabulary.ts';

/**
 * Languages as words, in the language of the page: "Khmer, Vietnamese". A code without a known name stays as it is.
 * @param codes ISO 639: km, vi
 */
export function languageNames(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return codes.map((code) => names.of(code) ?? code).join(', ');
}
