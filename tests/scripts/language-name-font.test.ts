import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAME_FONT, languageNameFont } from '../../scripts/language-name-font.ts';
import { PROJECT } from '../../scripts/steps.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };

describe('the face of the name of the other language', () => {
  it('is made from the word of today, the face and the tool that are installed (else: npm run language-name-font)', async () => {
    const kept = readFileSync(join(PROJECT, LANGUAGE_NAME_FONT));
    expect((await languageNameFont()).equals(kept)).toBe(true);
  });

  it('is asked for by the letters of that word and no others', () => {
    const css = readFileSync(join(PROJECT, 'src/styles/tokens.css'), 'utf8');
    const face = /@font-face \{[^}]*language-name\.woff2[^}]*\}/.exec(css)?.[0] ?? '';
    const range = /unicode-range: ([^;]+);/.exec(face)?.[1] ?? '';
    const letters = [...new Set(en['language.other'])].map((letter) => letter.codePointAt(0) ?? 0);
    const wanted = letters.sort((a, b) => a - b).map((point) => `U+${point.toString(16).toUpperCase()}`);
    expect(range.split(', ')).toEqual(wanted);
  });
});
