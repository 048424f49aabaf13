/**
 * The words of the interface, resolved at build time; i18next never reaches the browser.
 * Keys are flat and named after place and purpose. Both dictionaries hold the same keys (tests/i18n).
 */
import { createInstance } from 'i18next';
import { LANGUAGES, type Language } from '../schema/vocabulary.ts';
import en from './en.json' with { type: 'json' };
import km from './km.json' with { type: 'json' };

type PluralForm<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** Every key that pages may ask for; plural forms go by their common stem. */
export type Key = PluralForm<keyof typeof en>;
export type Values = Record<string, string | number>;
/** Gives the words of a key in one language, with {{placeholders}} filled in. */
export type Translate = (key: Key, values?: Values) => string;

const i18n = createInstance();
i18n.init({
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, km: { translation: km } },
  supportedLngs: [...LANGUAGES],
  saveMissing: true,
  missingKeyHandler: (languages, _namespace, key) => {
    throw new Error(`No words for "${key}" in ${languages.join(', ')}. Add them to src/i18n.`);
  },
});

/** The translator of one language. */
export function translator(language: Language): Translate {
  const t = i18n.getFixedT(language);
  return (key, values = {}) => t(key as never, values as never) as unknown as string;
}

/** The page's other language. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'km' : 'en';
}

/** Static paths of a page that exists in each language. */
export function languagePaths() {
  return LANGUAGES.map((lang) => ({ params: { lang } }));
}

/** True where the dictionaries have words for a key that comes from data. */
export function hasWords(key: string): key is Key {
  return Object.hasOwn(en, key);
}
