import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import km from '../../src/i18n/km.json' with { type: 'json' };

const stem = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('the two dictionaries', () => {
  it('hold the same keys; Khmer has one plural form', () => {
    expect([...new Set(Object.keys(km).map(stem))].sort()).toEqual(
      [...new Set(Object.keys(en).map(stem))].sort(),
    );
    expect(Object.keys(km).filter((key) => key.endsWith('_one'))).toEqual([]);
  });

  it('fill in the same values', () => {
    const differing = Object.entries(km)
      .filter(([key, text]) => {
        const english = (en as Record<string, string>)[key];
        return english !== undefined && placeholders(text).join() !== placeholders(english).join();
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('are written in their own script', () => {
    const latinOnly = Object.entries(km).filter(
      ([key, text]) =>
        !/[\u1780-\u17ff]/.test(text) && key !== 'language.other' && !/^[^\p{L}]*\{\{\w+\}\}/u.test(text),
    );
    expect(latinOnly).toEqual([]);
    const discouraged = Object.entries(km).filter(([, text]) => /[\u17a3\u17e0-\u17e9]/.test(text));
    expect(discouraged).toEqual([]);
  });
});
