import { expect, it } from 'vitest';
import { languageNames } from '../../src/i18n/language-names.ts';

it.each([
  [['km', 'vi'], 'en', 'Khmer, Vietnamese'],
  [['km', 'vi'], 'km', 'ខ្មែរ, វៀតណាម'],
  [['th'], 'km', 'ថៃ'],
  [['qqq'], 'en', 'qqq'],
  [[], 'en', ''],
] as const)('%s in %s: %s', (codes, language, expected) => {
  expect(languageNames(codes, language)).toBe(expected);
});
