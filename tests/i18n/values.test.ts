import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import { type Key, translator } from '../../src/i18n/index.ts';
import km from '../../src/i18n/km.json' with { type: 'json' };
import { LANGUAGES } from '../../src/schema/vocabulary.ts';
import { HARMLESS } from '../dataset/hostile-texts.ts';

const DICTIONARIES: Record<string, Record<string, string>> = { en, km };
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** Sentences that data is put into; numbers that choose a plural form are numbers. */
const sentences = LANGUAGES.flatMap((language) =>
  Object.entries(DICTIONARIES[language] ?? {})
    .map(([key, sentence]) => ({ language, key, sentence }))
    .filter(({ key, sentence }) => sentence.match(PLACEHOLDER) !== null && !/_(one|other)$/.test(key)),
);

describe('translator', () => {
  it.each(Object.entries(HARMLESS))('puts %s into a sentence as it is', (_, text) => {
    expect(sentences.length).toBeGreaterThan(40);
    for (const { language, key, sentence } of sentences) {
      const names = [...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
      const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? 2 : text]));
      const expected = sentence.replace(PLACEHOLDER, (_, name: string) => String(values[name]));
      expect(translator(language)(key as Key, values), `${language} ${key}`).toBe(expected);
    }
  });
});
